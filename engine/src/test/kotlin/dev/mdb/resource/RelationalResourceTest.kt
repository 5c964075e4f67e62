package dev.mdb.resource

import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.util.UUID

private enum class Colour { RED }

private val noParameters = emptyList<Any?>()

private fun Session.texts(sql: String) = query(sql, noParameters).map { row -> row.values().map { it?.toString() } }

/** What every kind of resource that speaks SQL does the same way. */
class RelationalResourceTest :
    FunSpec({
        test("values of Java's own types go into columns of their kind") {
            withResource(*Kind.relational) {
                val id = UUID.fromString("8d2c2f70-0c4e-4d4c-9f3a-0f2f8f7b1a11")
                val values =
                    listOf(id, BigDecimal("12.50"), true, Colour.RED, LocalDate.of(2026, 11, 21), LocalDateTime.of(2026, 11, 21, 9, 30))
                resource.connect(Access.WRITE).use {
                    val identity = if (kind == Kind.POSTGRES) "UUID" else "CHAR(36)"
                    it.execute(
                        Sql(
                            "CREATE TABLE item (id $identity, price DECIMAL(8,2), sold BOOLEAN, colour VARCHAR(10), day DATE, moment TIMESTAMP)",
                        ),
                    )
                    it.execute(Sql("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?)", *values.toTypedArray()))
                    it
                        .query(
                            "SELECT id FROM item WHERE day = ? AND colour = ?",
                            listOf(LocalDate.of(2026, 11, 21), Colour.RED),
                        ).single()["id"]
                        .toString() shouldBe
                        id.toString()
                }
            }
        }

        test("an instant is kept as its time in UTC, wherever it is written") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE item (moment TIMESTAMP)"))
                    it.execute(Sql("INSERT INTO item VALUES (?)", Instant.parse("2026-11-21T23:30:00Z")))
                    it
                        .texts("SELECT CAST(moment AS CHAR(16)) FROM item")
                        .single()
                        .single()!!
                        .replace('T', ' ') shouldContain
                        "2026-11-21 23:30"
                }
            }
        }

        test("texts go into columns of other types, as from a CSV file") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE item (id INTEGER, price DECIMAL(8,2), day DATE, name VARCHAR(20))"))
                    it.execute(Sql("INSERT INTO item VALUES (?, ?, ?, ?)", "1", "2.50", "2026-11-21", "x"))
                    it.query("SELECT id FROM item WHERE price > 2 AND day > '2026-01-01'", noParameters).size shouldBe 1
                }
            }
        }

        test("what was done before a failing statement of a transaction is dropped with it") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE item (id INTEGER PRIMARY KEY)"))
                    it.begin()
                    it.execute(Sql("INSERT INTO item VALUES (1)"))
                    shouldThrow<MdbException> { it.execute(Sql("INSERT INTO item VALUES (1)")) }
                    it.rollback()
                    it.query("SELECT * FROM item", noParameters).shouldBeEmpty()
                }
            }
        }

        test("what follows a change of the schema in a transaction is committed or dropped together") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.begin()
                    it.execute(Sql("CREATE TABLE item (id INTEGER)"))
                    it.execute(Sql("INSERT INTO item VALUES (1)"))
                    it.rollback()
                    runCatching { it.query("SELECT * FROM item", noParameters) }.getOrDefault(emptyList()).shouldBeEmpty()
                }
            }
        }

        test("a session goes on in the next transaction after a rollback and after a commit") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE item (id INTEGER)"))
                    for (id in 1..3) {
                        it.begin()
                        it.execute(Sql("INSERT INTO item VALUES (?)", id))
                        if (id == 2) it.rollback() else it.commit()
                    }
                    it.execute(Sql("INSERT INTO item VALUES (4)"))
                }
                resource.connect(Access.READ).use {
                    it.texts("SELECT id FROM item ORDER BY id") shouldBe listOf(listOf("1"), listOf("3"), listOf("4"))
                }
            }
        }

        test("whoever waits too long for a lock is told, and nothing is left behind") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use { blocking ->
                    blocking.execute(Sql("CREATE TABLE item (id INTEGER)"))
                    blocking.begin()
                    blocking.execute(Sql("INSERT INTO item VALUES (1)"))
                    resource.connect(Access.READ).use { waiting ->
                        val failure =
                            shouldThrow<MdbException> {
                                waiting.begin()
                                waiting.execute(Sql("ALTER TABLE item ADD COLUMN name VARCHAR(10)"))
                            }
                        val problem = failure.problems().single()
                        problem.code() shouldBe "lock-timeout"
                        if (kind != Kind.SQLITE) problem.message() shouldContain "blocked by"
                        waiting.rollback()
                    }
                    blocking.commit()
                    blocking.execute(Sql("ALTER TABLE item ADD COLUMN name VARCHAR(10)"))
                    blocking.query("SELECT name FROM item", noParameters).size shouldBe 1
                }
            }
        }
    })
