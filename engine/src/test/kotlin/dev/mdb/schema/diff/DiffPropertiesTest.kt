package dev.mdb.schema.diff

import dev.mdb.schema.Catalog
import dev.mdb.schema.Dialect
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.property.checkAll

/** On random pairs of schemas, in every dialect. */
class DiffPropertiesTest :
    FunSpec({
        fun between(have: Catalog, want: Catalog, dialect: Dialect) =
            CatalogDiff.between(have, want, DiffOptions.of(dialect).dropUnknown(true))

        /** Sequences and enum types that the models do not know stay; here both know all. */
        fun Catalog.with(other: Catalog) = Catalog(tables(), other.sequences(), other.enums(), views(), unread())

        for (dialect in Dialect.entries) {
            test("$dialect: the changes, done in their order, make of the one what the other is") {
                checkAll(catalogCount, catalogPairs) { (have, other) ->
                    val want = other.with(have)
                    have.after(between(have, want, dialect).changes).sorted() shouldBe want.sorted()
                }
            }

            test("$dialect: taken back in their order, they lead back") {
                checkAll(catalogCount, catalogPairs) { (have, want) ->
                    val diff = between(have, want, dialect)
                    have.after(diff.changes).after(diff.inverse()).sorted() shouldBe have.sorted()
                }
            }

            test("$dialect: the way back is the difference the other way round") {
                checkAll(catalogCount, catalogPairs) { (have, other) ->
                    val want = other.with(have)
                    val back = between(want, have, dialect).differences.map { it.name }.toSet()
                    back shouldBe between(have, want, dialect).differences.map { it.name }.toSet()
                }
            }

            test("$dialect: nothing differs from itself, and there is nothing to do when nothing differs") {
                checkAll(catalogCount, catalogPairs) { (have, want) ->
                    between(have, have, dialect).changes.shouldBeEmpty()
                    val diff = between(have, want, dialect)
                    diff.differences.isEmpty() shouldBe diff.changes.isEmpty()
                }
            }
        }
    })
