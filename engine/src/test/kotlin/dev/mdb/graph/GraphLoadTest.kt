package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.util.Optional

class GraphLoadTest : FunSpec({
    fun faults(legend: String) = RevisionGraph.load(revisions(legend)).faults()

    test("every fault is reported in one run, in load order of the scripts") {
        val load =
            RevisionGraph.load(
                revisions(
                    """
                    fine : # line
                    lost : nowhere
                    needy : fine ; nothing
                    twin : fine # line
                    named : fine # fine
                    self : self
                    itself : ; itself
                    bad-name : fine
                    one : two
                    two : one
                    """,
                ),
            )
        load.faults().map { it.problem().code() } shouldContainExactly
            listOf(
                "duplicate-label",
                "missing-parent",
                "missing-dependency",
                "label-is-id",
                "self-reference",
                "self-reference",
                "illegal-name",
                "cycle",
            )
        load.faults().forEach { fault -> fault.problem().at().isPresent shouldBe true }
        load.graph().revisions().shouldBeEmpty()
    }

    test("what stands on a faulty revision by either edge is left out, the rest stays") {
        val load = RevisionGraph.load(revisions("a : \n b : nowhere \n c : b \n d : ; c \n e : a"))
        load.faults() shouldBe listOf(GraphFault.MissingParent("b", "nowhere", listOf(), source("b")))
        load.graph().revisions().map(Revision::id) shouldBe listOf("a", "e")
        load.graph().upgrade("heads").written() shouldBe "+a +e"
    }

    test("all revisions with one id are left out: nobody knows which is meant") {
        val load = RevisionGraph.load(revisions("a : \n b : \n b : a \n c : b"))
        load.faults() shouldBe listOf(GraphFault.DuplicateId("b", listOf(source("b"), source("b"))))
        load.graph().revisions().map(Revision::id) shouldBe listOf("a")
    }

    test("a mistyped name comes with the nearest ones") {
        faults("create_users : \n add_index : create_user")
            .single()
            .problem()
            .help()
            .get() shouldBe "did you mean 'create_users'?"
    }

    test("each knot of cycles is reported once, by its shortest way round") {
        faults("a : b \n b : c \n c : a b \n x : y \n y : x \n above : a \n below : ") shouldBe
            listOf(GraphFault.Cycle(listOf("a", "b", "c"), source("a")), GraphFault.Cycle(listOf("x", "y"), source("x")))
    }

    test("a cycle reads as a way round") {
        faults("a : ; b \n b : a").single().problem().message() shouldBe "revisions wait for each other: a -> b -> a"
    }

    test("parents and dependencies may be labels") {
        val graph = graph("a : # first \n b : first \n c : ; first")
        graph.parents("b").map(Revision::id) shouldBe listOf("a")
        graph.dependencies("c").map(Revision::id) shouldBe listOf("a")
        graph.dependents("first").map(Revision::id) shouldBe listOf("c")
    }

    test("an optional dependency drops out when nothing has its name, and counts when something has") {
        fun graphWith(other: String): RevisionGraph {
            val optional = Dependency("extra", true, Optional.empty())
            val needy = Revision("needy", listOf(), listOf(optional), listOf(), "m", listOf(), Downgrade.Present(), source("needy"))
            return soundGraph(listOf(needy, revision(other)))
        }
        graphWith("other").dependencies("needy").shouldBeEmpty()
        graphWith("extra").upgrade("needy").written() shouldBe "+extra +needy"
    }

    test("a dependency on another resource is no edge here and stays readable") {
        val elsewhere = Dependency("order", false, Optional.of("customerdb"))
        val revision = Revision("a", listOf(), listOf(elsewhere), listOf(), "m", listOf(), Downgrade.Present(), source("a"))
        val graph = soundGraph(listOf(revision))
        graph.dependencies("a").shouldBeEmpty()
        graph.find("a").get().dependencies() shouldBe listOf(elsewhere)
    }

    //       ╭── b ──╮
    //  a ──┤         d ── e
    //       ╰── c ──╯          f needs d
    test("a graph answers for its bases, heads, branch points, merges and lines") {
        val graph = graph("a : \n b : a # left \n c : a # right \n d : b c \n e : d \n f : ; d")
        graph.bases().map(Revision::id) shouldBe listOf("a", "f")
        graph.versionHeads().map(Revision::id) shouldBe listOf("e", "f")
        graph.realHeads().map(Revision::id) shouldBe listOf("e", "f")
        graph.isBranchPoint("a") shouldBe true
        graph.isMerge("d") shouldBe true
        graph.isBranchPoint("d") shouldBe false
        graph.children("a").map(Revision::id) shouldBe listOf("b", "c")
        graph.parents("d").map(Revision::id) shouldBe listOf("b", "c")
        graph.ancestors("f", EdgeKind.PARENT).shouldBeEmpty()
        graph.ancestors("f", EdgeKind.BOTH).map(Revision::id) shouldBe listOf("a", "b", "c", "d")
        graph.descendants("c", EdgeKind.BOTH).map(Revision::id) shouldBe listOf("d", "e", "f")
        graph.lineage("left").map(Revision::id) shouldBe listOf("a", "b", "d", "e")
        graph.branchLabels("a") shouldBe listOf("left", "right")
        graph.branchLabels("b") shouldBe listOf("left")
        graph.branchLabels() shouldBe
            graph
                .revisions()
                .map(Revision::id)
                .associateWith(graph::branchLabels)
                .filterValues { it.isNotEmpty() }
    }

    test("a name that the graph does not have is refused with the typed value") {
        shouldRefuse<TargetFault.Unknown> { graph("alpha : ").children("alpah") }.nearest() shouldBe listOf("alpha")
    }

    test("an empty graph has nothing to do and nothing to find") {
        val empty = graph("")
        empty.upgrade("heads").steps().shouldBeEmpty()
        empty.upgrade("head").steps().shouldBeEmpty()
        empty.downgrade("base", AppliedSet.nothing()).steps().shouldBeEmpty()
        shouldRefuse<TargetFault.TooFar> { empty.upgrade("+1") }.walked() shouldBe 0
    }
})
