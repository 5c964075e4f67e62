package dev.mdb.migrate

import dev.mdb.error.Problem
import dev.mdb.project.Projects
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Sql
import dev.mdb.resource.TestResource
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

/** A project whose only resource is the one of the test. */
private fun TestResource.project() =
    Projects(folder)
        .config("[resources.main]\nurl = '$url'")
        .script("a1")
        .open()
        .resource("main")

class ResourceStatusTest :
    FunSpec({
        test("the kind is what the server says that it is") {
            val kinds =
                mapOf(
                    Kind.SQLITE to "sqlite",
                    Kind.POSTGRES to "postgresql",
                    Kind.MYSQL to "mysql",
                    Kind.MARIADB to "mariadb",
                    Kind.REDIS to "redis",
                )
            withResource { ResourceStatus.of(project()).kind().get() shouldBe kinds[kind] }
        }

        test("of a database that another tool has migrated it says so, until mdb remembers something itself") {
            val tables =
                mapOf(
                    "alembic_version" to
                        "Alembic has a table alembic_version here, which says 1975ea83b712 ae1027a6acf, and mdb has applied nothing",
                    "flyway_schema_history" to "Flyway has a table flyway_schema_history here, and mdb has applied nothing",
                    "databasechangelog" to "Liquibase has a table databasechangelog here, and mdb has applied nothing",
                )
            for ((table, message) in tables) {
                withResource(*Kind.relational) {
                    project().let(ResourceState::read).otherTool() shouldBe Optional.empty()
                    resource.connect(Access.WRITE).use {
                        it.execute(Sql("CREATE TABLE $table (version_num VARCHAR(32) NOT NULL)"))
                        it.execute(Sql("INSERT INTO $table VALUES ('ae1027a6acf'), ('1975ea83b712')"))
                    }
                    val note = ResourceState.read(project()).otherTool().get()
                    note.message() shouldBe message
                    note.help().get() shouldContain "`mdb -n main stamp REVISION`"
                    ResourceStatus.of(project()).otherTool().get() shouldBe note

                    val scripts = TestScripts().apply { revision("a1") { sql("CREATE TABLE a1 (n INTEGER)") } }
                    val noted = ArrayList<Problem>()
                    val listener =
                        object : MigrationListener {
                            override fun noted(resource: String, note: Problem) {
                                noted += note
                            }
                        }
                    migrator(listener).run(listOf(scripts.upgrade(resource, "heads", name = "main")), settings())
                    noted shouldBe listOf(note)
                    migrator(listener).run(listOf(scripts.downgrade(resource, "base", name = "main")), settings())
                    noted.size shouldBe 1
                    ResourceState.read(project()).otherTool() shouldBe Optional.empty()
                    ResourceStatus.of(project()).otherTool() shouldBe Optional.empty()
                }
            }
        }

        test("a server that does not answer is of the kind that its url tells") {
            val config = "[resources.main]\nurl = 'mariadb://nobody@127.0.0.1:1/none'"
            val status =
                ResourceStatus.of(
                    Projects(tempdir().toPath())
                        .config(config)
                        .script("a1")
                        .open()
                        .resource("main"),
                )
            status.problem().isPresent shouldBe true
            status.kind().get() shouldBe "mysql"
        }
    })
