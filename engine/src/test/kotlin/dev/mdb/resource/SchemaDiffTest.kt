package dev.mdb.resource

import dev.mdb.schema.Catalog
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import kotlin.random.Random

/** The comparison on real engines: whatever it says has to be done is taken by the engine, and nothing is left to do. */
class SchemaDiffTest :
    FunSpec({
        fun Session.shouldBe(models: Catalog, clue: String) =
            withClue({ "$clue:\n${models.tables().joinToString("\n")}" }) { differenceTo(models).differences.shouldBeEmpty() }

        for (kind in Kind.relational) {
            test("on $kind the difference is empty after the changes, and after taking them back") {
                withResource(kind) {
                    resource.connect(Access.WRITE).use { session ->
                        val start = System.getProperty("mdb.schemaSeed")?.toLong() ?: Random.nextLong(1_000_000)
                        for (seed in start until start + schemaCount) {
                            val random = RandomSchemas(session.dialect().get(), Random(seed))
                            withClue(
                                "seed $seed",
                            ) { session.throughAll(random.next(), random.next()) { models, clue -> shouldBe(models, clue) } }
                        }
                    }
                }
            }
        }
    })

private fun Session.throughAll(first: Catalog, second: Catalog, check: Session.(Catalog, String) -> Unit) {
    make(differenceTo(first).changes)
    check(first, "created")
    val diff = differenceTo(second)
    withClue({ diff.changes.joinToString("\n", "the changes:\n") }) {
        make(diff.changes)
        check(second, "changed")
        make(diff.inverse())
        check(first, "taken back")
    }
    make(differenceTo(Catalog.EMPTY).changes)
    check(Catalog.EMPTY, "dropped")
}
