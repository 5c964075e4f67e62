package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldBeEmpty
import io.kotest.matchers.string.shouldContain

/** Ctrl-C, as far as it goes without a process: it comes when a run begins. */
class InterruptionTest :
    FunSpec({
        val path = tempdir().toPath()
        val compiler = ScriptCompiler.embedded()
        var closed = 0
        val pressed =
            Host.Signals { stop, _ ->
                stop.run()
                Host.Listening { closed++ }
            }
        val calm = CommandLineFolder.branches(path, compiler)
        val interrupted = CommandLineFolder(path, compiler, signals = pressed)

        test("an upgrade that is interrupted before its first step says so, exits 130, and changes nothing") {
            val outcome = interrupted.run("upgrade", "heads")
            outcome.status shouldBe 130
            outcome.error shouldContain "stopping; Ctrl-C again ends mdb at once"
            outcome.error shouldContain "error: interrupted before anything was changed"
            calm.run("current").out.shouldBeEmpty()
            closed shouldBe 1
        }

        test("with --json the reason is in the document, and -q leaves nothing but that on standard error") {
            val outcome = interrupted.run("--json", "upgrade", "heads")
            outcome.status shouldBe 130
            outcome.list("problems").single()["code"] shouldBe "interrupted"
            interrupted.run("-q", "upgrade", "heads").error shouldBe "error: interrupted before anything was changed\n"
        }

        test("a stamp that is interrupted leaves everything as it was; what is only looked at needs no ears") {
            interrupted.run("stamp", "a1").status shouldBe 130
            calm.run("current").out.shouldBeEmpty()
            val before = closed
            interrupted.run("heads").error.shouldBeEmpty()
            interrupted.run("plan", "upgrade", "heads").status shouldBe 0
            closed shouldBe before
        }

        test("the same upgrade goes on afterwards") {
            calm.run("upgrade", "heads").status shouldBe 0
            calm.run("downgrade", "base").status shouldBe 0
        }
    })
