package dev.mdb.cli.terminal

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.io.ByteArrayOutputStream
import java.io.PrintStream

class TalkTest :
    FunSpec({
        val bytes = ByteArrayOutputStream()

        fun talk(quiet: Boolean = false, draws: Boolean = true) =
            Talk(PrintStream(bytes, true, Charsets.UTF_8), quiet, draws) { 20 }.also { bytes.reset() }

        fun text() = bytes.toString(Charsets.UTF_8)

        test("a shorter line covers the longer one that was there") {
            val talk = talk()
            talk.draw("long line")
            talk.draw("short")
            text() shouldBe "\rlong line\rshort    "
        }

        test("what is drawn is gone before a line that stays") {
            val talk = talk()
            talk.draw("drawn")
            talk.say("said")
            talk.say("again")
            text() shouldBe "\rdrawn\r     \rsaid\nagain\n"
        }

        test("a drawn line stays one line: cut to the width, wide letters counted twice, without line breaks") {
            val talk = talk()
            talk.draw("0123456789012345678901234567890")
            text() shouldBe "\r012345678901234567…"
            Talk.cut("漢字漢字", 5) shouldBe "漢字…"
            Talk.cut("漢字", 4) shouldBe "漢字"
            talk().draw("a\nb\u001b[31mc")
            text() shouldBe "\ra b [31mc"
        }

        test("no terminal, no drawing; -q, nothing at all") {
            talk(draws = false).apply {
                draw("drawn")
                breakLine()
                say("said")
            }
            text() shouldBe "said\n"
            talk(quiet = true).apply {
                draw("drawn")
                say("said")
                breakLine()
            }
            text() shouldBe ""
        }

        test("the width is what COLUMNS says, as long as that is a width") {
            TerminalWidth(mapOf("COLUMNS" to "132")).getAsInt() shouldBe 132
            TerminalWidth(mapOf("COLUMNS" to "3")).getAsInt() shouldBe 80
        }
    })
