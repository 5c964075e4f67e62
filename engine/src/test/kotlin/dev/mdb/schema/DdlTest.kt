package dev.mdb.schema

import dev.mdb.error.MdbException
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Session
import dev.mdb.resource.Sql
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import io.kotest.assertions.assertSoftly
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.readText
import kotlin.io.path.writeText

private val golden = Path.of("src/test/resources/dev/mdb/schema")

private fun text(title: String, statements: () -> List<String>): String =
    "-- $title\n" +
        try {
            statements().joinToString("") { "$it;\n" }
        } catch (e: MdbException) {
            e.problems().joinToString("") { "refused: ${it.message()}\n  ${it.help().orElse("")}\n" }
        }

/** Says which statement failed, and goes on with the next case. */
private fun Session.run(statements: List<String>, of: String) {
    val failure =
        statements.firstNotNullOfOrNull { statement ->
            runCatching { execute(Sql(statement)) }.exceptionOrNull()?.let { "$of: $statement: ${it.message}" }
        }
    failure shouldBe null
}

/** Null where the dialect has no text for it. */
private fun DdlCase.textOrNull() = runCatching(statements).getOrNull()

/** These name things that are not there, or which the server is too old for: they are looked at as texts only. */
private fun DdlCase.runs(dialect: Dialect) =
    listOf("drop primary key", "in a schema", "another schema", "not there").none { it in title } &&
        !(dialect == Dialect.MARIADB && title == "create sequence with a type")

private val kinds =
    mapOf(
        Kind.SQLITE to Dialect.SQLITE,
        Kind.POSTGRES to Dialect.POSTGRESQL,
        Kind.MYSQL to Dialect.MYSQL,
        Kind.MARIADB to Dialect.MARIADB,
    )

/** `-Dgolden=write` writes the texts anew; look at the difference before you commit it. */
class DdlTest :
    FunSpec({
        for (dialect in Dialect.entries) {
            test("the texts of ${dialect.title()} are those of the golden file") {
                val texts =
                    listOf(text("create everything") { Ddl.of(dialect).create(library(dialect)) }) +
                        DdlCases(dialect).all().map { text(it.title, it.statements) }
                val file = golden.resolve("ddl-${dialect.name.lowercase()}.sql")
                if (System.getProperty("golden") == "write") {
                    golden.createDirectories()
                    file.writeText(texts.joinToString("\n"))
                }
                texts.joinToString("\n") shouldBe file.readText()
            }
        }

        for ((kind, dialect) in kinds) {
            test("the server of $kind takes every text") {
                val cases = DdlCases(dialect).all().filter { it.runs(dialect) && it.textOrNull() != null }
                cases.size shouldBeGreaterThan 20
                val create = Ddl.of(dialect).create(library(dialect))
                assertSoftly {
                    val (alone, together) = cases.partition { dialect != Dialect.POSTGRESQL || "concurrently" in it.title }
                    withResource(kind) {
                        resource.connect(Access.WRITE).use { session ->
                            for (case in together) {
                                session.begin()
                                session.run(create + case.statements(), case.title)
                                session.rollback()
                            }
                        }
                    }
                    for (case in alone) {
                        withResource(kind) {
                            resource.connect(Access.WRITE).use { it.run(create + case.statements(), case.title) }
                        }
                    }
                }
            }
        }
    })
