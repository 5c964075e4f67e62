package dev.mdb.project.author

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.Projects
import dev.mdb.project.ScriptCompiler
import dev.mdb.project.ScriptLayout
import dev.mdb.project.author.SquashRequest.OldScripts
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.Optional
import kotlin.io.path.invariantSeparatorsPathString
import kotlin.io.path.isRegularFile
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.relativeTo
import kotlin.io.path.walk
import kotlin.io.path.writeText

/** Compiles nothing, and finds fault with what it is told to. The real compiler has its turn in the tests of the command line. */
private class Inspector(
    val wrong: String? = null,
) : ScriptCompiler {
    override fun fingerprint() = "none"

    override fun compile(request: CompileRequest): CompileResult {
        val problems = if (wrong == null) listOf() else listOf(Problem.of(Category.GRAPH, "compile", wrong))
        return CompileResult(listOf(), problems)
    }
}

/**
 * ```
 * start <- one (LINE) <- two <- three <- after
 *                                     <- side
 * other       needs one and two
 * base2       in another resource, needs two of main
 * ```
 */
class SquasherTest :
    FunSpec({
        fun project() =
            Projects(tempdir().toPath())
                .config("[resources.main]\nurl = 'sqlite:x'\n[resources.elsewhere]\nurl = 'sqlite:y'\nlocations = ['elsewhere']")
                .script("start")
                .script("one", "down(\"start\"); branch(\"LINE\")", body = "upgrade { a() }\n    downgrade { b() }")
                .script(
                    "two",
                    "down(\"one\"); dependsOn(\"far\", optional = true)",
                    body = "upgrade {\n        c(\"\"\"\n  x\n\"\"\")\n    }\n    downgrade { }",
                ).script("three", "down(\"two\"); branch(\"LATER\"); dependsOn(\"free\", \"start\")")
                .script("after", "down(\"three\") // so\r")
                .script("side", "down(\"LATER\")")
                .script("other", "dependsOn(\"one\", \"two\")")
                .script("free")
                .script("base2", "dependsOn(\"two\", on = \"main\")", location = "elsewhere")

        fun Projects.squasher(compiler: ScriptCompiler = Inspector()): Squasher {
            val project = open(compiler = compiler)
            val clock = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC)
            return Squasher(project.resources(), project.resource("main"), clock) { "0123456789ab" }
        }

        fun request(
            range: String = "one:three",
            id: String = "all",
            old: OldScripts = OldScripts.Archive(Optional.empty()),
        ) = SquashRequest(range, Optional.of("All of it"), Optional.of(id), old)

        fun Projects.files(): Map<String, String> =
            folder
                .walk()
                .filter { it.isRegularFile() && !it.startsWith(folder.resolve("cache")) }
                .associate { it.relativeTo(folder).invariantSeparatorsPathString to it.readText() }

        fun Projects.graph() = open().resource("main").soundGraph()

        test("the new script holds the blocks in order and the downgrades in reverse, with all names and needs") {
            val project = project()
            val squashed = project.squasher().squash(request())
            squashed.file().name shouldBe "2026_11_21_0930-all_all_of_it.migration.kts"
            squashed.file().readText() shouldBe
                """
                // All of it
                // Squashed 2026-11-21 09:30 +00:00

                revision {
                    id = "all"
                    message = "All of it"
                    down("start")
                    dependsOn("far", optional = true)
                    dependsOn("free")
                    dependsOn("start")
                    branch("LINE", "LATER")
                    replaces("one", "two", "three")

                    upgrade {
                        // one: about one
                        apply {
                            a()
                        }

                        // two: about two
                        apply {
                            c(${"\"\"\""}
                  x
                ${"\"\"\""})
                        }

                        // three: about three (nothing)
                    }

                    downgrade {
                        // three: about three (nothing)

                        // two: about two (nothing)

                        // one: about one
                        apply {
                            b()
                        }
                    }
                }
                """.trimIndent() + "\n"
        }

        test("children and dependents in all resources name the new one, byte for byte otherwise") {
            val project = project()
            val before = project.files()
            val squashed = project.squasher().squash(request())
            val after = project.files()
            squashed.redirected().map { it.name.substringBefore('.') } shouldBe listOf("after", "other", "base2")
            after["versions/after.migration.kts"] shouldBe before.getValue("versions/after.migration.kts").replace("\"three\"", "\"all\"")
            after["versions/other.migration.kts"] shouldContain "dependsOn(\"all\", \"all\")"
            after["elsewhere/base2.migration.kts"] shouldContain "dependsOn(\"all\", on = \"main\")"
            after["versions/side.migration.kts"] shouldBe before["versions/side.migration.kts"]
            for (id in listOf("one", "two", "three")) {
                after["versions/$id.migration.kts"] shouldBe null
                after["archive/$id.migration.kts"] shouldBe before["versions/$id.migration.kts"]
            }
            project.graph().children("all").map { it.id() } shouldBe listOf("after", "side")
        }

        test("--delete keeps no copy") {
            val project = project()
            project.squasher().squash(request(old = OldScripts.Delete()))
            project
                .files()
                .keys
                .filter { it.startsWith("archive") }
                .shouldBeEmpty()
            project.graph().size() shouldBe 6
        }

        context("broken off after any change, the same command finishes") {
            withData(nameFn = { it.toString() }, OldScripts.Archive(Optional.empty()), OldScripts.Delete()) { old ->
                val whole = project()
                val changes =
                    whole
                        .squasher()
                        .prepare(request(old = old))
                        .changes()
                        .size
                whole.squasher().squash(request(old = old))
                changes shouldBeGreaterThan 6
                for (done in 0..changes) {
                    val project = project()
                    project
                        .squasher()
                        .prepare(request(old = old))
                        .changes()
                        .take(done)
                        .forEach { it.apply() }
                    withClue("after $done changes") {
                        val codes =
                            project
                                .open()
                                .resource("main")
                                .problems()
                                .map { it.code() }
                                .toSet()
                        (codes - setOf("replaced-still-there", "duplicate-label")).shouldBeEmpty()
                        val again = project.squasher().squash(request(old = old))
                        again.wentOn() shouldBe (done > if (old is OldScripts.Delete) 0 else 3)
                        project.files() shouldBe whole.files()
                        project.squasher().squash(request(old = old)).nothingLeft() shouldBe true
                    }
                }
            }
        }

        test("a reason not to go back carries over, and so does a downgrade that nobody wrote") {
            val stuck = project().script("two", "down(\"one\")", body = "upgrade { }\n    irreversible(\"data are gone\")")
            stuck
                .squasher()
                .squash(request())
                .file()
                .readText() shouldContain "    irreversible(\"two: data are gone\")\n}\n"
            val missing = project().script("two", "down(\"one\")", body = "upgrade { }")
            missing.squasher().squash(request())
            missing
                .graph()
                .find("all")
                .get()
                .downgrade()
                .javaClass.simpleName shouldBe "Missing"
        }

        test("a return from a block ends its own part") {
            val project = project().script("one", "down(\"start\")", body = "upgrade { if (x) return@upgrade; a() }\n    downgrade { }")
            project
                .squasher()
                .squash(request())
                .file()
                .readText() shouldContain
                "        apply upgrade@ {\n            if (x) return@upgrade; a()\n        }\n"
        }

        test("a reversible block goes into both directions") {
            val project = project().script("one", "down(\"start\")", body = "reversible { if (x) return@reversible; a() }")
            val text =
                project
                    .squasher()
                    .squash(request())
                    .file()
                    .readText()
            text shouldContain "        apply reversible@ {\n            if (x) return@reversible; a()\n        }\n"
            text shouldContain "        undo reversible@ {\n            if (x) return@reversible; a()\n        }\n"
        }

        test("a dependent that nobody can rewrite goes on naming an old id") {
            val project = project()
            val text = "val p = \"three\"\nrevision { id = \"odd\"; down(p) }"
            val file: Path = project.folder.resolve("versions/odd.migration.kts")
            file.writeText(text)
            val compiler =
                object : ScriptCompiler by Inspector() {
                    override fun compile(request: CompileRequest): CompileResult {
                        val odd =
                            request
                                .folders()
                                .single()
                                .scripts()
                                .none { it.path() == "odd.migration.kts" }
                        if (odd) return CompileResult(listOf(), listOf())
                        val header = ScriptLayout.of("revision { id = \"odd\"; down(\"three\") }", "odd").header()
                        val script = CompileResult.Script("odd.migration.kts", header, "Odd", mapOf("Odd" to ByteArray(0)))
                        return CompileResult(
                            listOf(CompileResult.Folder(request.folders().single().key(), listOf(script), mapOf())),
                            listOf(),
                        )
                    }
                }
            val squashed = project.squasher(compiler).squash(request())
            squashed.leftAlone().map { it.name } shouldBe listOf("odd.migration.kts")
            file.readText() shouldBe text
        }

        context("refused, and nothing is written") {
            data class Case(
                val what: String,
                val message: String,
                val request: SquashRequest = request(),
                val compiler: ScriptCompiler = Inspector(),
                val change: Projects.() -> Unit = {},
            )
            withData(
                nameFn = { it.what },
                Case("one revision", "'two:two' is only 'two': nothing to squash", request("two:two")),
                Case("the wrong way round", "in 'three:one' the end does not stand on 'three'", request("three:one")),
                Case("different lines", "'free' and 'three' are not on one line", request("free:three")),
                Case("an unknown end", "no revision or label 'nosuch'", request("one:nosuch")),
                Case("no range", "expected ':' between two targets", request("one")),
                Case("a branch in the middle", "cannot replace a run that is open at 'two'") { script("x", "down(\"two\")") },
                Case("a merge in the middle", "cannot replace a run that is open at 'two'") { script("two", "down(\"one\", \"free\")") },
                Case("a taken id", "the id 'free' is used by", request(id = "free")),
                Case("an id of the run", "the id 'two' is used by", request(id = "two")),
                Case("a need that goes out and in again", "revisions wait for each other") {
                    script("x", "dependsOn(\"one\")").script("three", "down(\"two\"); branch(\"LATER\"); dependsOn(\"x\")")
                },
                Case(
                    "a header that is not plain",
                    "versions/two.migration.kts:4:10: the header of the script is not in plain form",
                    compiler = Odd,
                ) {
                    script("two", "down(listOf(\"one\"))")
                },
                Case("different transactions", "differ in their transaction") {
                    script("two", "down(\"one\"); transaction = Transaction.NONE")
                },
                Case("an import that means something else elsewhere", "would change what 'thing' means there") {
                    script("two", "down(\"one\")", imports = "import a.thing\n", body = "upgrade { thing() }")
                    script("three", "down(\"two\"); branch(\"LATER\")", body = "upgrade { thing() }")
                },
                Case("imports of everything", "'one' has no 'import a.*'") { script("two", "down(\"one\")", imports = "import a.*\n") },
                Case("an archive that is read", "reads the scripts in", request(old = OldScripts.Archive(Optional.empty()))) {
                    config("[resources.main]\nurl = 'sqlite:x'\n[resources.old]\nurl = 'sqlite:y'\nlocations = ['archive']")
                    script("x", location = "archive")
                },
                Case("another file in the archive", "exists already") {
                    folder.resolve("archive").toFile().mkdirs()
                    folder.resolve("archive/two.migration.kts").writeText("another")
                },
                Case(
                    "blocks that do not compile together",
                    "do not compile when they stand in one script: no such name",
                    compiler = Inspector("no such name"),
                ),
                Case("a fault in another script", "names the parent 'gone'") { script("x", "down(\"gone\")") },
            ) { case ->
                val project = project().apply(case.change)
                val before = project.files()
                val thrown = shouldThrow<MdbException> { project.squasher(case.compiler).squash(case.request) }
                thrown.message shouldContain case.message
                project.files() shouldBe before
            }
        }

        test("what is squashed already is not squashed again, until every database has it") {
            val project = project()
            project.squasher().squash(request())
            shouldThrow<MdbException> { project.squasher().squash(request("start:all", id = "more")) }.message shouldContain
                "'all' is squashed itself, from one, two, three"
            val file = project.folder.resolve("versions/2026_11_21_0930-all_all_of_it.migration.kts")
            file.writeText(file.readText().replace("    replaces(\"one\", \"two\", \"three\")\n", ""))
            project
                .squasher()
                .squash(request("start:all", id = "more"))
                .revision()
                .replaces() shouldBe listOf("start", "all")
        }

        test("without a first end the run begins at the base") {
            val project = project()
            project
                .squasher()
                .squash(request(":two"))
                .revision()
                .replaces() shouldBe listOf("start", "one", "two")
        }
    })

/** Knows the one script that only a compiler can read. */
private object Odd : ScriptCompiler {
    override fun fingerprint() = "none"

    override fun compile(request: CompileRequest): CompileResult {
        val folder = request.folders().single()
        val header =
            ScriptLayout
                .of("revision { id = \"two\"; message = \"about two\"; down(\"one\") }", "versions/two.migration.kts")
                .header()
        val script = CompileResult.Script(folder.scripts().single().path(), header, "Two", mapOf("Two" to ByteArray(0)))
        return CompileResult(listOf(CompileResult.Folder(folder.key(), listOf(script), mapOf())), listOf())
    }
}
