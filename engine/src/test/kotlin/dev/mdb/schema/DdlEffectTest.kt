package dev.mdb.schema

import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Session
import dev.mdb.resource.Sql
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import dev.mdb.schema.TableChange.AlterColumn
import dev.mdb.testing.connect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.sql.SQLException
import java.util.Optional

private fun Session.run(statements: List<String>) = statements.forEach { execute(Sql(it)) }

private fun Session.one(sql: String) = query(sql, emptyList()).single().values().single()

private val postgres = Ddl.of(Dialect.POSTGRESQL)

private fun default(dialect: Dialect, value: String, type: String = "varchar(20)") =
    Ddl
        .of(dialect)
        .column(column("c", type, true, value))
        .removePrefix("c $type ")
        .removeSuffix(" NULL")

class DdlEffectTest :
    FunSpec({
        test("a literal is the text that it was made of, on every engine") {
            val text = "it's \\ \\' \"here\" -- ; \n ?"
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use { session ->
                    val literal = Ddl.of(session.dialect().orElseThrow()).literal(text)
                    session.run(listOf("CREATE TABLE t (a VARCHAR(50))", "INSERT INTO t VALUES ($literal)"))
                    session.one("SELECT a FROM t") shouldBe text
                }
            }
        }

        test("a default is in brackets where it is an expression and the dialect wants them") {
            for (dialect in listOf(Dialect.MYSQL, Dialect.MARIADB, Dialect.SQLITE)) {
                for (literal in listOf("'it''s'", "''", "0", "-1.5", "1e3", "NULL", "true", "x'00ff'", "CURRENT_TIMESTAMP")) {
                    default(dialect, literal) shouldBe "DEFAULT $literal"
                }
                for (expression in listOf("lower('A')", "1 + 1", "'a' || 'b'", "uuid()")) {
                    default(dialect, expression) shouldBe
                        "DEFAULT ($expression)"
                }
            }
            for (text in listOf("lower('A')", "now()", "'a'::text")) default(Dialect.POSTGRESQL, text) shouldBe "DEFAULT $text"
        }

        test("MySQL and MariaDB: what is written on update, escapes, and texts that take no literal") {
            for (dialect in listOf(Dialect.MYSQL, Dialect.MARIADB)) {
                for (literal in listOf("now(3)", "current_timestamp()", "'a\\'b'", "_utf8mb4'a'", "b'01'")) {
                    default(dialect, literal) shouldBe
                        "DEFAULT $literal"
                }
                val update = "ON UPDATE CURRENT_TIMESTAMP(3)"
                default(dialect, "CURRENT_TIMESTAMP(3) $update") shouldBe "DEFAULT CURRENT_TIMESTAMP(3) $update"
                default(dialect, "NULL on update current_timestamp()") shouldBe "DEFAULT NULL on update current_timestamp()"
                default(dialect, "now() + interval 1 day $update") shouldBe "DEFAULT (now() + interval 1 day) $update"
                default(dialect, update) shouldBe update
            }
            for (type in listOf("text", "LONGTEXT", "json", "blob")) {
                default(Dialect.MYSQL, "'{}'", type) shouldBe "DEFAULT ('{}')"
                default(Dialect.MARIADB, "'{}'", type) shouldBe "DEFAULT '{}'"
            }
        }

        test("PostgreSQL: numbers go on behind the rows that are there, whatever numbers them") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use { session ->
                    val odd =
                        Table(
                            "Odd",
                            listOf(column("Id", "integer"), column("n", "integer", true)),
                            Optional.empty(),
                            emptyList(),
                            emptyList(),
                            emptyList(),
                            emptyList(),
                            Optional.empty(),
                        )
                    session.run(postgres.createTable(odd) + "INSERT INTO \"Odd\" VALUES (41, 0)")
                    var now = odd
                    for (identity in listOf(Identity.AUTO_INCREMENT, Identity.BY_DEFAULT, Identity.ALWAYS, Identity.AUTO_INCREMENT)) {
                        val change = AlterColumn("Id", patch(identity = identity), Optional.empty())
                        session.run(postgres.alter("Odd", listOf(change)) { Optional.of(now) })
                        session.execute(Sql("INSERT INTO \"Odd\" (n) VALUES (1)"))
                        now = ChangedTable.after(now, change)
                    }
                    session.one("SELECT string_agg(\"Id\"::text, ' ' ORDER BY \"Id\") FROM \"Odd\"") shouldBe "41 42 43 44 45"
                    val wide = AlterColumn("Id", patch(type = "bigint"), Optional.empty())
                    session.run(postgres.alter("Odd", listOf(wide)) { Optional.of(now) })
                    session.one("SELECT data_type FROM information_schema.sequences") shouldBe "bigint"
                }
            }
        }

        test("PostgreSQL: an index that a failed attempt left takes nobody's place") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use { session ->
                    session.run(listOf("CREATE SCHEMA shop", "CREATE TABLE shop.t (a INT)", "INSERT INTO shop.t VALUES (1), (1)"))
                    val create = postgres.createIndex("shop.t", index("t_a", part("a"), unique = true), false, true)
                    // With the driver alone: a session of mdb tidies up after itself.
                    shouldThrow<SQLException> { connect(url).use { it.createStatement().execute(create.last()) } }
                    session.one("SELECT indisvalid FROM pg_index WHERE indexrelid = 'shop.t_a'::regclass") shouldBe false
                    session.execute(Sql("TRUNCATE shop.t"))
                    session.run(create)
                    session.one("SELECT indisvalid FROM pg_index WHERE indexrelid = 'shop.t_a'::regclass") shouldBe true
                    session.run(postgres.renameIndex("shop.t", "t_a", "t_b") { Optional.empty() })
                    session.run(listOf(postgres.dropIndex("shop.t", "t_b", false, true)))
                    session.one("SELECT count(*) FROM pg_indexes WHERE schemaname = 'shop'") shouldBe 0L
                }
            }
        }

        test("PostgreSQL: the name that a primary key got by itself is found without a look, however long") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use { session ->
                    for (name in listOf("t", "ä".repeat(31), "x".repeat(63))) {
                        val drop = TableChange.DropPrimaryKey(Optional.empty(), Optional.empty())
                        session.run(listOf("CREATE TABLE ${postgres.name(name)} (a INT PRIMARY KEY)"))
                        session.run(postgres.alter(name, listOf(drop)) { Optional.empty() })
                    }
                    session.one("SELECT count(*) FROM pg_constraint WHERE contype = 'p' AND conrelid::regclass::text !~ '^pg_'") shouldBe 0L
                }
            }
        }
    })
