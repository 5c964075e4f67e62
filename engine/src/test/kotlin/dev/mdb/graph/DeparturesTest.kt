package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.types.shouldBeInstanceOf

/** Where Alembic goes wrong and this does not: a drawing and a test for each. Newer revisions stand on the right. */
class DeparturesTest : FunSpec({

    //  x ── y ── m       m names y, and x below it once more
    //   ╰────────╯
    test("a revision that names both another and a descendant of it runs, up and down") {
        val graph = graph("x : \n y : x \n m : y x")
        val up = graph.upgrade("heads")
        up.written() shouldBe "+x +y +m"
        up.heads() shouldContainExactly listOf("m")
        graph.downgrade("y", up.applied()).heads() shouldContainExactly listOf("y")
        graph.downgrade("base", up.applied()).written() shouldBe "-m -y -x"
    }

    //  a ── b ── c ── m       m merges c and a
    //   ╰────────────╯
    test("the downgrade of a merge leaves no ancestor beside its descendant") {
        val graph = graph("a : \n b : a \n c : b \n m : c a")
        graph.downgrade("c", graph.appliedAt("m")).heads() shouldContainExactly listOf("c")
    }

    //  x1 ── x2
    //    ╲ (needs)
    //  y1 ── y2 ── y3
    test("a stamp below one line forgets nothing of the others") {
        val graph = graph("x1 : \n x2 : x1 \n y1 : \n y2 : y1 ; x1 \n y3 : y2")
        val plan = graph.stamp("y1", graph.appliedAt("x2", "y3"))
        plan.removed() shouldContainExactly listOf("y2", "y3")
        plan.added().shouldBeEmpty()
        plan.heads() shouldContainExactly listOf("x2", "y1")
    }

    //  x1 ── x2      # xline
    //  y1 ── y2      # yline
    test("LABEL@rev on a foreign line is refused and says where the revision is") {
        val graph = graph("x1 :  # xline \n x2 : x1 \n y1 :  # yline \n y2 : y1")
        val refusal = shouldRefuse<TargetFault.NotInBranch> { graph.downgrade("xline@y1", graph.appliedAt("x2", "y2")) }
        refusal shouldBe TargetFault.NotInBranch("y1", "xline", listOf("yline"))
        refusal.problem().help().get() shouldBe "it is in: yline@y1"
    }

    //  a ── b ── c      # line     only a and b are applied
    test("LABEL@head in a downgrade is the head's place: what stands above it goes, and nothing does") {
        val graph = graph("a :  # line \n b : a \n c : b")
        graph.downgrade("line@head", graph.appliedAt("c")).steps().shouldBeEmpty()
        shouldRefuse<PlanFault.StopNotApplied> { graph.downgrade("line@head", graph.appliedAt("b")) }.currentHeads() shouldBe listOf("b")
        graph.downgrade("line@head-1", graph.appliedAt("c")).written() shouldBe "-c"
    }

    //       ╭── x1     # left
    //  a ──┤
    //       ╰── y1     # right
    test("-1 on several heads names them, and one word more makes it clear") {
        val graph = graph("a : \n x1 : a # left \n y1 : a # right")
        val applied = graph.appliedAt("x1", "y1")
        val refusal = shouldRefuse<TargetFault.SeveralCurrentHeads> { graph.downgrade("-1", applied) }
        refusal.heads() shouldBe listOf("x1", "y1")
        refusal.choices() shouldBe listOf("left@-1", "right@-1")
        refusal.problem().help().get() shouldBe "walk on one line: left@-1, right@-1; or on all: current-1"
        graph.downgrade("left@-1", applied).written() shouldBe "-x1"
        graph.downgrade("current-1", applied).written() shouldBe "-x1 -y1"
    }

    //  x1 ── x2
    //          ╲ (needs)
    //  y1 ────── y2
    test("a head that a dependency consumes is implied: after an upgrade to heads nothing is pending and the heads agree") {
        val graph = graph("x1 : \n x2 : x1 \n y1 : \n y2 : y1 ; x2")
        val plan = graph.upgrade("heads")
        plan.heads() shouldContainExactly listOf("y2")
        plan.heads() shouldBe graph.realHeads().map(Revision::id)
        plan.pending().shouldBeEmpty()
    }

    //  x1            y1 needs x1: both are version heads
    //    ╲ (needs)
    //     y1
    test("merging counts a head that another merely depends on") {
        val graph = graph("x1 : \n y1 : ; x1")
        graph.versionHeads().map(Revision::id) shouldContainExactly listOf("x1", "y1")
        DraftCheck.faults(graph, revision("m", listOf("x1", "y1")), false).shouldBeEmpty()
    }

    //  root ── a ── b ── c ── tip
    //          ↑_________╯          a names c as a parent, between a base and a head
    test("a cycle between a base and a head is found, over both edges, and the base stays usable") {
        val load = RevisionGraph.load(revisions("root : \n a : root c \n b : a \n c : ; b \n tip : c"))
        load.faults() shouldBe listOf(GraphFault.Cycle(listOf("a", "c", "b"), source("a")))
        load.graph().revisions().map(Revision::id) shouldBe listOf("root")
    }

    test("a duplicate id and a missing parent are faults with their files, not a warning and a stack trace") {
        val copy = Revision("a", listOf(), listOf(), listOf(), "copy", listOf(), Downgrade.Present(), source("copy"))
        val load = RevisionGraph.load(revisions("a : \n b : a \n c : nowhere") + copy)
        load.faults().map { it.problem().code() } shouldBe listOf("duplicate-id", "missing-parent")
        val (duplicate, missing) = load.faults().map { it.problem() }
        duplicate.data()["files"] shouldBe listOf("a.migration.kts", "copy.migration.kts")
        missing.toString() shouldBe "c.migration.kts:1:1: revision 'c' names the parent 'nowhere', which no script has"
    }

    test("what a new revision would break is known before its file is written") {
        val graph = graph("a :  # line \n b : a \n c : b")
        val draft = revision("b", listOf("a", "nowhere"), labels = listOf("line", "c", "head"))
        DraftCheck.faults(graph, draft, false).map { it.problem().code() } shouldContainExactly
            listOf("duplicate-id", "duplicate-label", "label-is-id", "illegal-name", "needs-splice", "missing-parent")
    }

    test("an id may have 255 characters") {
        val long = "x".repeat(255)
        soundGraph(listOf(revision(long))).upgrade("head").ids() shouldBe listOf(long)
        val fault = RevisionGraph.load(listOf(revision(long + "x"))).faults().single()
        fault.shouldBeInstanceOf<GraphFault.IllegalName>().why() shouldBe "has 256 characters, 255 are allowed"
    }

    //  r0 ── r1 ── r2 ── … ── r99999
    test("a line of 100,000 revisions plans up and down") {
        val graph = soundGraph(List(100_000) { index -> revision("r$index", if (index == 0) emptyList() else listOf("r${index - 1}")) })
        val up = graph.upgrade("head")
        up.steps().size shouldBe 100_000
        graph.downgrade("head-3", up.applied()).written() shouldBe "-r99999 -r99998 -r99997"
        graph.downgrade("base", up.applied()).steps().size shouldBe 100_000
    }
})
