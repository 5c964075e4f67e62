package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

class SquashTest : FunSpec({
    //  start ── [one two three] ── after       squashed replaces one, two and three
    //                 ╲ (needs two)
    //                  other
    val graph =
        soundGraph(
            listOf(
                revision("start"),
                revision("squashed", listOf("start"), replaces = listOf("one", "two", "three")),
                revision("after", listOf("three")),
                revision("other", dependsOn = listOf("two")),
            ),
        )

    test("replaced ids stand for the revision that replaces them, in scripts and in targets") {
        graph.parents("after").map(Revision::id) shouldBe listOf("squashed")
        graph.dependencies("other").map(Revision::id) shouldBe listOf("squashed")
        graph.upgrade("two").written() shouldBe "+start +squashed"
    }

    test("a fresh database runs it") {
        graph.upgrade("after").written() shouldBe "+start +squashed +after"
    }

    test("a database that has all of the run counts it as applied") {
        val applied = AppliedSet.of("start", "one", "two", "three")
        graph.withoutScript(applied).shouldBeEmpty()
        graph.currentHeads(applied) shouldBe listOf("squashed")
        graph.upgrade("heads", applied).written() shouldBe "+other +after"
        graph.stamp("squashed", applied).isEmpty shouldBe true
    }

    test("taking it back takes back the whole run") {
        val plan = graph.downgrade("start", AppliedSet.of("start", "one", "two", "three"))
        plan.written() shouldBe "-squashed"
        plan.applied().ids() shouldBe setOf("start")
    }

    test("a database that has only a part is refused, and told the way through") {
        val applied = AppliedSet.of("start", "one")
        val fault = shouldRefuse<PlanFault.PartlyReplaced> { graph.upgrade("heads", applied) }
        fault shouldBe PlanFault.PartlyReplaced("squashed", listOf("one"), listOf("two", "three"))
        fault.problem().help().get() shouldContain "the last release that still has the scripts up to 'three'"
        graph.upgrade("start", applied).steps().shouldBeEmpty()
    }

    test("a script that is still there cannot be replaced, and nothing is replaced twice") {
        val squashed = revision("squashed", replaces = listOf("one"))
        RevisionGraph.load(listOf(revision("one"), squashed)).faults() shouldBe
            listOf(GraphFault.StillThere("squashed", "one", source("squashed"), source("one")))
        val again = revision("again", replaces = listOf("one"))
        RevisionGraph.load(listOf(squashed, again)).faults() shouldBe
            listOf(GraphFault.StillThere("again", "one", source("again"), source("squashed")))
    }

    //  start ── one ── two ── three ── after
    //             ╰── branch
    test("only a closed run can be replaced by a new revision") {
        val line = graph("start : \n one : start # LINE \n two : one \n three : two \n after : three \n branch : one")

        fun faults(vararg run: String) =
            DraftCheck.faults(
                line,
                revision("new", listOf("start"), labels = listOf("LINE"), replaces = run.toList()),
                false,
            )
        faults("one", "two").map { it.problem().code() } shouldBe listOf("open-run")
        (faults("one", "two").single() as GraphFault.OpenRun).others() shouldBe listOf("branch")
        DraftCheck.faults(line, revision("new", listOf("one"), replaces = listOf("two", "three")), true).shouldBeEmpty()
        DraftCheck.faults(line, revision("new", listOf("one"), replaces = listOf("three")), true).map { it.problem().code() } shouldBe
            listOf("open-run")
    }
})
