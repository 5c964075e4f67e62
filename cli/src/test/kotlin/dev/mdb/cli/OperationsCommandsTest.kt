package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import dev.mdb.resource.LockWait
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.RunOwner
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.maps.shouldContainKey
import io.kotest.matchers.maps.shouldNotContainKey
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldEndWith
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists

private fun CommandLineFolder.mdb(line: String): Outcome = run(*line.split(" ").toTypedArray())

private fun lock(file: Path) =
    Resources
        .create(
            ResourceSettings(
                "main",
                "sqlite:$file",
                Optional.empty(),
                Optional.empty(),
                "mdb_version",
                Optional.empty(),
                Duration.ofSeconds(1),
                file.parent,
            ),
        ).lock(RunOwner("somebody", "elsewhere", 4711, "mdb test"), LockWait(Duration.ZERO) {})

/** Two databases; in the first one a revision without a transaction that fails at its third statement until [mended]. */
private fun folder(path: Path, third: String = "create nonsense") =
    CommandLineFolder(path, ScriptCompiler.embedded())
        .config(
            """
            [resources.main]
            url = 'sqlite:main.db'
            locations = ['main']
            [resources.other]
            url = 'sqlite:other.db'
            locations = ['other']
            """,
        ).script("a1", location = "main", body = "upgrade { execute(\"create table first (id integer)\") }\n    downgrade { }")
        .half(third)
        .script("a3", "down(\"a2\")", location = "main")
        .script("o1", location = "other")

private fun CommandLineFolder.half(third: String, first: String = "create table one (id integer)") =
    script(
        "a2",
        "down(\"a1\")\n    transaction = Transaction.NONE",
        location = "main",
        body =
            """
            upgrade {
                execute("$first")
                execute("insert into one values (1)")
                execute("$third")
                execute("create table four (id integer)")
            }
            downgrade { }
            """.trimIndent(),
    )

class OperationsCommandsTest :
    FunSpec({
        test("a revision that stops half-way: exit 6, what stayed, what was not run; then log, status, resume") {
            val folder = folder(tempdir().toPath())
            val failed = folder.mdb("upgrade heads")
            withClue(failed) {
                failed.status shouldBe 6
                failed.error shouldContain "help: the first 2 statements of its block stayed"
                failed.error shouldContain "mdb repair --applied|--unapplied a2"
                failed.out shouldContain "main:\n  upgraded 1 revision in "
                failed.out shouldContain
                    " ms (a1); current: a1\n  half-way: a2, of which this stayed:\n" +
                    "    1. create table one (id integer)\n    2. insert into one values (1)\n  not run: a3\n"
                failed.out shouldContain "other:\n  nothing was done; nothing is applied\n  not run: o1\n"
            }

            val again = folder.mdb("-n main upgrade heads --json")
            again.status shouldBe 6
            again.list("problems").single()["code"] shouldBe "broken-off"
            folder.mdb("-n main upgrade heads --dry-run").status shouldBe 6

            val status = folder.mdb("status")
            status.status shouldBe 0
            status.out.lines()[1] shouldContain "half-way: a2  a1     2026-11-21T09:30:00Z stopped  free"
            folder.mdb("status --json").list("resources")[0]["halfWay"] shouldBe "a2"

            folder.half("create table three (id integer)", first = "create table won (id integer)")
            val edited = folder.mdb("-n main resume")
            withClue(edited) {
                edited.status shouldBe 6
                edited.out shouldContain "half-way: a2, 2 of its statements stayed\n"
                edited.error shouldContain "statement 1 of the block is not the one that was done"
            }
            folder.half("create table three (id integer)")
            val resumed = folder.mdb("-n main resume")
            withClue(resumed) {
                resumed.status shouldBe 0
                resumed.out shouldContain "; current: a2\n"
                resumed.error shouldContain "1 revision is not applied yet: run the upgrade again\n"
            }
            folder.mdb("resume").out shouldContain "main:\n  nothing to do; current: a2\nother:\n  nothing to do"
            folder.mdb("upgrade heads").status shouldBe 0

            val log = folder.mdb("log a2 --json").list("log")
            log.map { it["outcome"] } shouldBe listOf("done", "resumed", "resumed")
            log[0]["statements"] shouldBe 4
            log[2] shouldContainKey "error"
            val text = folder.mdb("-n main log -N 3").out.lines()
            text[0] shouldStartWith "TIME                  RUN         REVISION  ACTION   OUTCOME"
            text.filter { it.startsWith("2026") }.map { it.split(Regex(" +"))[2] }.shouldContainExactly("a3", "a2", "a2")
        }

        test("status, current and plan tell how far a revision came that stopped half-way, and what helps") {
            val folder = folder(tempdir().toPath())
            folder.mdb("upgrade heads").status shouldBe 6
            val what = "main: the upgrade of a2 broke off: 2 statements were done, the rest was not ("
            val help = "go on with `mdb -n main resume`, or put it right by hand and run `mdb -n main repair --applied|--unapplied a2`"

            val status = folder.mdb("status")
            withClue(status) {
                status.out.lines()[3] shouldStartWith what
                status.out.lines().drop(4) shouldBe listOf("  help: $help", "")
            }
            for (line in listOf("-n main current", "-n main plan upgrade heads")) {
                val outcome = folder.mdb(line)
                withClue(outcome) {
                    outcome.status shouldBe 0
                    outcome.error shouldStartWith "note: $what"
                    outcome.error.lines()[0] shouldEndWith "; $help"
                    outcome.error.lines().size shouldBe 2
                }
            }
            for (line in listOf("status", "current", "plan upgrade a3")) {
                val resources = folder.mdb("$line --json").list("resources")
                withClue(line) {
                    val brokenOff = resources[0]["brokenOff"] as Map<*, *>
                    brokenOff["revision"] shouldBe "a2"
                    brokenOff["help"] shouldBe help
                    (brokenOff["data"] as Map<*, *>).filterKeys { it in setOf("direction", "done") } shouldBe
                        mapOf("done" to 2, "direction" to "upgrade")
                    resources.drop(1).forEach { it shouldNotContainKey "brokenOff" }
                }
            }
            folder.mdb("-n main plan upgrade heads --from a1").error shouldBe ""
            lock(folder.path.resolve("main.db")).use {
                folder.mdb("-n main current").error shouldBe ""
                folder.mdb("-n main status").out.lines()[1] shouldContain "running: a2"
            }

            folder.half("create table three (id integer)")
            folder.mdb("-n main resume").status shouldBe 0
            folder.mdb("current").error shouldBe ""
            folder.mdb("status").out shouldNotContain "broke off"
        }

        test("what was put right by hand is recorded, in the only resource where it broke off") {
            val folder = folder(tempdir().toPath())
            folder.mdb("-n main upgrade heads").status shouldBe 6
            val wrong = folder.mdb("repair a2")
            wrong.status shouldBe 2
            wrong.error shouldContain "repair wants either --applied or --unapplied"
            folder.mdb("repair --applied o1").error shouldContain "no run of o1 broke off in main, other"
            folder.mdb("repair --applied a2").out shouldBe "a2 is recorded as applied; current: a2\n"
            folder.mdb("-n main repair --unapplied a2").error shouldContain "no run of a2 broke off in main"
            folder.mdb("-n main upgrade heads").out shouldContain "; current: a3\n"
        }

        test("repair --unapplied lists what had been done, as far as the script tells") {
            val first = listOf("1. create table one (id integer)", "2. insert into one values (1)").map { "  $it" }
            val head =
                listOf(
                    "a2 is recorded as not applied; current: a1",
                    "2 statements of it had been done, and must have been taken back by hand:",
                )

            val folder = folder(tempdir().toPath())
            folder.mdb("-n main upgrade heads").status shouldBe 6
            folder.mdb("repair a2 --unapplied").out.lines() shouldBe head + first + ""
            folder.mdb("-n main current").error shouldBe ""

            val changed = folder(tempdir().toPath())
            changed.mdb("-n main upgrade heads").status shouldBe 6
            changed.half("create nonsense", first = "create table won (id integer)")
            changed.mdb("repair a2 --unapplied").out.lines() shouldBe head + "  and 2 more, which the script does not tell" + ""

            val json = folder(tempdir().toPath())
            json.mdb("-n main upgrade heads").status shouldBe 6
            val document = json.mdb("repair a2 --applied --json").json
            document["statements"] shouldBe 2
            document["committed"] shouldBe listOf("create table one (id integer)", "insert into one values (1)")
        }

        test("where another tool was at work, current, status and upgrade point to stamp, until mdb remembers something") {
            val table = "create table if not exists alembic_version as select 'ae1' as version_num"
            val made = "upgrade { execute(\"$table\") }\n    downgrade { }"
            val config = "[resources.main]\nurl = 'sqlite:main.db'\n"
            val folder = CommandLineFolder(tempdir().toPath(), ScriptCompiler.embedded()).script("a1", body = made)
            folder.config(config + "version_table = 'elsewhere'\n").mdb("upgrade heads").status shouldBe 0
            folder.config(config)
            val note =
                "note: main: Alembic has a table alembic_version here, which says ae1, and mdb has applied nothing; what is there already" +
                    " is recorded with `mdb -n main stamp REVISION`, which runs nothing: see docs/from-alembic.md\n"
            for (command in listOf("current", "status", "current --json")) folder.mdb(command).error shouldBe note
            val upgraded = folder.mdb("upgrade heads")
            upgraded.status shouldBe 0
            upgraded.error shouldStartWith note
            for (command in listOf("current", "status", "upgrade heads")) folder.mdb(command).error shouldBe ""
        }

        test("a failure that is rolled back says that nothing stayed") {
            val folder = folder(tempdir().toPath())
            folder.script("a1", location = "main", body = "upgrade { execute(\"create nonsense\") }\n    downgrade { }")
            val failed = folder.mdb("-n main upgrade heads")
            failed.status shouldBe 1
            failed.out shouldBe "nothing was done; nothing is applied\nfailed: a1, nothing of it stayed\nnot run: a2, a3\n"
        }

        test("status shows all resources, also beside one that cannot be reached") {
            val path = tempdir().toPath()
            val folder = folder(path)
            folder.config(
                """
                [resources.main]
                url = 'sqlite:main.db'
                locations = ['main']
                [resources.gone]
                url = 'postgresql://me:secret@127.0.0.1:1/nothing'
                locations = ['other']
                """,
            )
            val outcome = folder.mdb("status")
            withClue(outcome) {
                outcome.status shouldBe 1
                val lines = outcome.out.lines()
                lines[0] shouldStartWith "RESOURCE  KIND        URL"
                lines[1] shouldContain "3 pending"
                lines[2].split(Regex("  +")).take(3) shouldBe listOf("gone", "postgresql", "postgresql://me@127.0.0.1:1/nothing")
                lines[2] shouldContain "  cannot connect to 127.0.0.1:1: Connection to 127.0.0.1:1 refused"
                outcome.error shouldContain "cannot connect"
                outcome.toString() shouldNotContain "secret"
            }
            path.resolve("main.db").exists() shouldBe false
            val json = folder.mdb("status --json").list("resources")
            json.map { it["reached"] } shouldBe listOf(true, false)
            json[0] shouldNotContainKey "lockHolder"
        }

        test("lock names who runs now; to break it needs --yes, and a way to") {
            val path = tempdir().toPath()
            val folder = folder(path)
            folder.mdb("lock").out shouldBe "main: free\nother: free\n"
            folder.mdb("lock break").out shouldBe "main: free\nother: free\n"
            lock(path.resolve("main.db")).use {
                folder.mdb("lock status").out shouldBe "main: held by somebody@elsewhere, process 4711\nother: free\n"
                folder.mdb("status --json").list("resources")[0]["lockHolder"] shouldBe "somebody@elsewhere, process 4711"
                val refused = folder.mdb("lock break")
                refused.status shouldBe 2
                refused.error shouldContain "mdb -n main lock break --yes"
                val broken = folder.mdb("lock break --yes")
                withClue(broken) {
                    broken.status shouldBe 5
                    broken.error shouldContain "nobody can take it away: somebody@elsewhere, process 4711"
                    broken.error shouldContain "help: end that process"
                    broken.out shouldBe "other: free\n"
                }
            }
            folder.mdb("lock brake").error shouldContain "did you mean 'break'?"
        }

        test("a dry run shows the statements and leaves no trace") {
            val path = tempdir().toPath()
            val folder = folder(path, "create table three (id integer)")
            val outcome = folder.mdb("-n main upgrade heads --dry-run")
            withClue(outcome) {
                outcome.status shouldBe 0
                outcome.out shouldStartWith "upgrade a1, about a1\n  create table first (id integer);\nupgrade a2, about a2\n"
                outcome.out shouldContain "upgrade a3, about a3\n  (nothing)\n"
                path.resolve("main.db").deleteIfExists() shouldBe false
            }
            val document = folder.mdb("upgrade heads --dry-run --json")
            document.json["dryRun"] shouldBe true
            document.list("steps").map { it["revision"] } shouldBe listOf("a1", "a2", "a3", "o1")
            folder.mdb("-n other downgrade base --dry-run").out shouldBe "nothing to do\n"
        }

        test("a limit that is no number is refused") {
            val outcome = folder(tempdir().toPath()).mdb("log --limit some")
            outcome.status shouldBe 2
            outcome.error shouldContain "--limit is a number from 1, not 'some'"
        }
    })
