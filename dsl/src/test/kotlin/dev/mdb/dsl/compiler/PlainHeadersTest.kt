package dev.mdb.dsl.compiler

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.property.RandomSource
import io.kotest.property.arbitrary.take

class PlainHeadersTest :
    FunSpec({
        // Compiling compares the header that was read with the evaluated one, and a difference is a problem.
        test("the header of a random script, read without the compiler, is the evaluated one") {
            withScripts {
                val scripts = plainScripts.take(210, RandomSource.seeded(20_261_121)).toList()
                scripts.forEachIndexed { number, text -> script("%04d".format(number), text.replace("#ID", "r$number")) }
                val ids = scripts.indices.map { "r$it" }
                val index = open()
                index.problems().shouldBeEmpty()
                compiler.asked.shouldBeEmpty()
                index.entries().map { it.id() } shouldContainExactly ids
                index.prepare(ids)
                compiler.asked.single().size shouldBe ids.size
            }
        }
    })
