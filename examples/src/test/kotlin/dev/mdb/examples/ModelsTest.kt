package dev.mdb.examples

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/**
 * ```
 * create_shop - stock_purchases     the second is written from the models
 * ```
 */
class ModelsTest :
    FunSpec({
        test("the commands of the README print what it says, and write the script that it shows") {
            inWorkplace("models") {
                val shop = Database(folder.resolve("shop.db"))
                var before = ""
                runReadme("models") { command ->
                    when {
                        command.startsWith("mdb -n shop revision") -> before = shop.dump()
                        command == "mdb -n shop downgrade -1" -> shop.dump() shouldBe before
                        command == "mdb -n legacy stamp head" ->
                            Database(folder.resolve("legacy.db")).rows("SELECT title, pages FROM book") shouldContainExactly
                                listOf(listOf("Notes", 66))
                    }
                }
                shop.tables() shouldContainExactly listOf("customer", "product", "purchase")
                shop.rows("SELECT label, stock FROM product") shouldContainExactly listOf(listOf("Pencil", 0))
            }
        }
    })
