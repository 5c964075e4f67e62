package dev.mdb.cli

import dev.mdb.project.CompileRequest
import dev.mdb.project.ScriptCompiler
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import kotlin.io.path.isRegularFile
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import kotlin.io.path.walk

/** Each mistake has a message that is enough to go on, the right exit status, and changes nothing. */
class BadInputTest :
    FunSpec({
        data class Case(
            val arguments: List<String>,
            val status: Int,
            val message: String,
            val help: String = "",
        )

        fun case(
            line: String,
            status: Int,
            message: String,
            help: String = "",
        ) = Case(if (line.isEmpty()) emptyList() else line.split(" "), status, message, help)

        fun files(path: Path) =
            path
                .walk()
                .filter {
                    it.isRegularFile() && "cache" !in it.relativeTo(path).toString()
                }.associateWith { it.readText() }

        context("on a sound project") {
            withData(
                nameFn = { "mdb " + it.arguments.joinToString(" ") },
                case("hed", 2, "unknown command 'hed'", "did you mean 'heads'?"),
                case("frobnicate", 2, "unknown command 'frobnicate'", "there are init, revision"),
                case("heads --jsn", 2, "unknown option '--jsn' for 'mdb heads'", "did you mean '--json'?"),
                case("--verbos heads", 2, "unknown option '--verbos' for 'mdb'", "did you mean '--verbose'?"),
                case("revision --haed=LINE@head -m x", 2, "unknown option '--haed' for 'mdb revision'", "did you mean '--head'?"),
                case("heads extra", 2, "'extra' is one argument too many for 'mdb heads'"),
                case("upgrade", 2, "'mdb upgrade' needs TARGET", "for example: mdb upgrade heads"),
                case("plan upgrade", 2, "'mdb plan' needs upgrade|downgrade TARGET", "for example: mdb plan"),
                case("downgrade a1 a2", 2, "'a2' is one argument too many for 'mdb downgrade'"),
                case("heads -n", 2, "'--name' needs RESOURCE"),
                case("heads -x NAME", 2, "-x wants NAME=VALUE, not 'NAME'"),
                case("upgrade heads --lock-wait soon", 2, "--lock-wait is a duration like"),
                case("heads -n mian", 2, "unknown resource 'mian'", "did you mean 'main'?"),
                case("heads -n elsewhere", 2, "unknown resource 'elsewhere'", "mdb.toml has main"),
                case("-c none.toml heads", 2, "none.toml: the configuration does not exist"),
                case("show nothing", 3, "no revision or label 'nothing'", "see: mdb history"),
                case("upgrade LNIE", 3, "no revision or label 'LNIE'"),
                case("upgrade head", 3, "'head' could be any of 3 heads: 'a3', 'b2', 'x2'", "SIDE@head"),
                case("show long", 3, "'long' is the beginning of 'long_a', 'long_b'", "write more of it"),
                case("upgrade a1+1junk", 2, "'a1+1junk' is no target: expected nothing more but found 'junk'"),
                case("upgrade LINE@b2", 3, "'b2' is neither below nor above 'LINE'", "it is in: SIDE@b2"),
                case("upgrade -1", 2, "'-1' walks down: no target of upgrade", "use: mdb downgrade -1"),
                case("downgrade +1", 2, "'+1' walks up: no target of downgrade", "use: mdb upgrade +1"),
                case("history -r a1", 2, "'a1' is no target: expected ':' between two targets"),
                case("plan sideways a1", 2, "plan wants upgrade or downgrade before the target, not 'sideways'"),
                case("plan upgrdae a1", 2, "plan wants upgrade or downgrade", "did you mean 'upgrade'?"),
                case("plan downgrade a1 a2 --from heads", 2, "a downgrade takes one target"),
                case("revision --head LINE@head", 2, "the message is empty"),
                case("revision -m two --rev-id a1 --head base", 3, "the id 'a1' is taken by versions/a1.migration.kts"),
                case("revision -m two --branch-label LINE --head base", 3, "the label 'LINE' is taken by versions/a1.migration.kts"),
                case("revision -m two --rev-id a@b --head base", 2, "the id 'a@b' holds '@'"),
                case("revision -m two --head a1", 3, "'a1' is no head: 'a2', 'x2' already stands on it", "--splice"),
                case(
                    "revision -m two --version-path elsewhere --head base",
                    2,
                    "is no location of resource 'main', and is not there",
                    "--version-path is one of",
                ),
                case("merge a3", 3, "a3 stands for only 'a3': nothing to merge"),
                case("merge a3 a1", 3, "'a1' is no head"),
                case("init", 2, "mdb.toml exists already"),
                case("init -n one -n two", 2, "init starts with one resource"),
            ) { case ->
                val folder =
                    CommandLineFolder
                        .branches(
                            tempdir().toPath(),
                        ).script("long_a", "down(\"b1\")")
                        .script("long_b", "down(\"long_a\")")
                val wanted = if (case.message.contains("3 heads")) CommandLineFolder.branches(tempdir().toPath()) else folder
                val before = files(wanted.path)
                val outcome = wanted.run(*case.arguments.toTypedArray())
                withClue(outcome) {
                    outcome.status shouldBe case.status
                    outcome.error shouldContain case.message
                    outcome.error shouldContain case.help
                    outcome.error shouldNotContain "\tat "
                    outcome.out shouldBe ""
                    files(wanted.path) shouldBe before
                }
            }
        }

        context("without a sound configuration") {
            test("no mdb.toml") {
                val outcome = CommandLineFolder(tempdir().toPath()).run("heads")
                outcome.status shouldBe 2
                outcome.error shouldContain "no mdb.toml here or in any folder above"
                outcome.error shouldContain "help: 'mdb init' starts a project"
            }

            test("broken TOML has its place") {
                val outcome = CommandLineFolder(tempdir().toPath()).config("[resources.main]\nurl = ").run("heads")
                outcome.status shouldBe 2
                outcome.error shouldContain "error: mdb.toml:2:7: "
            }

            test("all unknown keys at once, each with the nearest known one") {
                val outcome =
                    CommandLineFolder(tempdir().toPath())
                        .config("[defaults]\ntimezoen = 'UTC'\n[resources.main]\nurl = 'sqlite:x'\nlocation = ['a']")
                        .run("heads")
                outcome.status shouldBe 2
                outcome.error shouldBe
                    "error: mdb.toml:2:1: unknown key 'timezoen'\n  help: did you mean 'timezone'?\n" +
                    "error: mdb.toml:5:1: unknown key 'location'\n  help: did you mean 'locations'?\n"
            }
        }

        test("under --json the problems are a document on standard output too") {
            val outcome = CommandLineFolder.branches(tempdir().toPath()).run("--json", "show", "nothing")
            outcome.status shouldBe 3
            outcome.list("problems").single()["code"] shouldBe "unknown-revision"
            outcome.error shouldContain "no revision or label 'nothing'"
        }

        test("a fault of mdb itself is one line, and a stack trace under -v") {
            val broken =
                object : ScriptCompiler by NoCompiler {
                    override fun compile(request: CompileRequest) = throw IllegalStateException("out of order")
                }
            val folder = CommandLineFolder.branches(tempdir().toPath(), broken)
            val quiet = folder.run("upgrade", "heads")
            quiet.status shouldBe 1
            quiet.error shouldBe
                "error: unexpected IllegalStateException: out of order, a fault of mdb\n  help: -v shows where it happened\n"
            folder.run("upgrade", "heads", "-v").error shouldContain "\tat "
        }
    })
