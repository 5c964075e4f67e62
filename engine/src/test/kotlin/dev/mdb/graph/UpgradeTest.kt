package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

class UpgradeTest : FunSpec({
    //  core1 ── core2                 # CORE
    //              ╲ (needs)
    //  mod1 ────── mod2 ── mod3       # MOD
    val graph = graph("core1 : # CORE \n core2 : core1 \n mod1 : # MOD \n mod2 : mod1 ; core2 \n mod3 : mod2")

    test("missing dependencies on other lines come along, and each step says why") {
        val plan = graph.upgrade("MOD@+2")
        plan.steps().map { it.written() to it.why() } shouldBe
            listOf(
                "+core1" to Reason.DEPENDENCY,
                "+core2" to Reason.DEPENDENCY,
                "+mod1" to Reason.ANCESTOR,
                "+mod2" to Reason.TARGET,
            )
        plan.heads() shouldBe listOf("mod2")
        plan.pending().map(Revision::id) shouldBe listOf("mod3")
    }

    test("a step inside a branch may run several revisions, and counts as one") {
        graph.upgrade("MOD@+1", graph.appliedAt("mod1")).written() shouldBe "+core1 +core2 +mod2"
    }

    test("a walk in a branch starts from its highest applied revision when the head lies outside") {
        graph.upgrade("CORE@+1", graph.appliedAt("core1", "mod1")).written() shouldBe "+core2"
        val implied = graph("x1 : # X \n x2 : x1 \n y1 : ; x1")
        implied.upgrade("X@+1", implied.appliedAt("y1")).written() shouldBe "+x2"
    }

    test("targets that are applied, base and the current heads are nothing to do") {
        listOf("core1", "CORE@base", "base", "current", "MOD").forEach { target ->
            graph.upgrade(target, graph.appliedAt("mod2")).steps().shouldBeEmpty()
        }
    }

    test("several targets are joined, in load order whatever the order they are given in") {
        graph.upgrade("mod1 core1") shouldBe graph.upgrade("core1 mod1")
        graph.upgrade("mod1 core1").written() shouldBe "+mod1 +core1"
    }

    test("a walk down is no target of an upgrade, and the fault names the command that is meant") {
        val fault = shouldRefuse<TargetFault.WrongDirection> { graph.upgrade("-1", graph.appliedAt("mod1")) }
        fault.problem().help().get() shouldBe "use: mdb downgrade -1"
        fault.problem().category().exitStatus() shouldBe 2
        shouldRefuse<TargetFault.WrongDirection> { graph.downgrade("MOD@+1", graph.appliedAt("mod1")) }
    }

    test("a named place and a walk down from it is a target of an upgrade") {
        graph.upgrade("CORE@head-1").written() shouldBe "+core1"
    }

    test("an applied set with holes is filled below what is there") {
        graph.upgrade("CORE@head", AppliedSet.of("core2")).written() shouldBe "+core1"
        graph.currentHeads(AppliedSet.of("core1", "mod3", "mod1")) shouldBe listOf("mod3")
    }

    test("a plan for a place that is assumed needs no database") {
        val planner = Planner(graph)
        planner.upgrade(TargetRange.parse("CORE@head:MOD@head")).written() shouldBe "+mod1 +mod2 +mod3"
        planner.upgrade(TargetRange.parse("core1:+1")).written() shouldBe "+core2"
        planner.upgrade(TargetRange.parse(":core1")).written() shouldBe "+core1"
        planner.upgrade(TargetRange.parse("mod3:heads")).steps().shouldBeEmpty()
        planner.downgrade(TargetRange.parse("core2:core1"), false).written() shouldBe "-core2"
        planner.stamp(TargetRange.parse("core1:mod1")).added() shouldBe listOf("mod1")
        shouldRefuse<PlanFault.RangeNotOrdered> { planner.upgrade(TargetRange.parse("core2:core1")) }.notBelow() shouldBe listOf("core2")
    }
})
