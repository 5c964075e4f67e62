package dev.mdb.dsl.operation

import dev.mdb.dsl.ModelTable
import dev.mdb.dsl.OnSqlite
import dev.mdb.dsl.OperationScope
import dev.mdb.dsl.RevisionBuilder
import dev.mdb.dsl.onSqlite
import dev.mdb.error.MdbException
import dev.mdb.graph.Downgrade
import dev.mdb.operation.SqlOperation
import dev.mdb.project.RevisionDefinition
import dev.mdb.project.ScriptFault
import dev.mdb.schema.Dialect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.math.BigDecimal
import java.nio.file.Files
import java.util.Optional

private object Shelf : ModelTable("shelf") {
    val id = integer("id")
    val name = varchar("name", 20).nullable()
    override val primaryKey = PrimaryKey(id)
}

private fun revision(content: RevisionBuilder.() -> Unit): RevisionDefinition {
    val builder = RevisionBuilder::class.java.getDeclaredConstructor().newInstance()
    return builder.apply { id = "r1" }.apply(content).build()
}

private fun OnSqlite.up(definition: RevisionDefinition) = definition.upgrade().get().run(block)

private fun OnSqlite.down(definition: RevisionDefinition) = definition.downgrade().get().run(block)

private fun replaced(create: String?, was: String?, drop: String? = null): (Dialect) -> List<String> {
    val operation: SqlOperation = Replaceable("f", create, was, drop)
    return { dialect -> operation.render(dialect).map { it.text() } }
}

class ReversibleTest :
    FunSpec({
        test("a reversible block is taken back, last things first") {
            onSqlite {
                val definition =
                    revision {
                        reversible {
                            createTable(Shelf)
                            addColumn(Shelf) { integer("size").default(1) }
                            createIndex(Shelf.name, unique = true)
                            renameTable(Shelf, "board")
                        }
                    }
                definition.header().downgrade() shouldBe Downgrade.Present()
                up(definition)
                rows("SELECT size FROM board").shouldBeEmpty()
                block.operations.clear()
                down(definition)
                catalogue().shouldBeEmpty()
                block.operations.map { it.describe() }.shouldContainExactly(
                    "rename table board to shelf",
                    "drop index shelf_name_unique",
                    "drop size from shelf",
                    "drop table shelf",
                )
            }
        }

        test("an operation without an inverse is refused before anything runs, either way") {
            onSqlite {
                val definition =
                    revision {
                        reversible {
                            createTable(Shelf)
                            dropColumn("shelf", "name")
                        }
                    }
                for (run in listOf<(RevisionDefinition) -> Unit>(::up, ::down)) {
                    val failure = shouldThrow<MdbException> { run(definition) }
                    failure.problems().single().code() shouldBe "no-inverse"
                    failure.message.orEmpty() shouldContain "'drop name from shelf' has no inverse"
                }
                catalogue().shouldBeEmpty()
            }
        }

        test("a reversible block asks no database") {
            onSqlite {
                val definition = revision { reversible { query("SELECT 1") } }
                shouldThrow<MdbException> { up(definition) }.problems().single().code() shouldBe "reversible-query"
            }
        }

        test("reversible stands in place of both directions") {
            shouldThrow<ScriptFault> {
                revision {
                    reversible { }
                    downgrade { }
                }
            }
            shouldThrow<ScriptFault> {
                revision {
                    upgrade { }
                    reversible { }
                }
            }
        }

        test("what drops something has an inverse when it was told what there was") {
            onSqlite {
                upgrade {
                    createTable(Shelf)
                    createIndex("shelf", "name")
                }
                val before = catalogue()
                val drop: OperationScope.() -> Unit = {
                    dropIndex("shelf", "name")
                    dropColumn(Shelf.name)
                    dropTable("shelf") { primaryKey(integer("id")) }
                }
                upgrade {
                    drop()
                    undo(drop)
                }
                catalogue().size shouldBe before.size
                rows("SELECT id, name FROM shelf").shouldBeEmpty()
            }
        }

        test("a function is replaced in place where the engine can, else dropped and created") {
            val new = "/* new */ CREATE FUNCTION f(a int DEFAULT 1, b numeric(4, 2)) RETURNS int RETURN 2;\n"
            val texts = replaced(new, "create or replace function f(a int, b numeric(4, 2)) RETURNS int RETURN 1")
            texts(Dialect.POSTGRESQL) shouldBe
                listOf("/* new */ CREATE OR REPLACE FUNCTION f(a int DEFAULT 1, b numeric(4, 2)) RETURNS int RETURN 2")
            texts(Dialect.MYSQL) shouldBe
                listOf("DROP FUNCTION f", "/* new */ CREATE FUNCTION f(a int DEFAULT 1, b numeric(4, 2)) RETURNS int RETURN 2")
        }

        test("another list of arguments is another function on PostgreSQL") {
            replaced("CREATE FUNCTION f(a int, b int) RETURNS int RETURN 2", "CREATE FUNCTION f(a int) RETURNS int RETURN 1")(
                Dialect.POSTGRESQL,
            ) shouldBe listOf("DROP FUNCTION f(a int)", "CREATE FUNCTION f(a int, b int) RETURNS int RETURN 2")
        }

        test("OR REPLACE is left out where the engine does not know it, and drop = says how to drop") {
            replaced("CREATE OR REPLACE VIEW f AS SELECT 1", null)(Dialect.SQLITE) shouldBe listOf("CREATE VIEW f AS SELECT 1")
            replaced("CREATE OR REPLACE VIEW f AS SELECT 1", null)(Dialect.MYSQL) shouldBe listOf("CREATE OR REPLACE VIEW f AS SELECT 1")
            replaced("CREATE VIEW f AS SELECT 2", "CREATE VIEW f AS SELECT 1", "DROP VIEW f CASCADE")(Dialect.POSTGRESQL) shouldBe
                listOf("DROP VIEW f CASCADE", "CREATE VIEW f AS SELECT 2")
            val trigger = "CREATE CONSTRAINT TRIGGER f AFTER INSERT OR UPDATE OF a ON s.\"T\" EXECUTE FUNCTION g()"
            replaced(null, trigger)(Dialect.POSTGRESQL) shouldBe listOf("DROP TRIGGER f ON s.\"T\"")
        }

        test("a text that creates something else is refused") {
            shouldThrow<MdbException> { Replaceable("f", "CREATE VIEW g AS SELECT 1", null, null) }.message.orEmpty() shouldContain
                "the text of 'f' creates g"
            shouldThrow<MdbException> { Replaceable("f", "SELECT 1", null, null) }.message.orEmpty() shouldContain "begins with no CREATE"
        }

        test("replaceable texts lie beside the script, by name and version") {
            onSqlite {
                Files.createDirectory(folder.resolve("objects"))
                for (version in 1..2) {
                    Files.writeString(folder.resolve("objects/answer.v$version.sql"), "CREATE VIEW answer AS SELECT $version AS n;\n")
                }
                upgrade { replaceable("answer", version = 1) }
                upgrade { replaceable("answer", version = 2) }
                rows("SELECT n FROM answer") shouldBe listOf(listOf(2))
                upgrade { undo { replaceable("answer", version = 2) } }
                rows("SELECT n FROM answer") shouldBe listOf(listOf(1))
                upgrade { dropReplaceable("answer", version = 1) }
                catalogue().shouldBeEmpty()
            }
        }

        test("JSON: values keep their types, objects inside become their text, and what is missing takes the default") {
            onSqlite {
                val first = """{"id": 1, "name": "ü\"1", "data": {"a": [1, null]}}"""
                val text = """[$first, {"id": 2, "name": null, "price": 1.10}, {"id": 12345678901}]"""
                Files.writeString(folder.resolve("items.json"), text)
                upgrade {
                    jsonRows("items.json")[1]["price"] shouldBe BigDecimal("1.10")
                    execute("CREATE TABLE item (id INTEGER, name TEXT DEFAULT 'none', price NUMERIC, data TEXT)")
                    json("items.json", into = "item")
                }
                rows("SELECT id, name, data FROM item ORDER BY id") shouldBe
                    listOf(listOf(1, "ü\"1", """{"a":[1,null]}"""), listOf(2, null, null), listOf(12345678901L, "none", null))
            }
        }

        test("damaged JSON is named with its line, and nothing is inserted") {
            onSqlite {
                for ((text, message) in mapOf(
                    "[{\"a\": 1},\n {\"a\" 2}]" to "items.json: line 2",
                    "{\"a\": 1}" to "no array of objects",
                    "[1]" to "element 1 of the array is no object",
                    "[{\"a\": 1, \"a\": 2}]" to "items.json",
                )) {
                    Files.writeString(folder.resolve("items.json"), text)
                    shouldThrow<MdbException> { upgrade { json("items.json", into = "t") } }.message.orEmpty() shouldContain message
                }
                block.operations.shouldBeEmpty()
            }
        }

        test("a part of a column that says nothing, or both, is refused, and so is a block that holds more than columns") {
            onSqlite {
                upgrade { createTable(Shelf) }
                val before = catalogue()
                shouldThrow<IllegalArgumentException> { upgrade { alterColumn("shelf", "name") } }
                shouldThrow<IllegalArgumentException> { upgrade { alterColumn("shelf", "name", default = "1", dropDefault = true) } }
                shouldThrow<IllegalArgumentException> { upgrade { alterColumn("shelf") { integer("name").index() } } }
                catalogue() shouldBe before
            }
        }

        test("SQL of a script is taken back by the SQL that it names, and else not at all") {
            Execute("x", emptyList()).inverse() shouldBe Optional.empty()
            Execute("x", emptyList(), "y").inverse().get().describe() shouldBe "execute y"
        }
    })
