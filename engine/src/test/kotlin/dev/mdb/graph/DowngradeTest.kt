package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

class DowngradeTest : FunSpec({
    //  core1 ── core2                 # CORE
    //              ╲ (needs)
    //  mod1 ────── mod2 ── mod3       # MOD
    //  free1 ── free2
    val graph =
        graph("core1 : # CORE \n core2 : core1 \n mod1 : # MOD \n mod2 : mod1 ; core2 \n mod3 : mod2 \n free1 : \n free2 : free1")
    val everything = graph.appliedAt("mod3", "free2")

    test("what stands above the stop goes, dependents on other lines with it, and each step says why") {
        val plan = graph.downgrade("core1", everything)
        plan.steps().map { it.written() to it.why() } shouldBe
            listOf("-mod3" to Reason.DEPENDENT, "-mod2" to Reason.DEPENDENT, "-core2" to Reason.TARGET)
        plan.heads() shouldBe listOf("core1", "mod1", "free2")
    }

    test("dependencies stay") {
        graph.downgrade("MOD@base", everything).heads() shouldBe listOf("core2", "free2")
    }

    test("leaving the branch that was named needs the flag; the refusal lists what would go, by branch") {
        val fault = shouldRefuse<PlanFault.NeedsCascade> { graph.downgrade("CORE@base", everything) }
        fault.outside() shouldBe mapOf("MOD" to listOf("mod3", "mod2"))
        fault.problem().message() shouldContain "MOD ('mod3', 'mod2')"
        fault.problem().help().get() shouldContain "mdb downgrade --cascade CORE@base"
        graph.downgrade("CORE@base", everything, cascade = true).written() shouldBe "-mod3 -mod2 -core2 -core1"
    }

    test("a line without a label goes by the id of its base") {
        val plain = graph("a : # A \n b1 : \n b2 : b1 ; a")
        shouldRefuse<PlanFault.NeedsCascade> { plain.downgrade("A@base", plain.appliedAt("b2")) }.outside() shouldBe
            mapOf("b1" to listOf("b2"))
    }

    test("base takes everything") {
        graph.downgrade("base", everything).heads().shouldBeEmpty()
    }

    test("a step down from a base takes that base alone: what it depends on stays") {
        val needy = graph("x1 : \n y1 : ; x1")
        needy.downgrade("-1", needy.appliedAt("y1")).written() shouldBe "-y1"
    }

    test("a walk in a branch starts from its highest applied revision when a dependent on another line is the head") {
        val fault = shouldRefuse<PlanFault.NeedsCascade> { graph.downgrade("CORE@-1", everything) }
        fault.outside() shouldBe mapOf("MOD" to listOf("mod3", "mod2"))
        graph.downgrade("CORE@-1", everything, cascade = true).written() shouldBe "-mod3 -mod2 -core2"
    }

    test("a branch limits which children of the stop go") {
        val forked = graph("a : \n left : a # LEFT \n right : a # RIGHT")
        forked.downgrade("LEFT@a", forked.appliedAt("left", "right")).written() shouldBe "-left"
        forked.downgrade("a", forked.appliedAt("left", "right")).written() shouldBe "-left -right"
    }

    test("a stop that is not applied is an error that says how to get there") {
        val fault = shouldRefuse<PlanFault.StopNotApplied> { graph.downgrade("mod2", graph.appliedAt("mod1")) }
        fault.currentHeads() shouldBe listOf("mod1")
        fault.problem().help().get() shouldBe "to go there, use: mdb upgrade mod2"
    }

    test("a stop with nothing above it is nothing to do") {
        graph.downgrade("mod3", everything).steps().shouldBeEmpty()
        graph.downgrade("current", everything).steps().shouldBeEmpty()
        graph.downgrade("base", AppliedSet.nothing()).steps().shouldBeEmpty()
    }

    test("a revision that cannot be taken back stops the plan before anything runs, and all of them are named") {
        val stuck =
            soundGraph(
                listOf(
                    revision("a"),
                    revision("b", listOf("a"), downgrade = Downgrade.Missing()),
                    revision("c", listOf("b"), downgrade = Downgrade.Irreversible("the data is gone")),
                ),
            )
        val fault = shouldRefuse<PlanFault.NotReversible> { stuck.downgrade("a", stuck.appliedAt("c")) }
        fault.revisions().map(Revision::id) shouldBe listOf("c", "b")
        fault.problem().message() shouldBe "nothing was run: 'c' is irreversible (the data is gone), 'b' has no downgrade block"
        fault.problem().at().get() shouldBe source("c")
        stuck.downgrade("c", stuck.appliedAt("c")).steps().shouldBeEmpty()
    }
})
