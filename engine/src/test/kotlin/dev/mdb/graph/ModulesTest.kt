package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

/**
 * One database, many modules: every module is a line of its own, found by its label.
 *
 * ```
 *  init_core                        # INITCORE
 *     ├──(needs)── init_mod1        # INITMOD1        init_mod2  # INITMOD2        init_mod3  # INITMOD3
 *  core_1                           # CORE            needs INITCORE
 *  mod1_1                           # MOD1            needs INITMOD1
 *  mod2_1 ── mod2_2                 # MOD2            needs INITMOD2
 *  mod3_1 ── mod3_2 ── mod3_3       # MOD3            needs INITMOD3
 * ```
 */
class ModulesTest : FunSpec({
    val graph =
        graph(
            """
            init_core : # INITCORE
            init_mod1 : ; INITCORE # INITMOD1
            init_mod2 : ; INITCORE # INITMOD2
            init_mod3 : ; INITCORE # INITMOD3
            core_1 : ; INITCORE # CORE
            mod1_1 : ; INITMOD1 # MOD1
            mod2_1 : ; INITMOD2 # MOD2
            mod2_2 : mod2_1
            mod3_1 : ; INITMOD3 # MOD3
            mod3_2 : mod3_1
            mod3_3 : mod3_2
            """,
        )
    val everything = graph.upgrade("heads").applied()

    test("a module's head brings along what the module needs, and no other module") {
        graph.upgrade("INITMOD1@head").written() shouldBe "+init_core +init_mod1"
        graph.upgrade("MOD3@head", graph.appliedAt("init_mod1")).written() shouldBe "+init_mod3 +mod3_1 +mod3_2 +mod3_3"
    }

    test("modules are taken back one by one, without a flag, and what they need stays") {
        var applied = everything
        listOf(
            "CORE@base" to "-core_1",
            "MOD1@-1" to "-mod1_1",
            "MOD2@-2" to "-mod2_2 -mod2_1",
            "MOD3@-3" to "-mod3_3 -mod3_2 -mod3_1",
        ).forEach { (target, steps) ->
            val plan = graph.downgrade(target, applied)
            plan.written() shouldBe steps
            applied = plan.applied()
        }
        graph.currentHeads(applied) shouldBe listOf("init_mod1", "init_mod2", "init_mod3")
        graph.downgrade("base", applied).heads().shouldBeEmpty()
    }

    test("the module that others need asks for the flag and lists them") {
        val fault = shouldRefuse<PlanFault.NeedsCascade> { graph.downgrade("INITCORE@base", everything) }
        fault.outside().keys shouldBe setOf("INITMOD1", "INITMOD2", "INITMOD3", "CORE", "MOD1", "MOD2", "MOD3")
        graph.downgrade("INITCORE@base", everything, cascade = true).heads().shouldBeEmpty()
    }

    test("down to nothing and up to heads again is the same set") {
        val down = graph.downgrade("base", everything)
        graph.upgrade("heads", down.applied()).applied().ids() shouldBe everything.ids()
    }
})
