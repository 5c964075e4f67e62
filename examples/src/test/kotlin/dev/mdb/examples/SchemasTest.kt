package dev.mdb.examples

import dev.mdb.testing.TestServers
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe

private fun inExample(test: Workplace.(shop: ServerDatabase, office: ServerDatabase) -> Unit) {
    TestServers.POSTGRES.inDatabase { shop ->
        TestServers.POSTGRES.inDatabase { office ->
            inWorkplace("schemas") {
                environment += mapOf("SHOP_URL" to shop.url, "OFFICE_URL" to office.url)
                test(shop, office)
            }
        }
    }
}

/** What a module that is at its base leaves behind. */
private fun own(schema: String) = listOf("$schema.mdb_version", "$schema.mdb_version_log")

private fun ServerDatabase.applied(schema: String) =
    rows("SELECT revision FROM $schema.mdb_version ORDER BY position").map { it.single() as String }

/**
 * ```
 * shop    sales:    create_tables (START) - invoice_due
 *         stock:    create_tables (START) - first_items
 * office  people:   create_tables (START)
 *         payroll:  create_tables (START) - salary_currency
 * ```
 */
class SchemasTest :
    FunSpec({
        test("the commands of the README print what it says; each module has its tables and its version table in its own schema") {
            inExample { shop, office ->
                runReadme("schemas") { command ->
                    when (command) {
                        "mdb upgrade heads" -> {
                            shop.tables("sales", "stock", "public") shouldBe
                                listOf("sales.invoice", "sales.invoice_line") + own("sales") + "stock.item" + own("stock")
                            office.tables("people", "payroll", "public") shouldBe
                                own("payroll") + "payroll.salary" + own("people") + "people.person"
                            shop.applied("stock") shouldBe listOf("create_tables", "first_items")
                        }
                        "mdb -n stock downgrade base" -> {
                            shop.tables("stock") shouldBe own("stock")
                            shop.applied("stock") shouldBe emptyList()
                            shop.applied("sales") shouldBe listOf("create_tables", "invoice_due")
                        }
                        "mdb downgrade base" -> {
                            shop.tables("sales", "stock", "public") shouldBe own("sales") + own("stock")
                            office.tables("people", "payroll", "public") shouldBe own("payroll") + own("people")
                        }
                    }
                }
            }
        }
    })
