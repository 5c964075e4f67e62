package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

class StampTest : FunSpec({
    //  core1 ── core2                 # CORE
    //              ╲ (needs)
    //  mod1 ────── mod2 ── mod3       # MOD
    val graph = graph("core1 : # CORE \n core2 : core1 \n mod1 : # MOD \n mod2 : mod1 ; core2 \n mod3 : mod2")

    test("everything below the targets becomes applied") {
        val plan = graph.stamp("mod2", AppliedSet.nothing())
        plan.added() shouldBe listOf("core1", "core2", "mod1", "mod2")
        plan.heads() shouldBe listOf("mod2")
    }

    test("what is above the target in its lineage becomes unapplied with its dependents, other lines stay") {
        val plan = graph.stamp("core1", graph.appliedAt("mod3"))
        plan.removed() shouldBe listOf("core2", "mod2", "mod3")
        plan.heads() shouldBe listOf("core1", "mod1")
    }

    test("BRANCH@base removes the branch's lineage and its dependents, base removes everything") {
        graph.stamp("MOD@base", graph.appliedAt("mod3")).heads() shouldBe listOf("core2")
        graph.stamp("CORE@base", graph.appliedAt("mod3")).heads() shouldBe listOf("mod1")
        graph.stamp("base", graph.appliedAt("mod3")).heads().shouldBeEmpty()
    }

    test("several targets are joined: what one of them needs stays") {
        val plan = graph.stamp("core1 mod2", graph.appliedAt("mod3"))
        plan.removed() shouldBe listOf("mod3")
        plan.heads() shouldBe listOf("mod2")
    }

    test("purging forgets everything first, ids without a script too") {
        val plan = graph.stamp("core1", AppliedSet.of("core1", "core2", "ghost"), purge = true)
        plan.removed() shouldBe listOf("core2", "ghost")
        plan.added().shouldBeEmpty()
        plan.renewed() shouldBe listOf("core1")
        plan.applied().ids() shouldBe setOf("core1")
    }

    test("relative targets stamp from where the database stands") {
        graph.stamp("MOD@-1", graph.appliedAt("mod3")).removed() shouldBe listOf("mod3")
        graph.stamp("CORE@+1", graph.appliedAt("core1")).added() shouldBe listOf("core2")
    }

    test("a stamp of what is there changes nothing") {
        graph.stamp("current", graph.appliedAt("mod2")).isEmpty shouldBe true
    }
})
