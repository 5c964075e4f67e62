package dev.mdb.examples

import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files

private const val FENCE = Page.FENCE

class PageTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun page(text: String) = Page(Files.writeString(Files.createTempFile(folder, "page", ".md"), text))

        fun run(text: String) = Workplace(Files.createTempDirectory(folder, "place")).run(page(text))

        test("a block with a file name is written before the next command, and the last one of a name counts") {
            run(
                "**`a/b.txt`**\n${FENCE}text\none\n$FENCE\n**`a/b.txt`**\n${FENCE}text\ntwo\n$FENCE\n${FENCE}console\n$ cat a/b.txt\ntwo\n$FENCE\n",
            )
        }

        test("an output that is another fails, with the command") {
            shouldThrow<AssertionError> { run("**`a.txt`**\n${FENCE}text\none\n$FENCE\n${FENCE}console\n$ cat a.txt\ntwo\n$FENCE\n") }
                .message shouldContain "cat a.txt"
        }

        test("a language that nobody checks fails, and so does a program that no example has") {
            shouldThrow<Throwable> { run("${FENCE}perl\nprint\n$FENCE\n") }
            shouldThrow<Throwable> { run("**`examples/Nothing.java`**\n${FENCE}java\nint x;\n$FENCE\n") }
            shouldThrow<Throwable> { run("${FENCE}java\nint nowhere;\n$FENCE\n") }
        }

        test("times, dates, ids and the width of columns make no difference; numbers do") {
            val said = "upgraded a (12 ms)\ncreated versions/2026_11_21_0930-0123456789ab_x.kts\nat 2026-11-21T09:30:00Z   x"
            val other = "upgraded a (7 ms)\ncreated versions/2027_01_01_0000-ffffffffffff_x.kts\nat 2027-01-01T00:00:00.123Z  x"
            Normalised.of(said) shouldBe Normalised.of(other)
            (Normalised.of("upgraded 2 revisions") == Normalised.of("upgraded 3 revisions")) shouldBe false
        }

        test("a line is taken apart as a shell does it") {
            ShellWords.of("a 'b c' \"\$X d\" --e=\"f g\" \$X") { "value of $it" } shouldContainExactly
                listOf("a", "b c", "value of X d", "--e=f g", "value of X")
        }
    })
