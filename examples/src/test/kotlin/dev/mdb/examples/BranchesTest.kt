package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.name

private fun Workplace.database() = Database(folder.resolve("branches.db"))

private fun Workplace.script(id: String): Path =
    Files.walk(folder).use { files -> files.filter { it.name.contains("-${id}_") && it.name.endsWith(".migration.kts") }.findFirst().get() }

private fun Path.edit(change: (String) -> String) {
    Files.writeString(this, change(Files.readString(this)))
}

/**
 * ```
 * INITCORE: newtable - funcproc - popdata        INITMODn: newtable - funcproc - popdata      n = 1, 2, 3
 *              ^                    ^                          ^                    ^
 *              +---- INITMODn       +- CORE: version0 - rev1 - rev2 - rev3          +- MODn: version0 - rev1 - rev2 - rev3
 *                                                                                   +- INITALL (all three) <- INITDEV
 * ```
 */
class BranchesTest :
    FunSpec({
        test("the transcript: every command prints what it says, and the database holds what it should") {
            inWorkplace("branches") {
                val place = checkout.resolve("examples/branches")
                val lines = Files.readAllLines(place.resolve("transcript.txt"))
                val outputs = ArrayList<String>()
                Transcript(lines, hasRemarks = true).commands.forEachIndexed { number, command ->
                    val arguments = ShellWords.of(command.line).drop(1)
                    val outcome = mdb(*arguments.toTypedArray())
                    val shown = Transcript.shown(outcome.out, outcome.exit)
                    val same = Normalised.of(shown) == Normalised.of(command.output)
                    outputs.add(if (same) command.output else shown)
                    if (!Transcript.write) withClue(command.line) { Normalised.of(shown) shouldBe Normalised.of(command.output) }
                    if (arguments.first() in setOf("upgrade", "downgrade")) {
                        val file =
                            place.resolve(
                                "expected/%02d %s.txt".format(number + 1, arguments.joinToString(" ").replace(Regex("[@ ]"), "_")),
                            )
                        if (Transcript.write) {
                            Files.createDirectories(file.parent)
                            Files.writeString(file, database().dump())
                        }
                        withClue("database after ${command.line}") { database().dump() shouldBe Files.readString(file) }
                    }
                }
                if (Transcript.write) Files.write(place.resolve("transcript.txt"), Transcript(lines, hasRemarks = true).with(outputs))
            }
        }

        test("up, down, up leaves the same schema as one up, and down leaves nothing") {
            inWorkplace("branches") {
                mdb("upgrade", "heads").exit shouldBe 0
                val once = database().schema()
                once.size shouldBeGreaterThan 20
                mdb("downgrade", "base").exit shouldBe 0
                database().schema().shouldBeEmpty()
                database().applied().shouldBeEmpty()
                mdb("upgrade", "heads").exit shouldBe 0
                database().schema() shouldBe once
            }
        }

        test("each downgrade undoes its upgrade, rows and schema") {
            inWorkplace("branches") {
                val order = stepsOf("heads")
                val dumps = oneByOne(order)
                for ((number, id) in order.withIndex().reversed()) {
                    val parent = Regex("\\bdown\\(\"(\\w+)\"\\)").find(Files.readString(script(id)))?.groupValues?.get(1)
                    val label = Regex("\\bbranch\\(\"(\\w+)\"\\)").find(Files.readString(script(id)))?.groupValues?.get(1)
                    mdb("downgrade", parent ?: "$label@base").exit shouldBe 0
                    withClue("after the downgrade of $id") {
                        database().applied() shouldBe order.take(number).toSet()
                        database().dump() shouldBe dumps[number]
                    }
                }
            }
        }

        test("as scripts for sqlite3, from nothing and from several heads, the revisions leave what they leave online") {
            inWorkplace("branches") {
                val online = arrayOf("CORE@core_rev1", "MOD1@mod1_rev1", "MOD2@head", "INITALL@head")
                mdb("upgrade", *online).exit shouldBe 0
                val early = database().dump()
                mdb("upgrade", "CORE@head", "MOD3@head").exit shouldBe 0
                val late = database().dump()
                val heads = database().applied()

                environment["MDB_URL"] = "sqlite:scripted.db"
                val scripted = Database(folder.resolve("scripted.db"))
                sqlite3(mdb("upgrade", "--sql", *online), "scripted.db")
                scripted.dump() shouldBe early
                val starts = online.flatMap { listOf("--from", it) }.toTypedArray()
                sqlite3(mdb("upgrade", "--sql", *starts, "CORE@head", "MOD3@head"), "scripted.db")
                scripted.dump() shouldBe late
                scripted.applied() shouldBe heads

                val asking = mdb("upgrade", "--sql", "heads")
                asking.exit shouldBe 1
                asking.out shouldBe ""
                asking.err shouldContain Regex("mod1_rev2\\S*\\.migration\\.kts:16:")
                asking.err shouldContain Regex("init_dev_popdata\\S*\\.migration\\.kts:15:")
                mdb("upgrade", "heads").exit shouldBe 0
                mdb("downgrade", "base").exit shouldBe 0
                scripted.schema().shouldBeEmpty()
            }
        }

        test("the url can be given from the environment, and -x reaches the script") {
            inWorkplace("branches") {
                environment["MDB_URL"] = "sqlite:elsewhere.db"
                mdb("-x", "DEV_USERS=5", "upgrade", "INITDEV@head").exit shouldBe 0
                Files.exists(folder.resolve("branches.db")) shouldBe false
                Database(folder.resolve("elsewhere.db")).rows("SELECT count(*) FROM core_user WHERE email LIKE '%@dev.example'") shouldBe
                    listOf(listOf(5))
            }
        }

        test("a broken script among 30: reading shows the rest and names the place, acting refuses and changes nothing") {
            inWorkplace("branches") {
                mdb("upgrade", "INITCORE@head").exit shouldBe 0
                val before = database().dump()
                script("mod2_rev3").edit { it + "\nthis does not compile\n" }
                val heads = mdb("heads")
                heads.exit shouldBe 3
                heads.err shouldContain Regex("mod2_rev3\\S*\\.migration\\.kts:\\d+:\\d+")
                heads.out shouldContain "mod3_rev3"
                val upgrade = mdb("upgrade", "heads")
                upgrade.exit shouldBe 3
                upgrade.err shouldContain Regex("mod2_rev3\\S*\\.migration\\.kts:\\d+:\\d+")
                database().dump() shouldBe before
            }
        }

        test("a block that does not compile is found before anything runs") {
            inWorkplace("branches") {
                script("mod3_rev3").edit { it.replaceFirst("upgrade {", "upgrade {\n        val n: Int = \"text\"") }
                val upgrade = mdb("upgrade", "heads")
                upgrade.exit shouldBe 3
                upgrade.err shouldContain Regex("mod3_rev3\\S*\\.migration\\.kts:\\d+:\\d+")
                Files.exists(folder.resolve("branches.db")) shouldBe false
            }
        }

        /** All operations, as the nightly run has them; else every third. */
        val step = if (java.lang.Boolean.getBoolean("mdb.killAll")) 1 else 3

        test("killed at any operation, the applied set is what is there, and the next upgrade finishes") {
            inWorkplace("branches") {
                environment["MDB_URL"] = "sqlite:reference.db"
                val order = stepsOf("heads")
                val dumps = oneByOne(order)
                val reference = Database(folder.resolve("reference.db"))
                environment["MDB_URL"] = "sqlite:once.db"
                val operations =
                    Regex(
                        "\"operations\"\\s*:\\s*(\\d+)",
                    ).findAll(mdb("upgrade", "heads", "--json").out).sumOf { it.groupValues[1].toInt() }
                operations shouldBeGreaterThan 60
                for (number in 1..operations step step) {
                    environment["MDB_URL"] = "sqlite:killed.db"
                    val file = folder.resolve("killed.db")
                    Files.deleteIfExists(file)
                    killAt(number)
                    val killed = Database(file)
                    val applied =
                        if (killed
                                .rows(
                                    "SELECT name FROM sqlite_master WHERE name = 'mdb_version'",
                                ).isEmpty()
                        ) {
                            emptySet()
                        } else {
                            killed.applied()
                        }
                    withClue("killed at operation $number, applied: $applied") {
                        applied shouldBe order.take(applied.size).toSet()
                        killed.dump() shouldBe dumps[applied.size]
                        mdb("upgrade", "heads").exit shouldBe 0
                        killed.applied() shouldBe order.toSet()
                        killed.schema() shouldBe reference.schema()
                    }
                }
            }
        }
    })

/** Applies a script with SQLite's own shell; statement by statement where this machine has none. */
private fun Workplace.sqlite3(script: Outcome, database: String) {
    withClue(script) { script.exit shouldBe 0 }
    val file = Files.writeString(folder.resolve("script.sql"), script.out)
    val shell =
        runCatching {
            ProcessBuilder("sqlite3", database)
                .directory(folder.toFile())
                .redirectInput(file.toFile())
                .redirectErrorStream(true)
                .start()
        }.getOrNull()
    if (shell != null) {
        val said = shell.inputStream.bufferedReader().readText()
        withClue(said) { shell.waitFor() shouldBe 0 }
    } else {
        println("[scripts] no sqlite3 here: run over JDBC")
        val lines = script.out.replace(Regex("(?m)^\\.\\w+ .*$"), "")
        Database(folder.resolve(database)).use { it.createStatement().use { statement -> statement.executeUpdate(lines) } }
    }
}

private fun Workplace.stepsOf(target: String): List<String> =
    Regex("\"revision\"\\s*:\\s*\"([^\"]+)\"").findAll(mdb("plan", "upgrade", target, "--json").out).map { it.groupValues[1] }.toList()

/** Ends an upgrade by SIGKILL when it says that it begins this operation, counted from 1. */
private fun Workplace.killAt(number: Int) {
    val process = process("-v", "upgrade", "heads")
    var seen = 0
    for (line in process.errorStream.bufferedReader().lineSequence()) {
        if (line.startsWith("  ") && ++seen == number) break
    }
    process.destroyForcibly().waitFor()
}

/** Upgrades revision by revision in the working database, and gives what it holds after none, one, two, … of them. */
private fun Workplace.oneByOne(order: List<String>): List<String> {
    order.distinct().size shouldBe 30
    val database = Database(folder.resolve(environment["MDB_URL"]?.removePrefix("sqlite:") ?: "branches.db"))
    return listOf("\n") +
        order.map { id ->
            mdb("upgrade", id).exit shouldBe 0
            database.dump()
        }
}
