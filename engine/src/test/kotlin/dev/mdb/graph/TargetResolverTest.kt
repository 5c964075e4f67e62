package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain

class TargetResolverTest : FunSpec({
    //            ╭── left_one ── left_two        # LEFT
    //  trunk ──┤
    //            ╰── right_one ── right_two      # RIGHT
    //  other_one ── other_two                    # OTHER on other_one
    val graph =
        graph(
            """
            trunk :
            left_one : trunk # LEFT
            left_two : left_one
            right_one : trunk # RIGHT
            right_two : right_one
            other_one : # OTHER
            other_two : other_one
            """,
        )

    fun resolver(vararg heads: String) = TargetResolver(graph, graph.appliedAt(*heads))

    fun TargetResolver.ids(target: String) = all(Target.parse(target)).map(Revision::id)

    test("a bare label is the revision that carries it, not the tip of the branch") {
        resolver().ids("LEFT") shouldBe listOf("left_one")
    }

    test("a prefix of four characters finds the one name that begins so") {
        resolver().ids("trun") shouldBe listOf("trunk")
        resolver().ids("OTHE") shouldBe listOf("other_one")
        resolver().ids("RIGH@RIGHT+1") shouldBe listOf("right_two")
        shouldRefuse<TargetFault.Unknown> { resolver().ids("tru") }.problem().message() shouldBe
            "no revision or label 'tru' (the beginning of a name needs 4 characters)"
    }

    test("a prefix of several names is refused with all of them") {
        shouldRefuse<TargetFault.AmbiguousPrefix> { resolver().ids("left_") }.candidates() shouldBe listOf("left_one", "left_two")
    }

    test("an exact name wins over names that begin with it") {
        val nested = graph("abcd : \n abcde : abcd")
        TargetResolver(nested, AppliedSet.nothing()).ids("abcd") shouldBe listOf("abcd")
    }

    test("with a branch only its lineage is searched") {
        val twins = graph("some_left : # LEFT \n some_right : # RIGHT")
        TargetResolver(twins, AppliedSet.nothing()).ids("RIGHT@some") shouldBe listOf("some_right")
        shouldRefuse<TargetFault.NotInBranch> { resolver().ids("LEFT@right_t") }.branchesOfRevision() shouldBe listOf("RIGHT")
        shouldRefuse<TargetFault.Unknown> { resolver().ids("NOWHERE@head") }.name() shouldBe "NOWHERE"
    }

    test("head with several heads lists them and a target for each") {
        val fault = shouldRefuse<TargetFault.SeveralHeads> { resolver().ids("head") }
        fault.heads() shouldContainExactly listOf("left_two", "right_two", "other_two")
        fault.choices() shouldContainExactly listOf("LEFT@head", "RIGHT@head", "OTHER@head")
        fault.problem().help().get() shouldContain "LEFT@head"
        fault.choices().map { resolver().ids(it).single() } shouldBe fault.heads()
    }

    test("a head without a label of its own is chosen by its id") {
        val plain = graph("a : \n b : a \n c : a")
        val fault = shouldRefuse<TargetFault.SeveralHeads> { TargetResolver(plain, AppliedSet.nothing()).ids("head") }
        fault.choices() shouldBe listOf("b", "c")
    }

    test("BRANCH@head is the version head of its lineage, though another line depends on it") {
        val consumed = graph("x1 : # X \n x2 : x1 \n y1 : ; x2")
        TargetResolver(consumed, AppliedSet.nothing()).ids("X@head") shouldBe listOf("x2")
        TargetResolver(consumed, AppliedSet.nothing()).ids("heads") shouldBe listOf("y1")
    }

    test("current is the current heads, in a branch its highest applied revision") {
        resolver("left_two", "other_one").ids("current") shouldBe listOf("left_two", "other_one")
        resolver("left_two").ids("LEFT@current") shouldBe listOf("left_two")
        resolver("left_two").ids("RIGHT@current") shouldBe listOf("trunk")
        resolver().ids("current") shouldBe emptyList()
    }

    test("walks go up to the only child and down to the only parent") {
        resolver().ids("left_one+1") shouldBe listOf("left_two")
        resolver().ids("LEFT@trunk+2") shouldBe listOf("left_two")
        resolver().ids("OTHER@base+1") shouldBe listOf("other_one")
        resolver().ids("OTHER@head-1") shouldBe listOf("other_one")
        resolver().ids("other_one-1") shouldBe emptyList()
        resolver("other_one").ids("OTHER@+1") shouldBe listOf("other_two")
    }

    test("a walk with several ways names them") {
        val up = shouldRefuse<TargetFault.AmbiguousWalk> { resolver().ids("trunk+1") }
        up.candidates() shouldBe listOf("left_one", "right_one")
        shouldRefuse<TargetFault.AmbiguousWalk> { resolver().ids("base+1") }.candidates() shouldBe listOf("trunk", "other_one")
        val merged = graph("a : \n b : \n m : a b")
        val down = shouldRefuse<TargetFault.AmbiguousWalk> { TargetResolver(merged, AppliedSet.nothing()).ids("m-1") }
        down.candidates() shouldBe listOf("a", "b")
    }

    test("a walk beyond the end says how far it got") {
        val fault = shouldRefuse<TargetFault.TooFar> { resolver().ids("left_one+5") }
        fault.walked() shouldBe 1
        fault.reached() shouldBe "left_two"
        fault.problem().message() shouldBe "'left_one+5' goes too far: after 1 of 5 steps it is at 'left_two'"
        shouldRefuse<TargetFault.TooFar> { resolver().ids("other_two-4") }.reached() shouldBe ""
    }

    test("dependencies are no steps of a walk") {
        val needy = graph("x1 : \n y1 : ; x1 \n y2 : y1")
        TargetResolver(needy, AppliedSet.nothing()).ids("y2-2") shouldBe emptyList()
        shouldRefuse<TargetFault.TooFar> { TargetResolver(needy, AppliedSet.nothing()).ids("x1+1") }.walked() shouldBe 0
    }

    test("ids with dots are used relatively") {
        val dotted = graph("v1.0 : \n v1.1 : v1.0 \n v1.2 : v1.1")
        TargetResolver(dotted, AppliedSet.nothing()).ids("v1.2-2") shouldBe listOf("v1.0")
    }

    test("one revision is asked for: several or none are refused") {
        resolver().one(Target.parse("LEFT@head")).id() shouldBe "left_two"
        resolver().oneOrBase(Target.parse("base")).isPresent shouldBe false
        shouldRefuse<TargetFault.NotOne> { resolver().one(Target.parse("base")) }.revisions() shouldBe emptyList()
        shouldRefuse<TargetFault.NotOne> { resolver("left_two", "other_one").one(Target.parse("current")) }.revisions() shouldBe
            listOf("left_two", "other_one")
    }
})
