package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

class RangeTest : FunSpec({
    //  core1 ── core2                 # CORE
    //              ╲ (needs)
    //  mod1 ────── mod2 ── mod3       # MOD
    val graph = graph("core1 : # CORE \n core2 : core1 \n mod1 : # MOD \n mod2 : mod1 ; core2 \n mod3 : mod2")

    test("an open range is everything, newest first") {
        graph.between(":") shouldBe listOf("mod3", "mod2", "mod1", "core2", "core1")
    }

    test("both ends are included, and dependencies lead from one line to the other") {
        graph.between("mod1:mod2") shouldBe listOf("mod2", "mod1")
        graph.between("core2:mod3") shouldBe listOf("mod3", "mod2", "core2")
        graph.between("core1:core1") shouldBe listOf("core1")
    }

    test("an open end is the heads, of the branch that the start names") {
        graph.between("core2:") shouldBe listOf("mod3", "mod2", "core2")
        graph.between("CORE@base:") shouldBe listOf("core2", "core1")
        graph.between(":mod1") shouldBe listOf("mod1")
    }

    test("ends may be relative to the database") {
        graph.between("current-1:current", graph.appliedAt("core2")) shouldBe listOf("core2", "core1")
    }

    test("a range the wrong way round is refused") {
        shouldRefuse<PlanFault.RangeNotOrdered> { graph.between("mod3:mod1") }.notBelow() shouldBe listOf("mod3")
    }
})
