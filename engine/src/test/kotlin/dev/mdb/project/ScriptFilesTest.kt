package dev.mdb.project

import dev.mdb.error.Location
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Revision
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.NoSuchFileException
import java.nio.file.Path
import kotlin.io.path.createParentDirectories
import kotlin.io.path.writeText

class ScriptFilesTest :
    FunSpec({
        fun folder(vararg files: String): Path {
            val folder = tempdir().toPath()
            files.forEach { folder.resolve(it).createParentDirectories().writeText("x") }
            return folder
        }

        fun scripts(folder: Path, recursive: Boolean) = ScriptFiles.find(folder, recursive).sorted(listOf()).scripts().map { it.path() }

        test("scripts come in code point order of their names") {
            // UTF-16 has U+1F600 before U+FF01.
            val found =
                scripts(folder("b.migration.kts", "a.migration.kts", "A.migration.kts", "！.migration.kts", "😀.migration.kts"), false)
            found shouldContainExactly
                listOf("A.migration.kts", "a.migration.kts", "b.migration.kts", "！.migration.kts", "😀.migration.kts")
        }

        test("other files, hidden ones and folders below are left alone") {
            val folder = folder("a.migration.kts", "b.kts", "c.sql", ".d.migration.kts", "sub/e.migration.kts", "f.migration.kts/x")
            scripts(folder, false) shouldContainExactly listOf("a.migration.kts")
        }

        test("a recursive search goes by file name, then by path, and not into hidden folders") {
            val folder = folder("z/a.migration.kts", "b.migration.kts", "y/b.migration.kts", ".git/c.migration.kts", "y/.h/d.migration.kts")
            scripts(folder, true) shouldContainExactly listOf("z/a.migration.kts", "b.migration.kts", "y/b.migration.kts")
        }

        test("helpers are in lib, whether the search is recursive or not") {
            val folder = folder("lib/b.kt", "lib/deep/a.kt", "lib/x.migration.kts", "other.kt", "sub/lib/c.kt", "sub/lib/d.migration.kts")
            for (recursive in listOf(true, false)) {
                ScriptFiles.find(folder, recursive).helpers().map { it.path() } shouldContainExactly listOf("lib/b.kt", "lib/deep/a.kt")
            }
            scripts(folder, false).shouldBeEmpty()
            scripts(folder, true) shouldContainExactly listOf("sub/lib/d.migration.kts")
        }

        test("links are followed, but not round in circles") {
            val folder = folder("real/a.migration.kts")
            Files.createSymbolicLink(folder.resolve("real/again"), folder)
            Files.createSymbolicLink(folder.resolve("b.migration.kts"), folder.resolve("real/a.migration.kts"))
            scripts(folder, true) shouldContainExactly listOf("real/a.migration.kts", "b.migration.kts")
        }

        test("a script is what it was before it got a byte-order mark or other line ends") {
            val folder = folder()

            fun text(bytes: String) = folder.resolve("x").let { SourceText.read(it.apply { writeText(bytes) }) }
            text("\uFEFFa\r\nb\r\n") shouldBe text("a\nb\n")
            text("a\rb").text() shouldBe "a\rb"
        }

        test("a quick look and a walk find the same: names, sizes and times") {
            val folder = folder("a.migration.kts", "é.migration.kts", "lib/b.kt", "c.sql")
            Files.createSymbolicLink(folder.resolve("link.migration.kts"), folder.resolve("a.migration.kts"))
            val quick = ScriptFiles.find(folder, false).sorted(listOf())
            quick.scripts().map { it.path() } shouldContainExactly listOf("a.migration.kts", "link.migration.kts", "é.migration.kts")
            quick shouldBe ScriptFiles.find(folder, true).sorted(listOf())
        }

        test("a script that is a link to nowhere is an error, and no script less") {
            val folder = folder("a.migration.kts")
            Files.createSymbolicLink(folder.resolve("b.migration.kts"), folder.resolve("gone"))
            for (recursive in listOf(true, false)) shouldThrow<NoSuchFileException> { ScriptFiles.find(folder, recursive) }
        }

        test("what was sorted once, with files that came and went since, is sorted as if it were new") {
            val none = listOf<String>()
            val place = Location("x", 1, 1)

            fun known(file: SourceFile) =
                KnownScript(file, "", true, Revision(file.path(), none, listOf(), none, "", none, Downgrade.Missing(), place))

            val folder = folder("a.migration.kts", "d.migration.kts", "b.migration.kts", "z.migration.kts")
            val before = ScriptFiles.find(folder, false).sorted(listOf()).scripts().map(::known)
            Files.delete(folder.resolve("b.migration.kts"))
            ScriptFiles.find(folder, false).sorted(before).scripts().map { it.path() } shouldContainExactly
                listOf("a.migration.kts", "d.migration.kts", "z.migration.kts")
            folder.resolve("c.migration.kts").writeText("x")
            ScriptFiles.find(folder, false).sorted(before).scripts().map { it.path() } shouldContainExactly
                listOf("a.migration.kts", "c.migration.kts", "d.migration.kts", "z.migration.kts")
        }

        test("a folder that is not there is an error") {
            shouldThrow<NoSuchFileException> { ScriptFiles.find(Path.of("no-such-folder"), false) }
        }
    })
