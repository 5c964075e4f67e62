package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldStartWith
import java.util.concurrent.TimeUnit
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.writeText

private const val ROWS = 200

/** A real signal to a real process, while it runs a block of many operations. */
class CtrlCTest :
    FunSpec({
        fun Workplace.script(id: String, header: String, upgrade: String) {
            folder.resolve("versions").createDirectories().resolve("$id.migration.kts").writeText(
                "revision {\n    id = \"$id\"\n    message = \"about $id\"\n    $header\n    upgrade {\n$upgrade\n    }\n    downgrade { }\n}\n",
            )
        }

        /** [slow] lasts until the file `go` is there, in many operations; the file `runs` says that it has begun. */
        fun Workplace.project(transaction: String) {
            folder.resolve("mdb.toml").writeText("[resources.main]\nurl = 'sqlite:main.db'\n")
            script("first", "", "        createTable(\"item\") { integer(\"id\") }")
            script(
                "slow",
                "down(\"first\")\n    $transaction",
                """
                val here = java.nio.file.Path.of("").toAbsolutePath()
                for (n in 1..$ROWS) {
                    insert("item") { row("id" to n) }
                    if (n == 3) java.nio.file.Files.createFile(here.resolve("runs"))
                    if (n >= 3 && !java.nio.file.Files.exists(here.resolve("go"))) Thread.sleep(50)
                }
                """.trimIndent(),
            )
            mdb("verify", "--offline").exit shouldBe 0
        }

        /** Presses Ctrl-C when the second revision has begun. */
        fun Workplace.interrupted(): Outcome {
            val process = process("upgrade", "heads")
            val err = StringBuilder()
            val reader = Thread { process.errorStream.bufferedReader().forEachLine { err.appendLine(it) } }.apply { start() }
            while (!folder.resolve("runs").exists()) check(process.isAlive) { "ended too soon: $err" }
            ProcessBuilder("kill", "-INT", process.pid().toString()).start().waitFor() shouldBe 0
            val out = process.inputStream.bufferedReader().readText()
            check(process.waitFor(60, TimeUnit.SECONDS)) { "does not end: $err" }
            reader.join()
            return Outcome(process.exitValue(), out, err.toString())
        }

        fun Workplace.items() = Database(folder.resolve("main.db")).rows("SELECT count(*) FROM item").single().single()

        test("a block in a transaction is rolled back, and the same upgrade goes on") {
            inWorkplace {
                project("")
                val stopped = interrupted()
                withClue(stopped) {
                    stopped.exit shouldBe 130
                    stopped.err shouldContain "Ctrl-C again ends mdb at once"
                    stopped.err shouldContain "slow was interrupted"
                    stopped.err shouldContain "nothing of it stayed; run the command again to go on"
                    stopped.out shouldContain "current: first"
                }
                items() shouldBe 0
                folder.resolve("go").writeText("")
                folder.resolve("runs").toFile().delete()
                mdb("upgrade", "heads").exit shouldBe 0
                items() shouldBe ROWS
            }
        }

        test("a block without a transaction stops after its operation, and resume goes on with the next") {
            inWorkplace {
                project("transaction = Transaction.NONE")
                val stopped = interrupted()
                withClue(stopped) {
                    stopped.exit shouldBe 130
                    stopped.err shouldContain "run `mdb resume`"
                    stopped.out shouldContain "half-way: slow, of which this stayed:"
                }
                mdb("upgrade", "heads").exit shouldBe 6
                folder.resolve("go").writeText("")
                folder.resolve("runs").toFile().delete()
                mdb("resume").exit shouldBe 0
                items() shouldBe ROWS
                mdb("current").out shouldStartWith "slow (head)"
            }
        }
    })
