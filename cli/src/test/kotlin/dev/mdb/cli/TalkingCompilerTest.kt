package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

class TalkingCompilerTest :
    FunSpec({
        /** One line of two revisions, a1 (LINE) <- a2, among others. */
        fun folder(out: Boolean, error: Boolean = out, environment: Map<String, String> = emptyMap()) =
            CommandLineFolder.branches(tempdir().toPath(), ScriptCompiler.embedded(), environment, out, error)

        test("on a terminal a compile is shown while it lasts and told of with its time, and what is compiled is not") {
            val folder = folder(out = true)
            folder.run("upgrade", "a1").error shouldContain
                Regex("^\rcompiling one script…[^\n]*\r *\rcompiled one script in [0-9.]+ m?s\n")
            folder.run("upgrade", "b2").error shouldContain Regex("^\rcompiling 2 scripts…[^\n]*\r *\rcompiled 2 scripts in [0-9.]+ m?s\n")
            folder.run("downgrade", "base").error shouldNotContain "compil"
        }

        test("what counts is the terminal of standard error: data may go elsewhere") {
            folder(out = false, error = true).run("upgrade", "a1").error shouldContain "\rcompiling one script…"
            folder(out = true, error = false).run("upgrade", "a1").error shouldNotContain "\r"
        }

        test("-q, a pipe, a dumb terminal, and a program that reads JSON see no line drawn anew") {
            folder(out = true).run("-q", "upgrade", "a2").error shouldBe ""
            folder(out = false).run("upgrade", "a2").error shouldNotContain Regex("\r|compil")
            folder(out = true, environment = mapOf("TERM" to "dumb")).run("upgrade", "a2").error shouldNotContain Regex("\r|compil")
            folder(out = false, error = true).run("--json", "upgrade", "a2").error shouldNotContain Regex("\r|compil")
        }
    })
