package dev.mdb.examples

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.createDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.isExecutable
import kotlin.io.path.listDirectoryEntries

/** The archive of this build with this ending. */
fun archive(ending: String): Path = checkout.resolve("cli/target").listDirectoryEntries("mdb-*$ending").single()

/** The unpacked archive where nobody can write, in a folder with a space, and beside it a folder for a project. */
class Installation(private val root: Path) {
    private val folder = root.resolve("opt dir").createDirectories()
    val project: Path = root.resolve("my project").createDirectories()
    val home: Path get() = folder.listDirectoryEntries("mdb-*").single()

    /** In front of a command: another user, for whom read-only is read-only, as root is none; and no network, which root may take away. */
    private val asNobody =
        if (isRoot()) {
            withoutNetwork() +
                listOf(
                    SETPRIV,
                    "--reuid=65534",
                    "--regid=65534",
                    "--clear-groups",
                )
        } else {
            listOf()
        }

    private fun withoutNetwork(): List<String> {
        val prefix = listOf("unshare", "--net")
        val works = runCatching { ProcessBuilder(prefix + "true").start().waitFor() == 0 }.getOrDefault(false)
        if (!works) println("not run, for want of a right: the archive without a network")
        return if (works) prefix else listOf()
    }

    private fun isRoot() = Files.getAttribute(root, "unix:uid") == 0

    /** False where root has no `setpriv`: then what needs another user cannot be asked. */
    val canBeNobody: Boolean = !isRoot() || Path.of(SETPRIV).isExecutable()

    fun install(vararg unpack: String) {
        command(*unpack, at = folder)
        command("chmod", "-R", "a-w", "$home")
        command("chmod", "a+rx", "$root")
        if (isRoot()) command("chown", "65534:65534", "$project")
    }

    /** With nothing in the environment but Java. */
    fun mdb(vararg arguments: String, variables: Map<String, String> = mapOf()): Outcome {
        val environment = mapOf("PATH" to "/usr/bin:/bin", "JAVA_HOME" to System.getProperty("java.home")) + variables
        return run(asNobody + home.resolve("mdb").toString() + arguments, project, environment)
    }

    private fun command(vararg command: String, at: Path = root) {
        val outcome = run(command.asList(), at, mapOf("PATH" to "/usr/bin:/bin"))
        check(outcome.exit == 0) { "${command.joinToString(" ")}: $outcome" }
    }

    private fun run(command: List<String>, folder: Path, variables: Map<String, String>): Outcome {
        val builder = ProcessBuilder(command).directory(folder.toFile())
        builder.environment().apply { clear() }.putAll(variables)
        val process = builder.start()
        process.outputStream.close()
        var err = ""
        val errors = Thread { err = process.errorStream.bufferedReader().readText() }.apply { start() }
        val out = process.inputStream.bufferedReader().readText()
        check(process.waitFor(120, TimeUnit.SECONDS)) { "${command.joinToString(" ")} does not end" }
        errors.join()
        return Outcome(process.exitValue(), out, err)
    }

    @OptIn(ExperimentalPathApi::class)
    fun remove() {
        command("chmod", "-R", "u+w", "$root")
        root.deleteRecursively()
    }

    private companion object {
        const val SETPRIV = "/usr/bin/setpriv"
    }
}

/** Where another user cannot be had, the test is left out, and the output says so. */
fun inInstallation(vararg unpack: String, test: Installation.() -> Unit) {
    val installation = Installation(Files.createTempDirectory("mdb install "))
    try {
        installation.install(*unpack)
        if (installation.canBeNobody) installation.test() else println("not run, for want of setpriv: the archive as another user")
    } finally {
        installation.remove()
    }
}
