package dev.mdb.examples

import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import kotlin.io.path.readText

/**
 * ```
 * one   books                                   mdb_version_one \
 *                                                                } one file
 * two   users                                   mdb_version_two /
 * ```
 */
class PluginsTest :
    FunSpec({
        test("two modules share a database: each script has only the tables of its module, and one goes without the other") {
            inWorkplace("plugins") {
                val database = Database(folder.resolve("app.db"))

                fun tables() = database.tables().filterNot { it.startsWith("mdb_") }
                runReadme("plugins") { command ->
                    when (command) {
                        "mdb -n two upgrade head" -> {
                            folder.resolve("one/versions/books.migration.kts").readText() shouldNotContain "user"
                            folder.resolve("two/versions/users.migration.kts").readText() shouldNotContain "book"
                            tables() shouldContainExactly listOf("book", "user", "visit")
                            database.rows("SELECT revision FROM mdb_version_one") shouldBe listOf(listOf("books"))
                            database.rows("SELECT revision FROM mdb_version_two") shouldBe listOf(listOf("users"))
                        }
                        "mdb -n two downgrade base" -> tables() shouldContainExactly listOf("book")
                    }
                }
            }
        }
    })
