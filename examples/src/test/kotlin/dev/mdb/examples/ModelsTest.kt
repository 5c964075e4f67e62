package dev.mdb.examples

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import kotlin.io.path.readText

/**
 * ```
 * create_shop - stock_purchases     the second is written from the models
 * ```
 */
class ModelsTest :
    FunSpec({
        test("the commands of the README print what it says, and the script that was written is the one it shows") {
            inWorkplace("models") {
                val shop = Database(folder.resolve("shop.db"))
                var before = ""
                var written = ""
                runReadme("models") { command ->
                    when {
                        command.startsWith("mdb -n shop revision") -> {
                            before = shop.dump()
                            written = withoutDate(folder.resolve("versions/stock_purchases.migration.kts").readText())
                        }
                        command == "mdb -n shop downgrade -1" -> shop.dump() shouldBe before
                        command == "mdb -n legacy stamp head" ->
                            Database(folder.resolve("legacy.db")).rows("SELECT title, pages FROM book") shouldContainExactly
                                listOf(listOf("Notes", 66))
                    }
                }
                val readme = Transcript(checkout.resolve("examples/models/README.md"))
                if (Transcript.write) readme.rewriteBlock("kotlin", written) else readme.block("kotlin") shouldBe written
                shop.tables() shouldContainExactly listOf("customer", "product", "purchase")
                shop.rows("SELECT label, stock FROM product") shouldContainExactly listOf(listOf("Pencil", 0))
            }
        }
    })

private fun withoutDate(script: String) = script.lines().filterNot { it.startsWith("// Created ") }.joinToString("\n")
