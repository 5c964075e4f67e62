package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainAll
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.long
import io.kotest.property.checkAll
import kotlin.random.Random

/** What holds on every graph, for every applied set and request. */
class PlanPropertiesTest : FunSpec({
    suspend fun everyGraph(property: suspend (RevisionGraph, Random) -> Unit) =
        checkAll(graphCount, randomGraphs, Arb.long()) { revisions, seed -> property(soundGraph(revisions), Random(seed)) }

    test("the order is the reference order") {
        everyGraph { graph, random ->
            val applied = graph.randomApplied(random)
            val up = graph.upgrade("heads", applied)
            val heads = graph.realHeads().map(Revision::id)
            up.ids().reversed() shouldBe
                graph.referenceOrder(
                    heads,
                    graph
                        .revisions()
                        .map(Revision::id)
                        .filterNot(applied::contains)
                        .toSet(),
                )
            val down = graph.downgrade("base", applied)
            down.ids() shouldBe graph.referenceOrder(graph.currentHeads(applied), applied.ids())
        }
    }

    test("the order is the reference order on large graphs, from any applied set") {
        checkAll(graphCount / 25, largeRandomGraphs, Arb.long()) { revisions, seed ->
            val graph = soundGraph(revisions)
            val applied = graph.randomApplied(Random(seed), oneIn = 40)
            val pending =
                graph
                    .revisions()
                    .map(Revision::id)
                    .filterNot(applied::contains)
                    .toSet()
            graph.upgrade("heads", applied).ids().reversed() shouldBe graph.referenceOrder(graph.realHeads().map(Revision::id), pending)
            graph.downgrade("base", applied).ids() shouldBe graph.referenceOrder(graph.currentHeads(applied), applied.ids())
        }
    }

    test("an upgrade runs everything after what it stands on, once, and nothing that is applied") {
        everyGraph { graph, random ->
            val applied = graph.randomApplied(random)
            val plan = graph.planned { upgrade(listOf(graph.randomTarget(random)), applied) } ?: return@everyGraph
            val done = applied.ids().toMutableSet()
            plan.ids().forEach { id ->
                done shouldContainAll (graph.parents(id) + graph.dependencies(id)).map(Revision::id)
                done.add(id) shouldBe true
            }
            done shouldBe plan.applied().ids()
        }
    }

    test("a downgrade runs everything before what it stands on, once, and only what is applied") {
        everyGraph { graph, random ->
            val applied = graph.randomApplied(random)
            val plan = graph.planned { downgrade(graph.randomTarget(random), applied, true) } ?: return@everyGraph
            val left = applied.ids().toMutableSet()
            plan.ids().forEach { id ->
                (graph.children(id) + graph.dependents(id)).map(Revision::id).filter(left::contains).shouldBeEmpty()
                left.remove(id) shouldBe true
            }
            left shouldBe plan.applied().ids()
        }
    }

    test("replaying a plan's steps gives the heads it reports, and no head stands on another") {
        everyGraph { graph, random ->
            val plan = graph.randomPlan(random) ?: return@everyGraph
            plan.heads() shouldBe graph.currentHeads(plan.applied())
            plan.heads().forEach { head ->
                graph
                    .ancestors(head, EdgeKind.BOTH)
                    .map(Revision::id)
                    .filter(plan.heads()::contains)
                    .shouldBeEmpty()
            }
            graph.appliedAt(plan.heads()).ids() shouldBe plan.applied().ids()
            plan.pending().map(Revision::id).toSet() shouldBe graph.revisions().map(Revision::id).toSet() - plan.applied().ids()
        }
    }

    test("upgrading again is nothing to do") {
        everyGraph { graph, random ->
            val target = graph.randomTarget(random)
            if (target.symbol() is Symbol.Omitted || target.symbol() is Symbol.Current) return@everyGraph
            val plan = graph.planned { upgrade(listOf(target), graph.randomApplied(random)) } ?: return@everyGraph
            Planner(graph).upgrade(listOf(target), plan.applied()).steps().shouldBeEmpty()
        }
    }

    test("down to a place and up to the old heads again gives the same applied set") {
        everyGraph { graph, random ->
            val applied = graph.randomApplied(random)
            val heads = graph.currentHeads(applied)
            val down = graph.planned { downgrade(graph.randomTarget(random), applied, true) } ?: return@everyGraph
            Planner(graph).upgrade(heads.map(Target::named), down.applied()).applied().ids() shouldBe applied.ids()
        }
    }

    test("a downgrade names every dependent it takes, and all that goes is told apart") {
        everyGraph { graph, random ->
            val plan = graph.planned { downgrade(graph.randomTarget(random), graph.randomApplied(random), true) } ?: return@everyGraph
            val gone = plan.ids().toSet()
            plan.steps().filter { it.why() == Reason.DEPENDENT }.forEach { step ->
                (
                    graph.dependencies(
                        step.revision().id(),
                    ) + graph.parents(step.revision().id())
                ).map(Revision::id).any(gone::contains) shouldBe
                    true
            }
            plan
                .steps()
                .map { it.why() }
                .filterNot { it == Reason.TARGET || it == Reason.DEPENDENT }
                .shouldBeEmpty()
        }
    }

    test("without the flag a downgrade stays inside the branch it names, or names what it would take") {
        everyGraph { graph, random ->
            val applied = graph.randomApplied(random)
            val target = graph.randomTarget(random)
            val cascading = graph.planned { downgrade(target, applied, true) } ?: return@everyGraph
            val lineage = target.branch().map { graph.lineageOf(it) }.orNull() ?: graph.revisions().map(Revision::id).toSet()
            val outside = cascading.ids().filterNot(lineage::contains)
            if (outside.isEmpty()) {
                Planner(graph).downgrade(target, applied, false) shouldBe cascading
            } else {
                val refusal = shouldRefuse<PlanFault.NeedsCascade> { Planner(graph).downgrade(target, applied, false) }
                refusal
                    .outside()
                    .values
                    .flatten()
                    .toSet() shouldBe outside.toSet()
            }
        }
    }

    test("answers do not change when the files are found in another order") {
        everyGraph { graph, random ->
            val byName = graph.revisions().sortedBy(Revision::id)
            val again = soundGraph(graph.revisions().shuffled(random).sortedBy { it.source().file() })
            val first = soundGraph(byName)
            val applied = first.randomApplied(random)
            val target = first.randomTarget(random)
            first.answer { upgrade(listOf(target), applied) } shouldBe again.answer { upgrade(listOf(target), applied) }
            first.answer { downgrade(target, applied, true) } shouldBe again.answer { downgrade(target, applied, true) }
        }
    }

    test("scripts of random requests end in a closed applied set or in the typed refusal") {
        everyGraph { graph, random ->
            var applied = AppliedSet.nothing()
            repeat(20) {
                val target = graph.randomTarget(random)
                applied =
                    when (random.nextInt(4)) {
                        0, 1 -> graph.planned { upgrade(listOf(target, graph.randomTarget(random)), applied) }?.applied()
                        2 -> graph.planned { downgrade(target, applied, random.nextBoolean()) }?.applied()
                        else -> graph.planned { stamp(listOf(target), applied, random.nextInt(5) == 0) }?.applied()
                    } ?: applied
                graph.appliedAt(applied.ids().toList()).ids() shouldBe applied.ids()
            }
        }
    }

    test("a range runs from the newer end down to the older one without a gap") {
        everyGraph { graph, random ->
            val (from, to) = List(2) { graph.revisions().random(random).id() }
            val below = graph.ancestors(to, EdgeKind.BOTH).map(Revision::id) + to
            if (from in below) {
                val above = graph.descendants(from, EdgeKind.BOTH).map(Revision::id) + from
                graph.between("$from:$to").toSet() shouldBe below.intersect(above.toSet())
            } else {
                shouldRefuse<PlanFault.RangeNotOrdered> { graph.between("$from:$to") }.notBelow() shouldBe listOf(from)
            }
        }
    }
})

/** The plan, or nothing when the request is refused; any other failure is one. */
private fun <T> RevisionGraph.planned(request: Planner.() -> T): T? =
    try {
        Planner(this).request()
    } catch (refusal: GraphException) {
        refusal.problems().forEach { problem -> check(problem.message().isNotBlank() && problem.code().isNotBlank()) }
        null
    }

private fun RevisionGraph.answer(request: Planner.() -> Plan): Any =
    try {
        Planner(this).request()
    } catch (refusal: GraphException) {
        refusal.fault()
    }

private fun RevisionGraph.randomPlan(random: Random): Plan? {
    val (target, applied) = randomTarget(random) to randomApplied(random)
    return if (random.nextBoolean()) planned { upgrade(listOf(target), applied) } else planned { downgrade(target, applied, true) }
}

private fun RevisionGraph.lineageOf(branch: String): Set<String> {
    val id = TargetResolver(this, AppliedSet.nothing()).one(Target.named(branch)).id()
    return lineage(id).map(Revision::id).toSet()
}
