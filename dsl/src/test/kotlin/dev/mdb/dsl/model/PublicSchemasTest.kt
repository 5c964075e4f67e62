package dev.mdb.dsl.model

import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.project.ModelSource
import dev.mdb.project.author.ModelAuthor
import dev.mdb.project.author.ModelRequest
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Session
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import dev.mdb.schema.Catalog
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import dev.mdb.schema.Table
import dev.mdb.schema.diff.CatalogDiff
import dev.mdb.schema.diff.DiffOptions
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.shouldBe
import java.util.Optional
import kotlin.io.path.readText

/** Databases that everybody knows, adopted: written as models, which compile, ask for just what is there, and create it anew. */
class PublicSchemasTest :
    FunSpec({
        test("Chinook") {
            adopt("chinook", Kind.SQLITE)
            adopt("chinook", Kind.POSTGRES)
            adopt("chinook", Kind.MARIADB)
            adopt("chinook", Kind.MYSQL)
        }

        test("Northwind") {
            adopt("northwind", Kind.SQLITE) { it shouldContain "view Current Product List" }
            adopt("northwind", Kind.POSTGRES)
        }

        test("Sakila") {
            adopt("sakila", Kind.MARIADB) { it.shouldNotBeEmpty() }
            adopt("sakila", Kind.MYSQL)
        }

        test("Pagila") {
            adopt("pagila", Kind.POSTGRES, byHand = listOf("CREATE DOMAIN year AS integer")) { left ->
                left shouldContain "domain year"
                left shouldContain "materialized view rental_by_customer"
                left shouldContain "view actor_names"
            }
        }
    })

/** @param byHand what a fresh database needs beside the models */
private fun adopt(schema: String, kind: Kind, byHand: List<String> = emptyList(), checkLeft: (List<String>) -> Unit = {}) =
    withResource(kind) {
        val dialect = resource.connect(Access.READ).use { it.dialect().orElseThrow() }
        val edition = if (dialect == Dialect.MARIADB) Dialect.MYSQL else dialect
        run(statements("$schema.${edition.name.lowercase()}.sql"))
        ModelProject(url).use { project ->
            val written = ModelAuthor(project.open()).write(request)
            withClue("$schema on $kind\n" + written.file().get().readText()) {
                checkLeft(written.left())
                val models = ModelSource.catalog(project.open(), dialect)
                val there = compared(read())
                val asked = normalised(models)
                CatalogDiff.between(read(), asked, DiffOptions.of(dialect)).differences().shouldBeEmpty()
                differences(compared(asked), there) shouldBe ""
                withResource(kind) {
                    run(byHand + Ddl.of(dialect).create(models))
                    differences(compared(read()), there) shouldBe ""
                }
            }
        }
    }

private val request = ModelRequest(Optional.empty(), emptyList(), emptyList(), Optional.empty(), false)

private fun TestResource.read(): Catalog = resource.connect(Access.READ).use { it.catalog().read(emptyList()) }

private fun TestResource.normalised(models: Catalog): Catalog = resource.connect(Access.WRITE).use { it.catalog().normalise(models) }

/** What models say: views and the rest are left out. */
private fun compared(catalog: Catalog) =
    Catalog(catalog.tables().map(::ordered), catalog.sequences(), catalog.enums(), emptyList(), emptyList())

/** The order of keys and indexes means nothing. */
private fun ordered(table: Table) =
    Table(
        table.name(),
        table.columns(),
        table.primaryKey(),
        table.uniqueKeys().sortedBy { it.toString() },
        table.foreignKeys().sortedBy { it.toString() },
        table.checks().sortedBy { it.toString() },
        table.indexes().sortedBy { it.toString() },
        table.comment(),
    )

/** A line for each value that only one of them has. */
private fun differences(left: Catalog, right: Catalog): String {
    val first = lines(left)
    val second = lines(right)
    return ((first - second.toSet()).map { "models:   $it" } + (second - first.toSet()).map { "database: $it" }).joinToString("\n")
}

private fun lines(catalog: Catalog): List<String> =
    catalog.sequences().map { it.toString() } + catalog.enums().map { it.toString() } +
        catalog.tables().flatMap { table ->
            val parts =
                table.columns() + listOf(table.primaryKey(), table.comment(), table.columns().map { it.name() }) + table.uniqueKeys() +
                    table.foreignKeys() + table.checks() + table.indexes()
            parts.map { "${table.name()}: $it" }
        }

private fun statements(file: String): List<String> {
    val text = checkNotNull(Kind::class.java.getResource("/schemas/$file")) { "no $file" }.readText()
    // The bodies of functions have no semicolon at the end of a line that is not indented, and no statement is indented.
    return text.split(Regex(";\\n(?! )(?!END)(?!RETURN)")).map { it.trim() }.filter { it.isNotEmpty() }
}

private fun TestResource.run(statements: List<String>) {
    resource.connect(Access.WRITE).use { session -> statements.forEach { session.run(it) } }
}

private fun Session.run(sql: String) {
    val operation =
        object : SqlOperation {
            override fun describe() = sql

            override fun render(dialect: Dialect) = listOf(SqlStatement.of(sql))
        }
    parts(operation).forEach { it.run() }
}
