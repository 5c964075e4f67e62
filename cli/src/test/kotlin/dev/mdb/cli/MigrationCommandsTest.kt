package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import kotlin.io.path.deleteExisting
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** One database through all commands that touch it. The graph is drawn at [CommandLineFolder.branches]. */
class MigrationCommandsTest :
    FunSpec({
        val path = tempdir().toPath()
        val folder = CommandLineFolder.branches(path, ScriptCompiler.embedded())

        fun CommandLineFolder.mdb(line: String): Outcome = run(*line.split(" ").toTypedArray())

        fun current() = folder.mdb("current -q").out

        fun table(name: String) =
            "upgrade { execute(\"create table $name (id integer)\") }\n    downgrade { execute(\"drop table $name\") }"

        test("from an empty database, upwards and downwards, with what the commands say") {
            for (id in listOf("a1", "b1")) {
                val labels = mapOf("a1" to "branch(\"LINE\")", "b1" to "dependsOn(\"a1\"); branch(\"SIDE\")")
                folder.script(id, labels.getValue(id), body = table(id))
            }
            current() shouldBe ""
            path.resolve("main.db").exists() shouldBe false

            val first = folder.mdb("upgrade SIDE@head")
            withClue(first) {
                first.status shouldBe 0
                first.error.lines().map { it.substringBefore(" (") } shouldBe
                    listOf("upgraded a1, about a1", "upgraded b1, about b1", "upgraded b2, about b2", "")
                first.out shouldStartWith "upgraded 3 revisions in "
                first.out shouldContain "; current: b2\n"
            }
            current() shouldBe "b2 (SIDE) (head)\n"
            folder.mdb("upgrade SIDE@head").out shouldBe "nothing to do; current: b2\n"

            val check = folder.mdb("current --check")
            check.status shouldBe 4
            check.error shouldContain "3 revisions are not applied: a2, a3, x2"

            val all = folder.mdb("upgrade heads --json")
            all.list("steps").map { it["revision"] } shouldBe listOf("x2", "a2", "a3")
            all.list("resources").single()["heads"] shouldBe listOf("a3", "b2", "x2")
            folder.mdb("current --check").status shouldBe 0

            folder.mdb("downgrade -1").error shouldContain "'-1' could start from 'a3', 'b2', 'x2'"
            folder.mdb("downgrade LINE@a2").status shouldBe 0
            folder.mdb("history -i -r :LINE@a3").out shouldContain "a1 -> a2 (LINE) (current), about a2"
            val refused = folder.mdb("downgrade LINE@base")
            refused.status shouldBe 3
            refused.error shouldContain "mdb downgrade --cascade LINE@base"
            folder.mdb("downgrade LINE@base --cascade").out shouldContain "; nothing is applied\n"
        }

        test("stamp shows the difference, and changes nothing else") {
            folder.mdb("stamp a2 SIDE").out shouldBe "+ a1\n+ a2\n+ b1\ncurrent: a2, b1\n"
            folder.mdb("stamp base --purge --json").list("resources").single()["removed"] shouldBe listOf("a1", "a2", "b1")
        }

        test("what is applied and has no script, or another one, is told by those who check, and forgotten by a purge") {
            folder.script("y1", body = "upgrade { }")
            folder.script("y2", "down(\"y1\")", body = "upgrade { }")
            folder.mdb("upgrade y2").status shouldBe 0
            folder.script("y1", body = "upgrade { execute(\"select 1\") }")
            path.resolve("versions/y2.migration.kts").deleteExisting()

            val verified = folder.mdb("verify")
            verified.status shouldBe 4
            verified.error shouldContain "'y1' was changed after it had been applied"
            verified.error shouldContain "'y2' is applied, and no script has it"
            folder.mdb("current --check").error shouldContain "'y2' is applied, and no script has it"
            folder.mdb("status").out shouldContain "1 without a script"

            folder.mdb("stamp current --purge").out shouldBe "- y2\n= y1, recorded anew\ncurrent: y1\n"
            folder.mdb("verify").status shouldBe 0
            folder.mdb("status").out shouldContain "pending"
            folder.mdb("current --json").list("current").single()["current"] shouldBe true
            folder.mdb("stamp base").out shouldBe "- y1\ncurrent: nothing\n"
            path.resolve("versions/y1.migration.kts").deleteExisting()
        }

        test("a step that fails leaves the steps before it, and says where it happened") {
            folder.script("x2", "down(\"a1\"); branch(\"EXTRA\")", body = "upgrade { execute(\"create nonsense\") }")
            val failed = folder.mdb("upgrade x2 --json")
            failed.status shouldBe 1
            failed.list("steps").map { it["revision"] } shouldBe listOf("a1")
            failed.list("resources").single()["notRun"] shouldBe listOf("x2")
            failed.list("problems").single()["file"] shouldBe "versions/x2.migration.kts"
            failed.error shouldContain "error: versions/x2.migration.kts:5:"
            folder.mdb("downgrade base").status shouldBe 0
        }

        test("an applied revision whose script is gone is named from the database") {
            folder.script("gone")
            folder.mdb("upgrade gone a2").status shouldBe 0
            path.resolve("versions/gone.migration.kts").toFile().delete()
            folder.mdb("current").out shouldContain "gone (no script), about gone, applied 2026-11-21T09:30:00Z\n"
            folder.mdb("downgrade gone").error shouldContain "applied, but no script has it"
            folder.mdb("upgrade a3").status shouldBe 0
        }

        test("verify finds what was changed after it had been applied, and what does not compile") {
            val script = path.resolve("versions/a3.migration.kts")
            script.writeText(script.readText().replace("about a3", "about something else"))
            folder.script("x2", "down(\"a1\"); branch(\"EXTRA\")", body = "upgrade { nonsense() }")
            val outcome = folder.mdb("verify --json")
            outcome.status shouldBe 4
            outcome.json["sound"] shouldBe false
            outcome.error shouldContain "versions/x2.migration.kts:5:15: "
            outcome.error shouldContain "versions/a3.migration.kts:1:1: 'a3' was changed after it had been applied"
        }

        test("a database that cannot be written is a failure of its own") {
            val nowhere = folder.mdb("upgrade a1 --url sqlite:none/at/all.db")
            nowhere.status shouldBe 1
            nowhere.error shouldContain "cannot open"
        }
    })
