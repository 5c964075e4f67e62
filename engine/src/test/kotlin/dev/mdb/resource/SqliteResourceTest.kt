package dev.mdb.resource

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files

/** What only SQLite does. */
class SqliteResourceTest :
    FunSpec({
        test("foreign keys are on") {
            withResource(Kind.SQLITE) {
                resource.connect(Access.WRITE).use { session ->
                    session.execute(Sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
                    session.execute(Sql("CREATE TABLE child (parent INTEGER REFERENCES parent (id))"))
                    val failure = shouldThrow<MdbException> { session.execute(Sql("INSERT INTO child VALUES (1)")) }
                    failure.message.orEmpty() shouldContain "FOREIGN KEY"
                }
            }
        }

        test("several statements in one text all run") {
            withResource(Kind.SQLITE) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE a (id INTEGER); INSERT INTO a VALUES (1); INSERT INTO a VALUES (2)"))
                    it.query("SELECT count(*) AS n FROM a", emptyList()).single()["n"] shouldBe 2
                }
            }
        }

        test("a file that is no database is named and left alone") {
            withResource(Kind.SQLITE) {
                val file =
                    Files.writeString(
                        folder.resolve("test.db"),
                        "this is a text file, and long enough to be looked at as a header\n",
                    )
                val before = Files.readString(file)
                for (access in Access.entries) {
                    val failure = shouldThrow<MdbException> { resource.connect(access) }
                    failure.problems().single().category() shouldBe Category.FAILED
                    failure.message.orEmpty() shouldContain "test.db"
                }
                Files.readString(file) shouldBe before
            }
        }

        test("a missing folder is named") {
            withResource(Kind.SQLITE) {
                Files.delete(folder)
                shouldThrow<MdbException> { resource.connect(Access.WRITE) }.message.orEmpty() shouldContain "there is no folder"
            }
        }

        test("urls that name no file are refused before any connection") {
            withResource(Kind.SQLITE) {
                for (url in listOf("sqlite:", "sqlite::memory:", "jdbc:sqlite:", "sqlite:file:x?mode=memory")) {
                    val settings = ResourceSettings("r", url, noText, noText, "v", noText, java.time.Duration.ZERO, folder)
                    shouldThrow<MdbException> { Resources.create(settings) }.exitStatus() shouldBe 2
                }
            }
        }

        test("an unknown scheme is an error that lists the known ones") {
            withResource(Kind.SQLITE) {
                val settings = ResourceSettings("r", "oracle:x", noText, noText, "v", noText, java.time.Duration.ZERO, folder)
                val problem = shouldThrow<MdbException> { Resources.create(settings) }.problems().single()
                problem.message() shouldContain "oracle"
                problem.help().get() shouldContain "sqlite"
            }
        }
    })

private val noText = java.util.Optional.empty<String>()
