package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

/** Applied revisions whose script is gone: only a request that needs them fails. */
class WithoutScriptTest : FunSpec({
    //  a ── b ── (ghost)      c
    val graph = graph("a : \n b : a \n c : ")
    val applied = AppliedSet(linkedSetOf("a", "b", "ghost"), mapOf("ghost" to listOf("b")))

    test("an applied id without a script is told, and is a head where nothing is recorded above it") {
        graph.withoutScript(applied) shouldBe listOf("ghost")
        graph.currentHeads(applied) shouldBe listOf("ghost")
        graph.currentHeads(AppliedSet.of("a", "ghost")) shouldBe listOf("a", "ghost")
    }

    test("requests that do not touch it work and keep it") {
        val plan = graph.upgrade("heads", applied)
        plan.written() shouldBe "+c"
        plan.heads() shouldBe listOf("c", "ghost")
        graph.downgrade("base", AppliedSet.of("a", "b")).written() shouldBe "-b -a"
        graph.downgrade("c-1", graph.upgrade("c", applied).applied()).written() shouldBe "-c"
        graph.stamp("c", applied).applied().contains("ghost") shouldBe true
    }

    test("a downgrade of what it stands on needs it") {
        val fault = shouldRefuse<PlanFault.NoScript> { graph.downgrade("a", applied) }
        fault.revisions() shouldBe listOf("ghost")
        shouldRefuse<PlanFault.NoScript> { graph.downgrade("-1", applied) }.revisions() shouldBe listOf("ghost")
    }

    test("base needs every script") {
        shouldRefuse<PlanFault.NoScript> { graph.downgrade("base", AppliedSet.of("ghost")) }.target() shouldBe "base"
    }

    test("the command that the refusal offers forgets it and nothing else") {
        shouldRefuse<PlanFault.NoScript> { graph.downgrade("a", applied) }.problem().help().get() shouldContain "mdb stamp --purge current"
        graph.stamp("current", applied, purge = true).removed() shouldBe listOf("ghost")
    }

    test("naming it is told apart from a name that nobody knows") {
        shouldRefuse<PlanFault.NoScript> { graph.upgrade("ghost", applied) }
        shouldRefuse<PlanFault.NoScript> { graph.upgrade("ghos", applied) }.revisions() shouldBe listOf("ghost")
        shouldRefuse<TargetFault.Unknown> { graph.upgrade("ghost", AppliedSet.nothing()) }
    }

    test("ids without a script may stand on each other") {
        val chain = AppliedSet(linkedSetOf("a", "upper", "lower"), mapOf("upper" to listOf("lower"), "lower" to listOf("a")))
        graph.currentHeads(chain) shouldBe listOf("upper")
        shouldRefuse<PlanFault.NoScript> { graph.downgrade("a-1", chain) }.revisions() shouldBe listOf("lower", "upper")
    }
})
