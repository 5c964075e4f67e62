package dev.mdb.project.author

import dev.mdb.error.MdbException
import dev.mdb.graph.AppliedSet
import dev.mdb.project.Projects
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import java.util.Optional
import kotlin.io.path.deleteIfExists
import kotlin.io.path.exists
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.name
import kotlin.io.path.readText
import kotlin.io.path.writeText

/**
 * The graph of the tests:
 * ```
 * a1 (LINE) <- a2 <- a3        (a3 depends on b1)
 * b1 (SIDE)
 * ```
 */
class RevisionAuthorTest :
    FunSpec({
        val clock = Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC)

        fun project(config: String = "[resources.main]\nurl = 'sqlite:x'") =
            Projects(tempdir().toPath())
                .config(config)
                .script("a1", "branch(\"LINE\")")
                .script("a2", "down(\"a1\")")
                .script("a3", "down(\"a2\"); dependsOn(\"b1\")")
                .script("b1", "branch(\"SIDE\")")

        fun Projects.author(applied: AppliedSet = AppliedSet.nothing()) =
            RevisionAuthor(open().resource("main"), clock, { "0123456789ab" }, { applied })

        fun request(
            message: String = "Create posts",
            id: String? = null,
            heads: List<String> = emptyList(),
            splice: Boolean = false,
            labels: List<String> = emptyList(),
            dependencies: List<String> = emptyList(),
            path: Path? = null,
        ) = RevisionRequest(message, Optional.ofNullable(id), heads, splice, labels, dependencies, Optional.ofNullable(path))

        fun Projects.files() =
            folder
                .resolve("versions")
                .listDirectoryEntries()
                .map { it.name }
                .sorted()

        test("a script is written from the template, and read back as it was asked for") {
            val project = project()
            val written =
                project.author().write(
                    request("Say \"hi\" for \$5", heads = listOf("LINE@head"), labels = listOf("NEW"), dependencies = listOf("SIDE", "a1")),
                )
            written.file().name shouldBe "2026_11_21_0930-0123456789ab_say_hi_for_5.migration.kts"
            written.file().readText() shouldContain "// Created 2026-11-21 09:30 +00:00"
            val read =
                project
                    .open()
                    .resource("main")
                    .graph()
                    .find("0123456789ab")
                    .get()
            read.message() shouldBe "Say \"hi\" for \$5"
            read.parents() shouldBe listOf("a3")
            read.labels() shouldBe listOf("NEW")
            read.dependencies().map { it.name() } shouldBe listOf("SIDE", "a1")
        }

        test("the project's own template and file names are used") {
            val project =
                project("[defaults]\nfile_template = '{slug}'\ntimezone = 'Asia/Tokyo'\n[resources.main]\nurl = 'sqlite:x'")
            project.folder
                .resolve(
                    "revision.kts.template",
                ).writeText("revision { id = {{id}}; message = {{message}}; {{down}} } // {{created}}")
            val file = project.author().write(request(heads = listOf("a3"))).file()
            file.name shouldBe "create_posts.migration.kts"
            file.readText() shouldBe
                "revision { id = \"0123456789ab\"; message = \"Create posts\"; down(\"a3\") } // 2026-11-21 18:30 +09:00"
        }

        context("what is refused leaves no file behind") {
            withData(
                nameFn = { it.second },
                request(message = " ") to "the message is empty",
                request(message = "two\nlines") to "the message holds the character U+000A; it has to be one line of text",
                request(id = "a@b") to "the id 'a@b' holds '@'; letters, digits, '_' and '.' are allowed",
                request(id = "head") to "the id 'head' is a word of the target grammar",
                request(id = "a1", heads = listOf("base")) to "the id 'a1' is taken by versions/a1.migration.kts",
                request(id = "SIDE", heads = listOf("base")) to "the id 'SIDE' is taken by versions/b1.migration.kts",
                request(labels = listOf("LINE"), heads = listOf("base")) to "the label 'LINE' is taken by versions/a1.migration.kts",
                request(labels = listOf("a2"), heads = listOf("base")) to "the label 'a2' is taken by versions/a2.migration.kts",
                request(labels = listOf("a b"), heads = listOf("base")) to
                    "the label 'a b' holds a space; letters, digits, '_' and '.' are allowed",
                request() to "'head' could be any of 2 heads: 'a3', 'b1'",
                request(heads = listOf("nothing")) to "no revision or label 'nothing'",
                request(heads = listOf("a2")) to "'a2' is no head: 'a3' already stands on it",
                request(heads = listOf("a3", "a1"), splice = true) to "'a3' already stands on 'a1': nothing to merge",
                request(heads = listOf("base"), dependencies = listOf("nothing")) to "no revision or label 'nothing'",
                request(heads = listOf("base", "a3")) to "a base has no parents, and --head names some beside 'base'",
            ) { (request, message) ->
                val project = project()
                val before = project.files()
                shouldThrow<MdbException> { project.author().write(request) }.problems().first().message() shouldBe message
                project.files() shouldBe before
            }
        }

        test("several heads are listed with a target for each, those too that another line depends on") {
            val help =
                shouldThrow<MdbException> { project().author().write(request()) }
                    .problems()
                    .single()
                    .help()
                    .get()
            help shouldContain "LINE@head"
            help shouldContain "SIDE@head"
        }

        test("--splice allows a parent that has children") {
            project()
                .author()
                .write(request(heads = listOf("a1"), splice = true))
                .revision()
                .parents() shouldBe listOf("a1")
        }

        test("a prefix is written as the whole id, a label stays a label") {
            val project = project().script("long_name_1", "down(\"b1\")")
            val written = project.author().write(request(heads = listOf("long_"), dependencies = listOf("SIDE", "long_n")))
            written.revision().parents() shouldBe listOf("long_name_1")
            written.revision().dependencies().map { it.name() } shouldBe listOf("SIDE", "long_name_1")
        }

        test("current and walks from it ask the database") {
            val applied = AppliedSet.of("b1")
            project()
                .author(applied)
                .write(request(heads = listOf("current")))
                .revision()
                .parents() shouldBe listOf("b1")
        }

        test("a file that exists is not overwritten") {
            val project = project("[defaults]\nfile_template = '{slug}'\n[resources.main]\nurl = 'sqlite:x'")
            project.author().write(request(id = "one", heads = listOf("b1")))
            val failure = shouldThrow<MdbException> { project.author().write(request(id = "two", heads = listOf("a3"))) }
            failure.message shouldContain "create_posts.migration.kts exists already"
        }

        test("scripts with faults stop those who write") {
            val project = project().script("c1", "down(\"none\")")
            shouldThrow<MdbException> { project.author() }.problems().single().code() shouldBe "missing-parent"
        }

        test("an unknown token of the template is told with its place") {
            val project = project()
            project.folder.resolve("revision.kts.template").writeText("revision {\n    id = {{idd}}\n}")
            val failure = shouldThrow<MdbException> { project.author().write(request(heads = listOf("b1"))) }
            failure.problems().single().message() shouldBe "unknown token '{{idd}}'"
            failure
                .problems()
                .single()
                .at()
                .get()
                .line() shouldBe 2
            project.files() shouldHaveSize 4
        }

        test("a template that loses something is found before anything is written") {
            val project = project()
            project.folder.resolve("revision.kts.template").writeText("revision {\n    id = {{id}}\n    message = {{message}}\n}")
            val failure = shouldThrow<MdbException> { project.author().write(request(heads = listOf("b1"))) }
            failure.problems().single().code() shouldBe "bad-template"
            project
                .author()
                .write(request(heads = listOf("base")))
                .revision()
                .parents() shouldBe emptyList()
            project.files() shouldHaveSize 5
        }

        context("where the file goes when there are several locations") {
            val config = "[resources.main]\nurl = 'sqlite:x'\nlocations = ['versions', 'more']"

            fun twoPlaces() = project(config).script("m1", location = "more")

            test("beside the first parent") {
                val written = twoPlaces().author().write(request(heads = listOf("m1")))
                written.file().parent.name shouldBe "more"
            }

            test("a base has to be told") {
                val failure = shouldThrow<MdbException> { twoPlaces().author().write(request(heads = listOf("base"))) }
                failure.message shouldBe "there are several locations"
            }

            test("--version-path is one of them") {
                val project = twoPlaces()
                val wanted = request(heads = listOf("base"), path = project.folder.resolve("more"))
                project
                    .author()
                    .write(wanted)
                    .file()
                    .parent.name shouldBe "more"
                val elsewhere = request(heads = listOf("base"), path = project.folder.resolve("elsewhere"), id = "e1")
                val refusal = shouldThrow<MdbException> { project.author().write(elsewhere) }.problems().single()
                refusal.message() shouldContain "elsewhere is no location of resource 'main', and is not there"
                refusal.help().get() shouldContain "add another folder to `locations` first"
                project.folder.resolve("elsewhere").exists() shouldBe false
            }

            test("a location that is not there yet is made with its first script, and only when that is written") {
                val project = project(config)
                val more = project.folder.resolve("more")

                fun write(request: RevisionRequest): WrittenRevision {
                    val resource = project.open().resource("main").apply { writesInto(request.versionPath()) }
                    return RevisionAuthor(resource, clock, { "0123456789ab" }, { AppliedSet.nothing() }).write(request)
                }
                shouldThrow<MdbException> { write(request(heads = listOf("base"))) }.message shouldContain "which is no folder"
                shouldThrow<MdbException> { write(request(heads = listOf("a3"), path = project.folder.resolve("versions"))) }
                    .message shouldContain "which is no folder"
                shouldThrow<MdbException> { write(request(heads = listOf("nobody"), path = more)) }
                shouldThrow<MdbException> { write(request(heads = listOf("base"), id = "a1", path = more)) }
                more.exists() shouldBe false

                write(request(heads = listOf("a3"), path = more)).file().parent shouldBe more
                project
                    .open()
                    .resource("main")
                    .graph()
                    .revisions()
                    .size shouldBe 5
            }

            test("the only location is made with its first script; what is no folder stays what it is") {
                val project = Projects(tempdir().toPath()).config("[resources.main]\nurl = 'sqlite:x'")

                fun author() =
                    RevisionAuthor(
                        project.open().resource("main").apply { writesInto(Optional.empty()) },
                        clock,
                        { "0123456789ab" },
                        { AppliedSet.nothing() },
                    )
                val versions = project.folder.resolve("versions")
                versions.deleteIfExists()
                versions.writeText("no folder")
                shouldThrow<MdbException> { author() }.message shouldContain "which is no folder"
                versions.deleteIfExists()
                author().write(request()).file().parent shouldBe versions
            }
        }

        test("merge heads joins all that have no child, those too that another revision depends on") {
            val merged = project().author().merge(request(heads = listOf("heads")))
            merged.revision().parents() shouldBe listOf("a3", "b1")
        }

        test("there must be something to merge") {
            val failure = shouldThrow<MdbException> { project().author().merge(request(heads = listOf("a3"))) }
            failure.message shouldBe "a3 stands for only 'a3': nothing to merge"
        }

        test("init makes a project once") {
            val folder = tempdir().toPath()
            ProjectInitializer.initialize(folder, "main", "sqlite:main.db").map { it.name } shouldBe
                listOf("mdb.toml", "versions", "revision.kts.template")
            val project = Projects(folder)
            project
                .open()
                .resource("main")
                .graph()
                .size() shouldBe 0
            project
                .author()
                .write(request())
                .revision()
                .parents() shouldBe emptyList()
            shouldThrow<MdbException> { ProjectInitializer.initialize(folder, "main", "sqlite:main.db") }
        }
    })
