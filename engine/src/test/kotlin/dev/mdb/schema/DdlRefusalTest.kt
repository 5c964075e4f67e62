package dev.mdb.schema

import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.schema.Dialect.MARIADB
import dev.mdb.schema.Dialect.MYSQL
import dev.mdb.schema.Dialect.POSTGRESQL
import dev.mdb.schema.Dialect.SQLITE
import dev.mdb.schema.ForeignKey.Deferral
import dev.mdb.schema.TableChange.AddForeignKey
import dev.mdb.schema.TableChange.AlterColumn
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

private val mysqlLike = setOf(MYSQL, MARIADB)
private val others = setOf(MYSQL, MARIADB, SQLITE)

private fun refusal(ddl: Ddl, work: Ddl.() -> Unit): Problem? =
    try {
        ddl.work()
        null
    } catch (e: MdbException) {
        e.problems().single()
    }

/** Exactly these dialects refuse it, and say what, whose, and what helps. */
private fun refused(by: Set<Dialect>, what: String, work: Ddl.() -> Unit) {
    for (dialect in Dialect.entries) {
        val problem = refusal(Ddl.of(dialect), work)
        if (dialect !in by) {
            problem shouldBe null
        } else {
            problem shouldNotBe null
            problem!!.code() shouldBe "not-in-dialect"
            problem.message() shouldContain dialect.title()
            problem.message() shouldContain what
            problem.help().orElse("") shouldNotBe ""
        }
    }
}

private fun Ddl.create(index: Index, ifNotExists: Boolean = false) = createIndex("item", index, ifNotExists, false)

private fun Ddl.alterOne(change: TableChange) = alter("item", listOf(change)) { Optional.empty() }

private fun tableWith(column: Column) =
    library(SQLITE).table("tag").orElseThrow().let { ChangedTable.after(it, TableChange.AddColumn(column)) }

class DdlRefusalTest :
    FunSpec({
        test("indexes that a dialect does not have") {
            refused(mysqlLike, "partial indexes: index i of item") { create(index("i", part("a"), predicate = "a > 0")) }
            refused(setOf(MARIADB), "expressions: index i of item") { create(index("i", part("lower(a)", true))) }
            refused(setOf(SQLITE), "index i of item") { create(index("i", part("a"), method = "hash")) }
            refused(others, "INCLUDE in indexes: index i of item") { create(index("i", part("a"), include = listOf("b"))) }
            refused(setOf(MYSQL), "IF NOT EXISTS") { create(index("i", part("a")), ifNotExists = true) }
            refused(setOf(MYSQL), "IF EXISTS") { dropIndex("item", "i", true, false) }
        }

        test("sequences") {
            val without = setOf(MYSQL, SQLITE)
            refused(without, "sequence ticket") { createSequence(ticket) }
            refused(without, "sequence ticket") { alterSequence(ticket) }
            refused(without, "sequence ticket") { dropSequence("ticket") }
            refused(without, "sequence ticket") { renameSequence("ticket", "voucher") }
        }

        test("enums, materialised views and schemas") {
            refused(others, "type mood") { createEnum(EnumType("mood", listOf("good"))) }
            refused(others, "type mood") { dropEnum("mood") }
            refused(others, "type mood") { addEnumValue("mood", "bad", Optional.empty()) }
            refused(others, "type mood") { renameEnumValue("mood", "good", "fine") }
            refused(others, "view v") { createView(View("v", "SELECT 1", true), false) }
            refused(others, "view v") { dropView("v", true) }
            refused(setOf(SQLITE), "schema s") { createSchema("s") }
            refused(setOf(SQLITE), "schema s") { dropSchema("s") }
        }

        test("foreign keys") {
            fun add(key: ForeignKey): Ddl.() -> Unit = { constraint(AddForeignKey(key)) }
            refused(mysqlLike, "from a to b", add(foreignKey(null, "a", "b", deferral = Deferral.INITIALLY_DEFERRED)))
            refused(mysqlLike, "foreign key f from a to b", add(foreignKey("f", "a", "b", onDelete = ReferenceAction.SET_DEFAULT)))
            refused(mysqlLike, "ON UPDATE SET DEFAULT", add(foreignKey("f", "a", "b", onUpdate = ReferenceAction.SET_DEFAULT)))
        }

        test("columns that number their rows") {
            refused(others, "column n") { column(column("n", "integer", identity = Identity.ALWAYS)) }
            refused(setOf(POSTGRESQL), "type text") { column(column("n", "text", identity = Identity.AUTO_INCREMENT)) }
            refused(setOf(SQLITE), "tag.n") { createTable(tableWith(column("n", "integer", identity = Identity.AUTO_INCREMENT))) }
        }

        test("changes of columns") {
            val whole = ColumnPatch.to(column("a", "integer"))
            refused(others, "a") { alterOne(AlterColumn("a", whole.using("a + 1"), Optional.empty())) }
            val generated = ColumnPatch.to(column("a", "integer", generated = Generated("b", true)))
            refused(setOf(POSTGRESQL, SQLITE), "a") { alterOne(AlterColumn("a", generated, Optional.empty())) }
        }

        test("a new name in another schema, but where schemas are databases") {
            refused(setOf(POSTGRESQL, SQLITE), "a to s.b") { renameTable("a", "s.b") }
            refused(setOf(POSTGRESQL, SQLITE), "s.a to b") { renameTable("s.a", "b") }
            refused(emptySet(), "") { renameTable("s.a", "s.b") }
        }

        test("a part of a column on MySQL and MariaDB needs the table, and the message tells of the whole form") {
            for (dialect in mysqlLike) {
                val change = AlterColumn("a", patch(nullable = true), Optional.empty())
                val problem = shouldThrow<MdbException> { Ddl.of(dialect).alterOne(change) }.problems().single()
                problem.code() shouldBe "table-unknown"
                problem.message() shouldContain "alter column a"
                problem.message() shouldContain "table item"
                problem.help().orElseThrow() shouldContain "alterColumn(\"table\") { … }"
            }
        }

        test("a column that the table does not have is told, and nothing is written") {
            for (dialect in Dialect.entries - SQLITE) {
                val problem =
                    shouldThrow<MdbException> {
                        Ddl.of(dialect).alter("tag", listOf(AlterColumn("nothing", patch(nullable = true), Optional.empty()))) {
                            library(dialect).table(it)
                        }
                    }.problems().single()
                problem.code() shouldBe "not-in-table"
                problem.message() shouldContain "no column nothing"
            }
        }
    })
