package dev.mdb.testing

import io.kotest.assertions.withClue
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotBeEmpty
import org.jetbrains.kotlin.abi.tools.AbiFilters
import org.jetbrains.kotlin.abi.tools.AbiTools
import java.io.File
import java.nio.file.Path
import kotlin.io.path.readText
import kotlin.io.path.writeText

/**
 * The public API of a module as a text beside its pom, so that a change of it is seen where it is made.
 *
 * @property classes patterns of the classes that callers may use; empty = all
 */
class ApiDump(private val file: Path, private val classes: Set<String> = emptySet()) {
    fun check() {
        val now = dump()
        now.shouldNotBeEmpty()
        if (System.getProperty("golden") == "write") file.writeText(now)
        withClue("The public API is another than $file says. If that is meant: mvn test -Dgolden=write, and commit the file.") {
            now shouldBe file.readText()
        }
    }

    private fun dump(): String =
        buildString {
            val compiled =
                File("target/classes")
                    .walk()
                    .filter { it.extension == "class" }
                    .sorted()
                    .asIterable()
            AbiTools.getInstance().printJvmDump(
                this,
                compiled,
                AbiFilters(classes, emptySet(), emptySet(), emptySet()),
            )
        }
}
