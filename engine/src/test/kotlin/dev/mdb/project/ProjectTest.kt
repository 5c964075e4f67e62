package dev.mdb.project

import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldEndWith

class ProjectTest :
    FunSpec({
        fun project() =
            Projects(tempdir().toPath())
                .config("[defaults]\ncache = 'cache'\n[resources.main]\nurl = 'sqlite:file.db'\n[resources.other]\nurl = '\${env:OTHER}'")
                .script("a1")
                .script("b1", "down(\"a1\")")

        fun only() = Projects(tempdir().toPath()).config("[resources.client-db]\nurl = 'sqlite:file.db'").script("a1")

        test("the graph is there without a database and without the secrets") {
            val other = project().open().resource("other")
            other.graph().versionHeads().map { it.id() } shouldBe listOf("b1")
            other.problems() shouldBe emptyList()
        }

        test("a secret that is missing fails the connection, with the place in the file") {
            val failure = shouldThrow<MdbException> { project().open().resource("other").open() }
            failure.message shouldBe "mdb.toml:6:1: the environment variable OTHER is not set"
        }

        test("an option wins over the environment, which wins over the file") {
            val variable = mapOf("MDB_CLIENT_DB_URL" to "sqlite:variable.db")
            only()
                .open()
                .resource("client-db")
                .open()
                .maskedUrl() shouldEndWith "file.db"
            only()
                .open(variable)
                .resource("client-db")
                .open()
                .maskedUrl() shouldEndWith "variable.db"
            only()
                .open(variable, mapOf("client-db" to "sqlite:option.db"))
                .resource("client-db")
                .open()
                .maskedUrl() shouldEndWith "option.db"
        }

        test("MDB_URL is for the only resource, and its own variable wins over it") {
            val both = mapOf("MDB_URL" to "sqlite:general.db", "MDB_CLIENT_DB_URL" to "sqlite:own.db")
            only()
                .open(both)
                .resource("client-db")
                .open()
                .maskedUrl() shouldEndWith "own.db"
            only()
                .open(both - "MDB_CLIENT_DB_URL")
                .resource("client-db")
                .open()
                .maskedUrl() shouldEndWith "general.db"
            project()
                .open(both)
                .resource("main")
                .open()
                .maskedUrl() shouldEndWith "file.db"
        }

        test("a url from outside that names a user needs no secret of the file, and its faults are in no line of the file") {
            val folder =
                Projects(tempdir().toPath())
                    .config("[resources.main]\nurl = 'sqlite:a.db'\npassword = '\${env:NOT_SET}'")
                    .script("a1")
            val own = folder.open(mapOf("MDB_URL" to "postgresql://me:secret@127.0.0.1/x")).resource("main")
            own.open().maskedUrl() shouldBe "postgresql://me@127.0.0.1/x"
            val shared = folder.open(mapOf("MDB_URL" to "postgresql://127.0.0.1/x")).resource("main")
            shouldThrow<MdbException> { shared.open() }.message shouldContain "NOT_SET"
            val unknown = folder.open(mapOf("MDB_URL" to "oracle://me@127.0.0.1/x")).resource("main")
            shouldThrow<MdbException> { unknown.open() }
                .problems()
                .single()
                .at()
                .isPresent shouldBe false
        }

        test("a url of an unknown kind has its place and the known schemes") {
            val folder = Projects(tempdir().toPath()).config("[resources.main]\nurl = 'oracle://x'").script("a1")
            val problem = shouldThrow<MdbException> { folder.open().resource("main").open() }.problems().single()
            problem.toString() shouldBe "mdb.toml:2:1: no kind of resource has the url scheme 'oracle:'"
            problem.help().get() shouldContain "sqlite"
        }

        test("an unknown resource names the nearest") {
            val problem = shouldThrow<MdbException> { project().open().select(listOf("othr")) }.problems().single()
            problem.message() shouldBe "unknown resource 'othr'"
            problem.help().get() shouldBe "did you mean 'other'?"
        }

        test("a location that is no folder is told with the place of its key") {
            val folder = Projects(tempdir().toPath()).config("[resources.main]\nurl = 'sqlite:x'\nlocations = ['a', 'b']")
            shouldThrow<MdbException> { folder.open().resource("main").graph() }.problems().map { it.toString() } shouldBe
                listOf("a", "b").map { "mdb.toml:3:1: resource 'main' has its scripts in $it, which is no folder" }
        }

        test("faults of the scripts leave the sound part readable and refuse those who act") {
            val resource = project().script("c1", "down(\"none\")").open().resource("main")
            resource.graph().revisions().map { it.id() } shouldBe listOf("a1", "b1")
            resource.problems().map { it.code() } shouldBe listOf("missing-parent")
            shouldThrow<MdbException> { resource.soundGraph() }.exitStatus() shouldBe 3
        }
    })
