package dev.mdb.cli.terminal

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.io.ByteArrayOutputStream
import java.nio.charset.Charset

class ConsoleStreamTest :
    FunSpec({
        fun written(charset: String, text: String): String {
            val bytes = ByteArrayOutputStream()
            ConsoleStream.of(bytes, Charset.forName(charset)).apply {
                println(text)
                print(null as String?)
            }
            return bytes.toString(Charset.forName(charset))
        }
        val end = System.lineSeparator() + "null"

        test("a console shows its code page, and where that has no ellipsis, three points") {
            written("IBM850", "compiling…") shouldBe "compiling...$end"
            written("windows-1252", "compiling… für é") shouldBe "compiling… für é$end"
            written("UTF-8", "漢…") shouldBe "漢…$end"
        }

        test("the code page is what Java says it is, by the new name or by the old one; else UTF-8") {
            ConsoleStream.charset("stdout.encoding") { mapOf("stdout.encoding" to "IBM850")[it] } shouldBe Charset.forName("IBM850")
            ConsoleStream.charset("stderr.encoding") { mapOf("sun.stderr.encoding" to "IBM437")[it] } shouldBe Charset.forName("IBM437")
            ConsoleStream.charset("stdout.encoding") { null } shouldBe Charsets.UTF_8
            ConsoleStream.charset("stdout.encoding") { "cp-of-nobody" } shouldBe Charsets.UTF_8
        }
    })
