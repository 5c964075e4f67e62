package dev.mdb.dsl

import dev.mdb.dsl.operation.SchemaOperations
import dev.mdb.error.MdbException
import dev.mdb.operation.SqlOperation
import dev.mdb.schema.Dialect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table
import org.jetbrains.exposed.v1.core.greater
import java.nio.file.Files
import java.time.LocalDate

private object Author : Table("author") {
    val id = integer("id").autoIncrement()
    val name = varchar("name", 50).uniqueIndex()
    override val primaryKey = PrimaryKey(id)
}

private fun OperationScope.createLibrary() {
    createTable(Author)
    createTable("book") {
        primaryKey(integer("id").autoIncrement())
        varchar("title", 200).default("it's new")
        integer("author_id").references("author", "id", onDelete = ReferenceOption.CASCADE)
        val pages = integer("pages").nullable()
        check("pages_positive") { pages greater 0 }
    }
}

class OperationScopeTest :
    FunSpec({
        test("a table is created with its keys, defaults and checks, and nothing that was not asked for") {
            onSqlite {
                upgrade { createLibrary() }
                val book = catalogue().single { "TABLE book" in it }
                book shouldContain "title VARCHAR(200) DEFAULT 'it''s new' NOT NULL"
                book shouldContain "FOREIGN KEY (author_id) REFERENCES author (id) ON DELETE CASCADE"
                book shouldContain "CONSTRAINT pages_positive CHECK"
                book shouldNotContain "signed_integer"
                catalogue().single { "UNIQUE INDEX" in it } shouldContain "author"
            }
        }

        test("a foreign key works: children go with their parent") {
            onSqlite {
                upgrade {
                    createLibrary()
                    insert(Author) { row("id" to 1, "name" to "A") }
                    insert("book") { row("author_id" to 1) }
                    execute("DELETE FROM author")
                }
                rows("SELECT * FROM book").shouldBeEmpty()
            }
        }

        test("dropping what was created leaves nothing") {
            onSqlite {
                upgrade {
                    createLibrary()
                    createIndex("book", "title", "pages", unique = true)
                    dropIndex("book", "title", "pages", unique = true)
                    dropTable("book")
                    dropTable(Author)
                }
                catalogue().shouldBeEmpty()
            }
        }

        test("columns are added, also with a reference, renamed and dropped, and the table is as before") {
            onSqlite {
                upgrade { createLibrary() }
                val before = catalogue()
                upgrade {
                    addColumn("book") {
                        integer("editor_id").references("author", "id").nullable()
                        varchar("note", 20).default("none")
                        long("sold").nullable()
                    }
                    renameColumn("book", "note", "remark")
                }
                rows("SELECT editor_id, remark, sold FROM book").shouldBeEmpty()
                catalogue().single { "TABLE book" in it } shouldContain "REFERENCES author (id)"
                upgrade { dropColumn("book", "remark", "sold", "editor_id") }
                catalogue() shouldBe before
            }
        }

        test("tables are renamed") {
            onSqlite {
                upgrade {
                    createTable(Author)
                    renameTable("author", "writer")
                }
                rows("SELECT name FROM writer").shouldBeEmpty()
            }
        }

        test("rows with different columns stay in order and take their defaults") {
            onSqlite {
                upgrade {
                    execute("CREATE TABLE t (n INTEGER PRIMARY KEY AUTOINCREMENT, a TEXT DEFAULT 'x', b INTEGER, c TEXT)")
                    insert("t") {
                        row("b" to 1)
                        row("a" to null, "b" to 2)
                        row("b" to true, "c" to LocalDate.of(2026, 11, 21))
                    }
                }
                rows("SELECT a, b, c FROM t ORDER BY n") shouldBe
                    listOf(listOf("x", 1, null), listOf(null, 2, null), listOf("x", 1, "2026-11-21"))
            }
        }

        test("an insert without rows does nothing") {
            onSqlite {
                upgrade { insert("nowhere") { } }
                block.operations.shouldBeEmpty()
            }
        }

        test("CSV: quotes, line breaks and delimiters in fields, empty is NULL, quoted empty is a text") {
            onSqlite {
                Files.writeString(folder.resolve("items.csv"), "\uFEFFid,name,note\r\n1,\"a \"\"b\"\", c\",\r\n2,\"two\nlines\",\"\"\r\n")
                upgrade {
                    execute("CREATE TABLE item (id INTEGER, name TEXT, note TEXT)")
                    csv("items.csv", into = "item")
                }
                rows("SELECT * FROM item") shouldBe listOf(listOf(1, "a \"b\", c", null), listOf(2, "two\nlines", ""))
            }
        }

        test("the rows of a CSV file as values") {
            onSqlite {
                Files.writeString(folder.resolve("items.csv"), "id;name\n1;one\n2;\n")
                upgrade {
                    csvRows("items.csv", delimiter = ';') shouldBe
                        listOf(mapOf("id" to "1", "name" to "one"), mapOf("id" to "2", "name" to null))
                }
                block.operations.shouldBeEmpty()
            }
        }

        test("a CSV row with too few fields is named, and nothing is inserted") {
            onSqlite {
                Files.writeString(folder.resolve("items.csv"), "id,name\n1,one\n2\n")
                upgrade { execute("CREATE TABLE item (id INTEGER, name TEXT)") }
                val failure = shouldThrow<MdbException> { upgrade { csv("items.csv", into = "item") } }
                failure.message.orEmpty() shouldContain "items.csv: row 2"
                rows("SELECT * FROM item").shouldBeEmpty()
            }
        }

        test("a missing data file is named") {
            onSqlite {
                shouldThrow<MdbException> { upgrade { sqlFile("gone.sql") } }.message.orEmpty() shouldContain "gone.sql"
            }
        }

        test("an SQL file runs statement by statement, triggers too") {
            onSqlite {
                Files.writeString(
                    folder.resolve("all.sql"),
                    "CREATE TABLE t (a);\nCREATE TABLE log (a); -- done\n" +
                        "CREATE TRIGGER tr AFTER INSERT ON t BEGIN INSERT INTO log VALUES (NEW.a); END;\nINSERT INTO t VALUES ('a;b');\n",
                )
                upgrade { sqlFile("all.sql") }
                rows("SELECT a FROM log") shouldBe listOf(listOf("a;b"))
                block.texts(Dialect.SQLITE).size shouldBe 4
            }
        }

        test("a query sees what the block did before, and its values come back") {
            onSqlite(mapOf("REVISE" to "yes")) {
                upgrade {
                    execute("CREATE TABLE t (a INTEGER)")
                    execute("INSERT INTO t VALUES (?)", 7)
                    query("SELECT a FROM t WHERE a > ?", 1) { row -> row["A"] }.shouldContainExactly(7)
                    args["REVISE"] shouldBe "yes"
                    args["OTHER"] shouldBe null
                }
            }
        }

        test("a backfill handles every row once, in the order of the key, also with keys of text") {
            for ((type, value) in listOf("INTEGER" to "n * 10", "TEXT" to "printf('k%03d', n)")) {
                onSqlite {
                    val seen = ArrayList<Long>()
                    upgrade {
                        execute("CREATE TABLE t (id $type PRIMARY KEY, hits INTEGER DEFAULT 0)")
                        execute(
                            "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < 25) INSERT INTO t (id) SELECT $value FROM c",
                        )
                        backfill("t", batch = 10) { batch ->
                            seen.add(batch.rows)
                            execute("UPDATE t SET hits = hits + 1 WHERE ${batch.where}", *batch.keys)
                        }
                    }
                    seen.shouldContainExactly(10, 10, 5)
                    rows("SELECT hits, count(*) FROM t GROUP BY hits") shouldBe listOf(listOf(1, 25))
                }
            }
        }

        test("a backfill of an empty table does nothing") {
            onSqlite {
                upgrade {
                    execute("CREATE TABLE t (id INTEGER)")
                    backfill("t") { execute("this is not run") }
                }
                rows("SELECT * FROM t").shouldBeEmpty()
            }
        }

        test("an index is created concurrently on PostgreSQL, after what a failed attempt left, and plainly elsewhere") {
            onSqlite {
                upgrade {
                    execute("CREATE TABLE t (item INTEGER)")
                    createIndex("t", "item", concurrently = true)
                }
                block.texts(Dialect.POSTGRESQL).last() shouldBe "CREATE INDEX CONCURRENTLY t_item ON t (item)"
                block.texts(Dialect.POSTGRESQL)[1] shouldContain "NOT indisvalid"
                block.texts(Dialect.SQLITE).last() shouldBe "CREATE INDEX t_item ON t (item)"
            }
        }

        test("a key of one column is written once on every engine, numbered or not, and keeps a name of its own") {
            onSqlite {
                upgrade {
                    createTable("numbered") { primaryKey(integer("id").autoIncrement()) }
                    createTable("plain") { primaryKey(varchar("id", 20)) }
                    createTable("named") { primaryKey(varchar("id", 20), name = "named_key") }
                }
                for (dialect in Dialect.entries) {
                    for (text in block.texts(dialect)) text.split("PRIMARY KEY").size shouldBe 2
                    block.texts(dialect).last() shouldContain "named_key"
                }
            }
        }

        test("an index of a table in a schema is found again on PostgreSQL") {
            val index = IndexDefinition("invoice_due", false, emptyList(), null, null, emptyList()).of("sales.invoice")
            val drop = SchemaOperations.dropIndex("sales.invoice", index, false, false) as SqlOperation
            drop.render(Dialect.POSTGRESQL).single().text() shouldBe "DROP INDEX sales.invoice_due"
            drop.render(Dialect.MYSQL).single().text() shouldBe "DROP INDEX invoice_due ON sales.invoice"
        }

        test("names that need it are quoted, on each engine in its way") {
            onSqlite {
                upgrade {
                    createTable("order") { integer("group") }
                    createIndex("order", "group")
                    dropIndex("order", "group")
                }
                block.texts(Dialect.SQLITE).first() shouldContain "\"order\""
                block.texts(Dialect.MYSQL).first() shouldContain "`order`"
            }
        }
    })
