package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.readText
import kotlin.io.path.writeText

/**
 * With the real compiler, on SQLite:
 * ```
 * start <- one (LINE) <- two <- three <- after
 * other    depends on two
 * ```
 */
class RebaseAndSquashTest :
    FunSpec({
        fun CommandLineFolder.mdb(line: String): Outcome = run(*line.split(" ").toTypedArray())

        fun CommandLineFolder.table(
            id: String,
            header: String,
        ) = script(
            id,
            header,
            body =
                """
                upgrade {
                        val name = "t_$id"
                        if (args["SKIP"] == name) return@upgrade
                        execute("create table ${'$'}name (id integer)")
                        sqlFile("data.sql")
                    }
                    downgrade { execute("drop table t_$id") }
                """.trimIndent(),
        )

        fun folder(path: Path) =
            CommandLineFolder(path, ScriptCompiler.embedded())
                .config("[resources.main]\nurl = 'sqlite:main.db'\n")
                .script(
                    "start",
                    body = "upgrade { execute(\"create table counted (n integer)\") }\n    downgrade { execute(\"drop table counted\") }",
                ).table("one", "down(\"start\"); branch(\"LINE\")")
                .table("two", "down(\"one\")")
                .table("three", "down(\"two\")")
                .table("after", "down(\"three\")")
                .script("other", "dependsOn(\"two\")")
                .apply { path.resolve("versions/data.sql").writeText("insert into counted values (1);") }

        test("squash, then a fresh, a complete and a half-way database") {
            val path = tempdir().toPath()
            val folder = folder(path)
            folder.mdb("--url sqlite:whole.db upgrade heads").status shouldBe 0
            folder.mdb("--url sqlite:half.db upgrade one").status shouldBe 0

            val squashed = folder.run("squash", "one:three", "-m", "One to three", "--rev-id", "all")
            withClue(squashed) {
                squashed.status shouldBe 0
                squashed.out shouldBe
                    """
                    created versions/2026_11_21_0930-all_one_to_three.migration.kts
                    all replaces one, two, three
                    moved to archive: versions/one.migration.kts
                    moved to archive: versions/two.migration.kts
                    moved to archive: versions/three.migration.kts
                    rewrote versions/after.migration.kts
                    rewrote versions/other.migration.kts
                    """.trimIndent() + "\n"
            }
            folder.mdb("squash one:three").out shouldBe "all replaces one, two, three already\n"
            folder.mdb("show LINE -v").out shouldContain "Replaces: one, two, three"

            val fresh = folder.mdb("--url sqlite:fresh.db upgrade heads --json")
            withClue(fresh) { fresh.list("steps").map { it["revision"] } shouldBe listOf("start", "all", "other", "after") }
            folder.mdb("--url sqlite:fresh.db downgrade base").status shouldBe 0
            folder.mdb("--url sqlite:other.db -x SKIP=t_one upgrade all").status shouldBe 0
            folder.mdb("--url sqlite:other.db downgrade start").error shouldContain "t_one"

            val verified = folder.mdb("--url sqlite:whole.db verify")
            withClue(verified) { verified.status shouldBe 0 }
            folder.mdb("--url sqlite:whole.db current --check").out shouldBe "after (LINE) (head)\nother (head)\n"
            val settled = folder.mdb("--url sqlite:whole.db upgrade heads")
            settled.out shouldStartWith "nothing to do"
            settled.error shouldBe "recorded all in place of one, two, three; nothing ran\n"
            folder.mdb("--url sqlite:whole.db upgrade heads").error shouldBe ""
            folder.mdb("--url sqlite:whole.db verify").status shouldBe 0
            folder.mdb("--url sqlite:whole.db downgrade base").status shouldBe 0

            val half = folder.mdb("--url sqlite:half.db upgrade heads")
            half.status shouldBe 3
            half.error shouldContain "'all' replaces revisions of which this resource has 'one' but not 'two', 'three'"
            half.error shouldContain "run there mdb upgrade three, then come back to this one"
            folder.mdb("--url sqlite:half.db current").out shouldStartWith
                "one (squashed into all, which is not here as a whole), about one, applied "
            folder.mdb("--url sqlite:half.db current --json").list("withoutScript").single()["squashedInto"] shouldBe "all"
            folder.mdb("--url sqlite:half.db history -i").status shouldBe 0
        }

        test("a script that was really changed is still found after a squash") {
            val path = tempdir().toPath()
            val folder = folder(path)
            folder.mdb("upgrade heads").status shouldBe 0
            folder.mdb("squash one:three --rev-id all --delete").status shouldBe 0
            path.resolve("archive").exists() shouldBe false
            val after = path.resolve("versions/after.migration.kts")
            after.writeText(after.readText().replace("about after", "about something else"))
            folder.mdb("verify").error shouldContain "'after' was changed after it had been applied"
            folder.mdb("upgrade heads").status shouldBe 0
            folder.mdb("verify").error shouldContain "'after' was changed after it had been applied"
        }

        test("rebase shows before and after, and what it asked") {
            val path = tempdir().toPath()
            val folder = folder(path).script("mine", "down(\"two\")")
            folder.mdb("upgrade three").status shouldBe 0
            folder.mdb("rebase mine --onto after").out shouldBe
                """
                rewrote versions/mine.migration.kts
                before: two -> mine
                after:  after -> mine
                not applied in main
                heads: mine, other
                """.trimIndent() + "\n"
            folder.mdb("rebase mine --onto after").out shouldBe "mine stands on after already\n"
            val refused = folder.mdb("rebase three --onto base --json")
            refused.status shouldBe 3
            refused.list("problems").single()["code"] shouldBe "applied-already"
            folder.mdb("rebase three --onto start --force --json").json["ignored"] shouldBe
                listOf("versions/three.migration.kts:1:1: 'three' is applied in main")
            folder.mdb("rebase mine").error shouldContain "rebase wants the new parent"
            folder.mdb("squash one:two --delete --archive old").status shouldBe 2
        }
    })
