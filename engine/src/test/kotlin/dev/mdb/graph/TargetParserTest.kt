package dev.mdb.graph

import dev.mdb.error.Category
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Optional

class TargetParserTest : FunSpec({
    fun target(branch: String?, symbol: Symbol, walk: Int? = null): Target {
        val direction = if ((walk ?: 0) < 0) Direction.DOWNGRADE else Direction.UPGRADE
        return Target(Optional.ofNullable(branch), symbol, Optional.ofNullable(walk).map { Walk(direction, Math.abs(it)) })
    }

    mapOf(
        "head" to target(null, Symbol.Head()),
        "heads" to target(null, Symbol.Heads()),
        "base" to target(null, Symbol.Base()),
        "current" to target(null, Symbol.Current()),
        "ab12cd34" to target(null, Symbol.Name("ab12cd34")),
        "v1.2.0_final" to target(null, Symbol.Name("v1.2.0_final")),
        "v1.2-3" to target(null, Symbol.Name("v1.2"), -3),
        "größe" to target(null, Symbol.Name("größe")),
        "MOD1@head" to target("MOD1", Symbol.Head()),
        "MOD1@heads" to target("MOD1", Symbol.Heads()),
        "MOD1@base+2" to target("MOD1", Symbol.Base(), 2),
        "MOD1@ab12-1" to target("MOD1", Symbol.Name("ab12"), -1),
        "+1" to target(null, Symbol.Omitted(), 1),
        "-12" to target(null, Symbol.Omitted(), -12),
        "MOD1@-2" to target("MOD1", Symbol.Omitted(), -2),
        "MOD1@+2" to target("MOD1", Symbol.Omitted(), 2),
        "+0" to target(null, Symbol.Omitted(), 0),
        "header" to target(null, Symbol.Name("header")),
    ).forEach { (text, expected) ->
        test("'$text' is a target, and is written as it was") {
            Target.parse(text) shouldBe expected
            Target.parse(text).toString() shouldBe text
        }
    }

    listOf(
        "" to 0,
        "abc+1junk" to 5,
        "abc+" to 4,
        "a b" to 1,
        "a@b@c" to 3,
        "@head" to 0,
        "MOD1@" to 5,
        "head@abc" to 0,
        "a:b" to 1,
        "abc+1+1" to 5,
        "a,b" to 1,
        "+1234567890" to 1,
        "abc " to 3,
        "+١" to 1,
    ).forEach { (text, at) ->
        test("'$text' is no target, and the fault points at character $at") {
            val fault = shouldRefuse<TargetFault.Syntax> { Target.parse(text) }
            fault.at() shouldBe at
            fault.problem().category() shouldBe Category.USAGE
        }
    }

    test("a syntax fault shows what does not fit") {
        shouldRefuse<TargetFault.Syntax> { Target.parse("abc+1junk") }.problem().message() shouldBe
            "'abc+1junk' is no target: expected nothing more but found 'junk'"
    }

    listOf(":", "a:", ":b", "a:b", "MOD1@base:MOD1@head", "-2:current").forEach { text ->
        test("'$text' is a range, and is written as it was") {
            TargetRange.isRange(text) shouldBe true
            TargetRange.parse(text).toString() shouldBe text
        }
    }

    listOf("a", "a:b:c", "a b:c").forEach { text ->
        test("'$text' is no range") {
            shouldRefuse<TargetFault.Syntax> { TargetRange.parse(text) }.problem().code() shouldBe "target-syntax"
        }
    }
})
