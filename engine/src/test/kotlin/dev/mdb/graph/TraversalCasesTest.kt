package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe

/** The worked cases: each gives Alembic's answer, or stands among the [departures] with its reason. */
class TraversalCasesTest : FunSpec({
    val cases = traversalCases()

    test("all cases are read") {
        cases.size shouldBe 245
        cases.map { it.name }.toSet().size shouldBe 245
    }

    test("every departure belongs to a case") {
        cases.map { it.name } shouldContainAll departures.keys
        departures.size shouldBeInRange 1..25
    }

    cases.forEach { case ->
        val departure = departures[case.name]
        if (departure == null) {
            test("${case.name} is answered as Alembic does") {
                val answers = TraversalAnswers(case)
                answers.actual() shouldBe answers.expected()
            }
        } else {
            test("${case.name} departs by section ${departure.section}: ${departure.why}") {
                val answers = TraversalAnswers(case)
                answers.actual() shouldBe departure.result
                departure.cascaded?.let { answers.cascaded() shouldBe it }
            }
        }
    }

    cases.filter { it.has("revisions_named") && it.error!!.endsWith("cycle") }.forEach { case ->
        test("${case.name} names a way round that Alembic names too, and nothing beside it") {
            val cycles = RevisionGraph.load(case.revisions).faults().filterIsInstance<GraphFault.Cycle>()
            cycles.shouldNotBeEmpty()
            cycles.forEach { case.names("revisions_named") shouldContainAll it.path() }
        }
    }
})
