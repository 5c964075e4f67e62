package dev.mdb.graph

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

class DraftCheckTest : FunSpec({
    //       ╭── b ── d
    //  a ──┤
    //       ╰── c
    val graph = graph("a : # line \n b : a \n c : a \n d : b")

    fun faults(draft: Revision, splice: Boolean = false) = DraftCheck.faults(graph, draft, splice)

    test("a revision on a head, on nothing, or on several heads breaks nothing") {
        faults(revision("new", listOf("d"))).shouldBeEmpty()
        faults(revision("new")).shouldBeEmpty()
        faults(revision("new", listOf("c", "d"), listOf("line"), listOf("fresh"))).shouldBeEmpty()
    }

    test("a parent that is no head needs the word splice") {
        faults(revision("new", listOf("b"))) shouldBe listOf(GraphFault.NeedsSplice("b", listOf("d")))
        faults(revision("new", listOf("b")), splice = true).shouldBeEmpty()
    }

    test("a revision and what it stands on cannot be merged") {
        faults(revision("new", listOf("d", "b")), splice = true) shouldBe listOf(GraphFault.MergeOfRelated("b", "d"))
    }

    test("a revision cannot name itself, nor names that nobody has") {
        faults(revision("new", listOf("new"), listOf("new", "nobody"))).map { it.problem().code() } shouldBe
            listOf("self-reference", "self-reference", "missing-dependency")
    }

    test("names and messages are checked with the reason") {
        Names.wrongWithName("ab12_x.y").isPresent shouldBe false
        Names.wrongWithName("heads").get() shouldBe "is a word of the target grammar"
        Names.wrongWithName("").get() shouldBe "is empty"
        Names.wrongWithName("a b").get() shouldBe "holds a space; letters, digits, '_' and '.' are allowed"
        listOf("a@b", "a-b", "a+b", "a:b", "a,b", "a\tb").forEach { Names.wrongWithName(it).isPresent shouldBe true }
        Names.wrongWithMessage("Create posts (ü)").isPresent shouldBe false
        Names.wrongWithMessage(" ").get() shouldBe "is empty"
        Names.wrongWithMessage("a\nb").get() shouldBe "holds the character U+000A; it has to be one line of text"
    }
})
