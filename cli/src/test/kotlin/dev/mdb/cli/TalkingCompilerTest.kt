package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith

class TalkingCompilerTest :
    FunSpec({
        /** One line of two revisions, a1 (LINE) <- a2, among others. */
        fun folder(terminal: Boolean) = CommandLineFolder.branches(tempdir().toPath(), ScriptCompiler.embedded(), terminal = terminal)

        test("on a terminal a compile is announced, and what is compiled is not") {
            val folder = folder(terminal = true)
            folder.run("upgrade", "a1").error shouldStartWith "compiling one script…\n"
            folder.run("upgrade", "b2").error shouldStartWith "compiling 2 scripts…\n"
            folder.run("downgrade", "base").error shouldNotContain "compiling"
        }

        test("-q and a pipe hear nothing of it") {
            folder(terminal = true).run("-q", "upgrade", "a2").error shouldBe ""
            folder(terminal = false).run("upgrade", "a2").error shouldNotContain "compiling"
        }
    })
