package dev.mdb.cli

import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import kotlin.io.path.exists
import kotlin.io.path.name
import kotlin.io.path.writeText

/** The graph is drawn at [CommandLineFolder.branches]. */
class GraphCommandsTest :
    FunSpec({
        fun folder() = CommandLineFolder.branches(tempdir().toPath())

        fun two() =
            folder()
                .config("[resources.main]\nurl = 'sqlite:main.db'\n[resources.other]\nurl = '\${env:NONE}'\nlocations = ['other']")
                .script("o1", "branch(\"OTHER\")", location = "other")

        test("heads, as Alembic writes them") {
            folder().run("heads").out shouldBe "a3 (LINE) (head)\nb2 (SIDE) (head)\nx2 (LINE, EXTRA) (head)\n"
        }

        test("a head that another line depends on is an effective head, and can be left out") {
            val folder = folder().script("c1", "dependsOn(\"a3\")")
            folder.run("heads").out shouldContain "a3 (LINE) (effective head)\n"
            folder.run("heads", "--resolve-dependencies").out shouldNotContain "a3"
        }

        test("heads as JSON") {
            val heads = folder().run("heads", "--json").list("heads")
            heads.map { it["revision"] } shouldContainExactly listOf("a3", "b2", "x2")
            heads.first() shouldBe
                mapOf(
                    "resource" to "main",
                    "revision" to "a3",
                    "parents" to listOf("a2"),
                    "dependencies" to emptyList<String>(),
                    "labels" to emptyList<String>(),
                    "branches" to listOf("LINE"),
                    "message" to "about a3",
                    "path" to "versions/a3.migration.kts",
                    "head" to true,
                    "effectiveHead" to false,
                    "branchpoint" to false,
                    "mergepoint" to false,
                    "current" to false,
                    "replaces" to emptyList<String>(),
                )
        }

        test("heads --check finds two heads of one branch, and accepts those that labels tell apart") {
            folder().run("heads", "--check").status shouldBe 0
            val outcome = folder().script("a4", "down(\"a2\")").run("heads", "--check")
            outcome.status shouldBe 4
            outcome.error shouldContain "branch LINE has 2 heads: a3, a4"
            outcome.error shouldContain "mdb merge a3 a4"
        }

        test("history, newest first") {
            folder().run("history").out shouldBe
                """
                a2 -> a3 (LINE) (head), about a3
                a1 -> a2 (LINE), about a2
                b1 -> b2 (SIDE) (head), about b2
                <base> (a1) -> b1 (SIDE), about b1
                a1 -> x2 (LINE, EXTRA) (head), about x2
                <base> -> a1 (LINE, EXTRA) (branchpoint), about a1

                """.trimIndent()
        }

        test("history of a range, and in the long form") {
            folder()
                .run("history", "-r", "a1:a3")
                .out
                .lines()
                .map { it.substringBefore(", about") } shouldBe
                listOf("a2 -> a3 (LINE) (head)", "a1 -> a2 (LINE)", "<base> -> a1 (LINE, EXTRA) (branchpoint)", "")
            folder().run("history", "-r:b1", "-v").out shouldContain
                """
                Rev: b1
                Parent: <base>
                Also depends on: a1
                Branch labels: SIDE
                Path: versions/b1.migration.kts

                    about b1

                """.trimIndent()
        }

        test("branches shows where it branches") {
            folder().run("branches").out shouldBe
                "a1 (LINE, EXTRA) (branchpoint)\n   -> a2 (LINE)\n   -> x2 (LINE, EXTRA) (head)\n\n"
        }

        test("show takes any target") {
            folder().run("show", "SIDE@head").out shouldContain "Rev: b2 (head)"
            folder().run("show", "LINE@a1+1").status shouldBe 3
            folder().run("show", "a3-1", "--json").list("revisions").single()["revision"] shouldBe "a2"
        }

        test("plan from an assumed state needs no database") {
            val folder = folder()
            val outcome = folder.run("plan", "upgrade", "SIDE@head", "--from", "base")
            outcome.out shouldBe
                """
                upgrade a1, about a1 [dependency]
                upgrade b1, about b1 [ancestor]
                upgrade b2, about b2
                heads then: b2
                still pending: a2, a3, x2

                """.trimIndent()
            folder.path.resolve("main.db").exists() shouldBe false
        }

        test("plan as JSON: steps, heads and pending after them") {
            val outcome = folder().run("plan", "upgrade", "a3", "--from", "a1", "--from", "SIDE", "--json")
            outcome.list("steps").map { it["revision"] to it["why"] } shouldBe listOf("a2" to "ancestor", "a3" to "target")
            outcome.json["heads"] shouldBe listOf("a3", "b1")
            outcome.json["pending"] shouldBe listOf("b2", "x2")
        }

        test("plan downgrade with targets that look like options") {
            folder().run("plan", "downgrade", "-1", "--from", "a3").out shouldContain "downgrade a3, about a3\n"
            folder().run("plan", "downgrade", "LINE@-1", "--from", "a3").out shouldContain "downgrade a3, about a3\n"
            folder().run("plan", "downgrade", "LINE@base", "--from", "heads").status shouldBe 3
            folder().run("plan", "downgrade", "LINE@base", "--from", "heads", "--cascade").out shouldContain "[dependent]"
        }

        test("several resources: each under its name, and only those in which a target exists") {
            two().run("heads").out shouldBe
                "main:\n  a3 (LINE) (head)\n  b2 (SIDE) (head)\n  x2 (LINE, EXTRA) (head)\nother:\n  o1 (OTHER) (head)\n"
            two().run("heads", "-n", "other").out shouldBe "o1 (OTHER) (head)\n"
            two().run("show", "OTHER").out shouldContain "Rev: o1"
            two().run("plan", "upgrade", "o1", "--from", "base").out shouldContain "upgrade o1"
            two().run("heads", "--json").list("heads").map { it["resource"] } shouldBe listOf("main", "main", "main", "other")
        }

        test("global options stand before and after the command") {
            val outcome = two().run("-n", "other", "heads", "--json", "-n", "main")
            outcome.list("heads").size shouldBe 4
            two().run("--json", "-n", "other", "heads").list("heads").size shouldBe 1
        }

        test("a broken script: reading commands show the sound part, the rest refuses") {
            val folder = folder().script("c1", "down(\"none\")")
            folder.path.resolve("versions/twice.migration.kts").writeText("revision { id = \"a3\" }\n")
            val heads = folder.run("heads")
            heads.status shouldBe 3
            heads.out shouldContain "b2 (SIDE) (head)"
            heads.error shouldContain "versions/c1.migration.kts:1:1: revision 'c1' names the parent 'none', which no script has"
            heads.error shouldContain "the id 'a3' is used by versions/a3.migration.kts:1:1, versions/twice.migration.kts:1:1"
            for (command in listOf(
                "upgrade b2",
                "downgrade base",
                "stamp b2",
                "plan upgrade b2",
                "merge b2 x2",
                "revision -m x --head b2",
            )) {
                val refused = folder.run(*command.split(" ").toTypedArray())
                refused.status shouldBe 3
                refused.out shouldBe ""
            }
            folder.path.resolve("main.db").exists() shouldBe false
        }

        test("revision and merge write scripts and say where") {
            val folder = folder()
            val written = folder.run("revision", "-m", "More of a", "--head", "LINE@a3", "--rev-id", "a4", "--json")
            written.json["path"] shouldBe "versions/2026_11_21_0930-a4_more_of_a.migration.kts"
            written.json["parents"] shouldBe listOf("a3")
            folder.run("merge", "heads").out shouldBe "created versions/2026_11_21_0930-000000000001_merge_heads.migration.kts\n"
            folder.run("heads").out shouldBe "000000000001 (LINE, SIDE, EXTRA) (head)\n"
            folder.run("history", "-r", "a4:").out shouldContain
                "a4, b2, x2 -> 000000000001 (LINE, SIDE, EXTRA) (head) (mergepoint), Merge heads"
        }

        test("edit opens the script") {
            val folder = folder()
            folder.run("edit", "SIDE@head").out shouldBe "edited versions/b2.migration.kts\n"
            folder.edited.single().name shouldBe "b2.migration.kts"
        }

        test("init makes a project that works at once") {
            val folder = CommandLineFolder(tempdir().toPath())
            val made = folder.run("init", "sub", "-n", "clientdb", "--url", "sqlite:data.db")
            made.out shouldBe "created sub/mdb.toml\ncreated sub/versions\ncreated sub/revision.kts.template\n"
            folder.run("-c", "sub/mdb.toml", "revision", "-m", "first").status shouldBe 0
            folder.run("-c", "sub/mdb.toml", "heads").out shouldBe "000000000001 (head)\n"
        }

        test("colours only on a terminal that wants them") {
            val colour = "\u001b["
            val dark = mapOf("NO_COLOR" to "1")
            CommandLineFolder.branches(tempdir().toPath(), terminal = true).run("heads").out shouldContain colour
            CommandLineFolder.branches(tempdir().toPath(), environment = dark, terminal = true).run("heads").out shouldNotContain colour
            CommandLineFolder
                .branches(tempdir().toPath(), environment = mapOf("TERM" to "dumb"), terminal = true)
                .run("heads")
                .out shouldNotContain colour
            folder().run("heads").out shouldNotContain colour
        }

        test("help and version go to standard output; no command at all is an error") {
            folder().run("--help").out shouldContain Regex("downgrade +Take back what stands on the target[.]")
            folder().run("downgrade", "--help").out shouldContain "--cascade"
            folder().run("--version").out shouldContain Regex("^mdb 1\\.2\\.3\njava .*\nkotlin 2\\.[0-9.]+\n$")
            folder().run("--version", "--json").json["version"] shouldBe "1.2.3"
            val nothing = folder().run()
            nothing.status shouldBe 2
            nothing.error shouldContain "Usage: mdb"
        }
    })
