package dev.mdb.dsl.source

import dev.mdb.dsl.model.ModelProject
import dev.mdb.project.ModelSource
import dev.mdb.schema.Catalog
import dev.mdb.schema.Column
import dev.mdb.schema.Dialect
import dev.mdb.schema.Table
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

/** What is written as Kotlin, compiled and read again is what it was; in the words of one engine, for an engine has several. */
class SourceRoundTripTest :
    FunSpec({
        fun read(text: String, dialect: Dialect): Catalog =
            ModelProject().use {
                it.file("models/Models.kt", text)
                ModelSource.catalog(it.open(), dialect)
            }

        /** A type by one name, a default without the type that PostgreSQL shows behind it, keys by name. */
        fun plain(table: Table, dialect: Dialect): Table {
            val words = TypeWords(dialect)

            fun default(column: Column) =
                column.defaultValue().map { text ->
                    val bare = text.takeUnless { dialect == Dialect.POSTGRESQL } ?: text.replace(Regex("^'([^']*|.*)'::.*$"), "'$1'")
                    val truth = column.type() in setOf("boolean", "tinyint(1)", "BOOLEAN")
                    if (truth &&
                        bare.lowercase() in setOf("1", "true")
                    ) {
                        "TRUE"
                    } else if (truth &&
                        bare.lowercase() in setOf("0", "false")
                    ) {
                        "FALSE"
                    } else {
                        bare.replace("'-1'", "-1")
                    }
                }
            return Table(
                table.name(),
                table.columns().map {
                    Column(
                        it.name(),
                        words.canonical(it.type()),
                        it.nullable(),
                        default(it),
                        it.identity(),
                        it.generated(),
                        it.collation(),
                        it.comment(),
                    )
                },
                table.primaryKey(),
                table.uniqueKeys(),
                table.foreignKeys().sortedBy { it.name().orElse("") },
                table.checks(),
                table.indexes(),
                table.comment(),
            )
        }

        for (dialect in Dialect.entries) {
            test("models of random schemas say what the schemas are, in the words of ${dialect.title()}") {
                for (seed in 1..2) {
                    val catalog = RandomTables(seed, dialect).catalog(25)
                    val text = ModelSourceFile(catalog, dialect).text("some.shop")
                    val back = withClue("seed $seed") { read(text, dialect) }
                    withClue("seed $seed") {
                        back.tables().map { it.name() } shouldBe catalog.tables().map { it.name() }
                        for ((was, now) in catalog.tables().zip(back.tables())) plain(now, dialect) shouldBe plain(was, dialect)
                        back.enums() shouldBe catalog.enums()
                        back.sequences() shouldBe catalog.sequences()
                    }
                }
            }
        }
    })
