package dev.mdb.examples

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.copyToRecursively
import kotlin.io.path.deleteRecursively

/** What a command left. */
class Outcome(val exit: Int, val out: String, val err: String) {
    override fun toString() = "exit $exit\n--- out\n$out\n--- err\n$err"
}

/** The root of the checkout: the folder that holds the launcher. */
val checkout: Path =
    generateSequence(Path.of("").toAbsolutePath()) { it.parent }.first { Files.isRegularFile(it.resolve("mdb")) }

/** A folder of its own for a test, in which the real launcher runs. The class-data archives and the script store are shared by all tests. */
class Workplace(val folder: Path) {
    val environment = LinkedHashMap<String, String>()

    fun process(vararg arguments: String, together: Boolean = false): Process =
        ProcessBuilder(checkout.resolve("mdb").toString(), *arguments)
            .directory(folder.toFile())
            .redirectErrorStream(together)
            .apply {
                environment().keys.removeIf { it.startsWith("MDB_") }
                environment()["NO_COLOR"] = "1"
                environment() += this@Workplace.environment
            }.start()

    /** What a terminal shows: both streams as they come, and the exit status when it is not 0. */
    fun asOnTerminal(arguments: List<String>): String {
        val process = process(*arguments.toTypedArray(), together = true)
        process.outputStream.close()
        val text = process.inputStream.bufferedReader().readText()
        check(process.waitFor(120, TimeUnit.SECONDS)) { "mdb ${arguments.joinToString(" ")} does not end" }
        return Transcript.shown(text, process.exitValue())
    }

    fun mdb(vararg arguments: String): Outcome {
        val process = process(*arguments)
        process.outputStream.close()
        var err = ""
        val errors = Thread { err = process.errorStream.bufferedReader().readText() }.apply { start() }
        val out = process.inputStream.bufferedReader().readText()
        check(process.waitFor(120, TimeUnit.SECONDS)) { "mdb ${arguments.joinToString(" ")} does not end" }
        errors.join()
        return Outcome(process.exitValue(), out, err)
    }
}

/** Runs a test in a fresh copy of an example, or in an empty folder. */
@OptIn(ExperimentalPathApi::class)
fun inWorkplace(example: String? = null, test: Workplace.() -> Unit) {
    val folder = Files.createTempDirectory("mdb example ")
    try {
        if (example != null) checkout.resolve("examples").resolve(example).copyToRecursively(folder, followLinks = false, overwrite = true)
        val workplace = Workplace(folder)
        // All scripts in one compile, so that not every command of the test starts its own.
        if (example != null) check(workplace.mdb("verify", "--offline").exit == 0) { "$example is not sound" }
        workplace.test()
    } finally {
        folder.deleteRecursively()
    }
}
