package dev.mdb.examples

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeGreaterThan
import io.kotest.matchers.ints.shouldBeLessThan
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.util.UUID
import kotlin.io.path.isRegularFile
import kotlin.io.path.readLines
import kotlin.io.path.setLastModifiedTime

/** Nothing costs a start as much as classes that it does not need. */
class LoadedClassesTest :
    FunSpec({
        val compiler = listOf("org.jetbrains.kotlin.", "kotlin.script.experimental.")
        val dsl = listOf("kotlin.", "dev.mdb.dsl.", "org.jetbrains.exposed.", "kotlinx.")
        val otherDrivers = listOf("org.postgresql.", "com.mysql.", "io.lettuce.", "io.netty.", "reactor.")
        val sqlite = listOf("org.sqlite.", "dev.mdb.resource.sqlite.")
        val secondParser = listOf("org.tomlj.", "org.antlr.")
        val json = listOf("com.fasterxml.")
        val onlyMeasured = listOf("java.util.logging.", "org.slf4j.")

        /** A line for each class: its name, and where it is from. */
        fun Workplace.log(vararg arguments: String): List<String> {
            val log = folder.resolve("${UUID.randomUUID()}.loaded")
            environment["MDB_JAVA_OPTS"] = "-Xlog:class+load:file=${log.fileName}"
            mdb(*arguments).exit shouldBe 0
            return log.readLines().map { it.substringAfter("] ") }
        }

        /** The classes of a command, in the order in which they were loaded. */
        fun Workplace.loaded(vararg arguments: String) = log(*arguments).map { it.substringBefore(' ') }

        fun List<String>.of(vararg kinds: List<String>) = filter { name -> kinds.any { prefixes -> prefixes.any(name::startsWith) } }

        context("a command on the graph loads neither compiler nor DSL nor driver") {
            withData("heads", "history", "branches", "show head") { command ->
                inWorkplace("models") {
                    val classes = loaded(*command.split(' ').toTypedArray())
                    classes.of(compiler, dsl, otherDrivers, sqlite, secondParser, json, onlyMeasured).shouldBeEmpty()
                    // The picocli models of other commands would be among them.
                    classes.filter { it.startsWith("dev.mdb.cli.command.") && it.endsWith("Command") }.size shouldBe 1
                    classes.size shouldBeLessThan 2000
                }
            }
        }

        test("the JDK makes no function for itself at run time, which no archive would keep") {
            inWorkplace("models") {
                // A store does not vouch for scripts that have just been written: they would be read again.
                val anHourAgo = FileTime.from(Instant.now().minusSeconds(3_600))
                Files.walk(folder).use { all -> all.filter { it.isRegularFile() }.forEach { it.setLastModifiedTime(anHourAgo) } }
                mdb("heads").exit shouldBe 0
                val made = log("heads").filter { it.startsWith("java.") && "$$" + "Lambda" in it && "shared objects file" !in it }
                made.shouldBeEmpty()
            }
        }

        test("a command that meets a database loads the driver of its engine alone") {
            inWorkplace("models") {
                val classes = loaded("current")
                classes.of(compiler, dsl, otherDrivers, secondParser, json).shouldBeEmpty()
                classes.of(sqlite).size shouldBeGreaterThan 10
            }
        }

        test("an upgrade with nothing to do loads no script and no DSL") {
            inWorkplace("models") {
                mdb("upgrade", "head").exit shouldBe 0
                loaded("upgrade", "head").of(compiler, dsl, otherDrivers, secondParser, json).shouldBeEmpty()
            }
        }

        test("scripts that are compiled run without the compiler") {
            inWorkplace("models") {
                val classes = loaded("upgrade", "head")
                classes.of(compiler, otherDrivers).shouldBeEmpty()
                classes.of(dsl).size shouldBeGreaterThan 50
            }
        }
    })
