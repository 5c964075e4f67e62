package dev.mdb.project

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import kotlin.io.path.createDirectories
import kotlin.io.path.outputStream
import kotlin.io.path.writeText

class ClassPathFingerprintTest :
    FunSpec({
        fun of(entry: Path) = ClassPathFingerprint.of(listOf(entry))

        fun folder(content: String, modified: Long) =
            tempdir().toPath().resolve("classes").createDirectories().also {
                it.resolve("A.class").writeText(content)
                Files.setLastModifiedTime(it.resolve("A.class"), FileTime.fromMillis(modified))
            }

        fun jar(content: String) =
            tempdir().toPath().resolve("a.jar").also { file ->
                ZipOutputStream(file.outputStream()).use { zip ->
                    zip.putNextEntry(ZipEntry("A.class").apply { time = 1_000_000_000_000 })
                    zip.write(content.toByteArray())
                }
            }

        test("a class folder or a jar is told by what is in it, not by its place or its time") {
            of(folder("one", 1_000_000)) shouldBe of(folder("one", 2_000_000))
            of(folder("one", 1_000_000)) shouldNotBe of(folder("two", 1_000_000))
            of(jar("one")) shouldBe of(jar("one"))
            of(jar("one")) shouldNotBe of(jar("two"))
        }

        test("what is not there, or is no jar, is told too") {
            of(Path.of("nowhere.jar")) shouldBe "nowhere.jar absent"
            val file = tempdir().toPath().resolve("a.jar").also { it.writeText("no jar") }
            of(file) shouldBe of(file)
        }
    })
