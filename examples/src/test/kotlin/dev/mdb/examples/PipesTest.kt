package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import java.util.concurrent.TimeUnit

class PipesTest :
    FunSpec({
        context("a reader that has seen enough (mdb history | head -1) hears no complaint") {
            withData("history", "history --json", "--help", "upgrade heads", "show no_such_revision") { command ->
                inWorkplace("branches") {
                    val process = process(*command.split(' ').toTypedArray())
                    process.inputStream.close()
                    val error = process.errorStream.bufferedReader().readText()
                    process.waitFor(60, TimeUnit.SECONDS) shouldBe true
                    withClue(error) {
                        process.exitValue() shouldBe if ("no_such" in command) 3 else 0
                        error shouldNotContain "Exception"
                        error shouldNotContain "\tat "
                    }
                }
            }
        }

        test("on a pipe nothing is coloured and nothing is drawn anew") {
            inWorkplace("branches") {
                environment["NO_COLOR"] = ""
                for (command in listOf("history", "upgrade heads", "--help")) {
                    mdb(*command.split(' ').toTypedArray()).toString() shouldNotContain Regex("[\u001b\r]")
                }
            }
        }
    })
