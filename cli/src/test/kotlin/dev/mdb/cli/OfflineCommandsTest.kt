package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name

private fun CommandLineFolder.mdb(line: String): Outcome = run(*line.split(" ").toTypedArray())

private fun table(name: String) =
    "upgrade { execute(\"create table $name (id integer)\") }\n    downgrade { execute(\"drop table $name\") }"

/** The revisions that a script upgrades, downgrades or stamps. */
private fun Outcome.steps() = list("steps").map { "${it["action"]} ${it["revision"]}" }

/** `--sql`, `--tag`, and `stamp --dry-run`. The graph is drawn at [CommandLineFolder.branches]. */
class OfflineCommandsTest :
    FunSpec({
        val path = tempdir().toPath()
        val folder = CommandLineFolder.branches(path, ScriptCompiler.embedded()).script("a1", "branch(\"LINE\")", body = table("one"))

        fun files(folder: Path) = folder.listDirectoryEntries().map { it.name }.filter { it.startsWith("main") }

        test("an upgrade as a script: nothing but the script, and no database is touched") {
            val outcome = folder.mdb("upgrade --sql a2")
            withClue(outcome) {
                outcome.status shouldBe 0
                outcome.out shouldStartWith "-- mdb 1.2.3, --sql, resource main\n-- from base to a2\n"
                outcome.out shouldContain "\ncreate table one (id integer);\n"
                outcome.error shouldBe ""
            }
            files(path) shouldBe emptyList()
            path.resolve("main.db").exists() shouldBe false
        }

        test("ranges, as many starts as there are, and steps relative to the start") {
            folder.mdb("upgrade --sql a1:a3 --json").steps().shouldContainExactly("upgrade a2", "upgrade a3")
            folder.mdb("upgrade --sql :a1 --json").steps().shouldContainExactly("upgrade a1")
            folder.mdb("upgrade --sql a2: --json").steps().toSet() shouldBe setOf("upgrade a3", "upgrade x2", "upgrade b1", "upgrade b2")
            folder.mdb("upgrade --sql a1:+1 --json").error shouldContain "'+1'"
            folder.mdb("upgrade --sql LINE@a2:LINE@+1 --json").steps().shouldContainExactly("upgrade a3")
            val several = folder.mdb("upgrade --sql --from a2 --from b1 heads --json")
            several.steps().toSet() shouldBe setOf("upgrade a3", "upgrade x2", "upgrade b2")
            several.json["from"] shouldBe listOf("a2", "b1")
            several.json["to"] shouldBe listOf("a3", "b2", "x2")
            folder.mdb("upgrade --sql a2:a3 b1:b2 --json").steps().toSet() shouldBe setOf("upgrade a3", "upgrade b2")
            folder.mdb("downgrade --sql a3:a1 --json").steps().shouldContainExactly("downgrade a3", "downgrade a2")
            folder.mdb("downgrade --sql --from a3 --from x2 LINE@a2 --json").steps().shouldContainExactly("downgrade a3")
            folder.mdb("stamp --sql a1:a3 --json").steps().shouldContainExactly("stamp a2", "stamp a3")
            folder.mdb("stamp --sql a3:a1 --json").steps().shouldContainExactly("unstamp a2", "unstamp a3")
        }

        test("a request that needs the database, or has no start, or is the wrong way round, is refused") {
            folder.mdb("downgrade --sql a1").let {
                it.status shouldBe 2
                it.out shouldBe ""
                it.error shouldContain "downgrade --sql has to be told where it starts"
            }
            folder.mdb("upgrade --sql current:heads").error shouldContain "nobody is asked what is current"
            folder.mdb("upgrade --sql a3:a1").error shouldContain "the end does not stand on 'a3'"
            folder.mdb("upgrade --from a1 heads").error shouldContain "--from is for --sql"
            folder.mdb("upgrade a1:a2").status shouldBe 2
        }

        test("neither a server nor a secret is needed") {
            folder.config(
                "[resources.main]\nurl = 'postgresql://app:\${env:NOT_SET}@nowhere.invalid:\${env:PORT}/shop'\npassword = '\${exec:false}'\n",
            )
            val outcome = folder.mdb("upgrade --sql a1")
            withClue(outcome) {
                outcome.status shouldBe 0
                outcome.out shouldContain "\\set ON_ERROR_STOP on"
            }
            folder.config("[resources.main]\nurl = 'mysql://nowhere.invalid/shop'\n").mdb("upgrade --sql a1").out shouldContain
                "-- run it with: mysql DATABASE < FILE"
            folder.config("[resources.main]\nurl = 'mariadb://nowhere.invalid/shop'\n").mdb("upgrade --sql a1").out shouldContain
                "-- run it with: mariadb DATABASE < FILE"
            folder.config("[resources.main]\nurl = 'redis://a.invalid,b.invalid/'\n").mdb("upgrade --sql a1").error shouldContain
                "no script can be written for a cluster"
            folder.config("[resources.main]\nurl = 'sqlite:main.db'\n")
        }

        test("of several resources that have the target one has to be named") {
            folder.config("[resources.main]\nurl = 'sqlite:main.db'\n[resources.other]\nurl = 'sqlite:other.db'\nlocations = ['others']\n")
            folder.script("o1", "dependsOn(\"a1\", on = \"main\")", location = "others", body = table("other"))
            val refused = folder.mdb("upgrade --sql heads")
            refused.status shouldBe 2
            refused.error shouldContain "--sql writes the script of one resource, and main, other have these targets"
            refused.error shouldContain "-n main"
            val one = folder.mdb("upgrade --sql heads -n other")
            one.out shouldContain "-- needs a1 in resource main first\n"
            folder.mdb("upgrade --sql o1").out shouldContain "create table other"
            folder.config("[resources.main]\nurl = 'sqlite:main.db'\n")
        }

        test("a block that asks something gives no script, but its place") {
            folder.script("q1", body = "upgrade {\n        if (args[\"OFFLINE\"] == null) query(\"select 1\")\n    }")
            val outcome = folder.mdb("upgrade --sql q1")
            outcome.status shouldBe 1
            outcome.out shouldBe ""
            outcome.error shouldContain "versions/q1.migration.kts:6:"
            outcome.error shouldContain "it reads the database, which a script is written without: query select 1"
            folder.mdb("upgrade --sql q1 -x OFFLINE=yes").status shouldBe 0
            path.resolve("versions/q1.migration.kts").toFile().delete()
        }

        test("stamp --dry-run shows the difference and writes nothing") {
            folder.mdb("stamp --dry-run a2").out shouldBe "+ a1\n+ a2\nheads then: a2\n"
            path.resolve("main.db").exists() shouldBe false
            val json = folder.mdb("stamp --dry-run a2 --json")
            json.json["dryRun"] shouldBe true
            json.list("resources").single()["added"] shouldBe listOf("a1", "a2")
        }

        test("a tag is seen by the scripts and kept in the log") {
            folder.script(
                "t1",
                body = "upgrade { execute(\"create table tag_\" + (tag ?: \"none\") + \" (id integer)\") }\n    downgrade { }",
            )
            folder.mdb("upgrade --sql --tag blue t1").out shouldContain "create table tag_blue"
            folder.mdb("upgrade --sql t1").out shouldContain "create table tag_none"
            folder.mdb("upgrade --dry-run --tag blue t1").out shouldContain "create table tag_blue"
            folder.mdb("upgrade --tag blue t1").status shouldBe 0
            folder
                .mdb("log --json")
                .json
                .toString() shouldContain "mdb 1.2.3, tag blue"
            folder.mdb("stamp --tag green base").status shouldBe 0
            folder
                .mdb("log --json")
                .json
                .toString() shouldContain "mdb 1.2.3, tag green"
            folder.run("upgrade", "--tag", "two\nlines", "t1").status shouldBe 2
            folder.mdb("upgrade --tag ${"x".repeat(61)} t1").error shouldContain "a tag is a line of 1 to 60 letters"
        }
    })
