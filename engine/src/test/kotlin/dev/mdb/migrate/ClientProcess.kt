package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.resource.Resource
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.system.exitProcess

private const val HERE = "here"

/**
 * A run in a process of its own, which a test kills. Its main function reads lines from its standard input, `POINT WAIT URL`: it waits
 * at that call for its end, or, when there are fewer, says how it ended: the exit status and how many steps it ran.
 */
class ClientProcess(private val folder: Path) : AutoCloseable {
    private val process =
        ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start()
    private val answers = process.inputStream.bufferedReader()

    /** Starts a run that stops before its [point]th call, from 0. */
    fun run(url: String, point: Int = Int.MAX_VALUE, lockWait: Duration = Duration.ofMinutes(2)) {
        process.outputStream.write("$point $lockWait $url\n".toByteArray())
        process.outputStream.flush()
    }

    /** Waits until the run has reached its point, and kills the process with SIGKILL. */
    fun killAtPoint() {
        check(answers.readLine() == HERE) { "the run did not come to its point" }
        kill()
    }

    fun kill() {
        process.destroyForcibly().waitFor()
    }

    /** `STATUS STEPS` of the run. */
    fun answer(): String = checkNotNull(answers.readLine()) { "the client has ended" }

    override fun close() = kill()

    private companion object {
        /** The compiler's second stage does not pay in so short a life. */
        val command =
            listOf(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.mdb.migrate.ClientProcessKt",
            )
    }
}

fun main() {
    generateSequence(::readLine).forEach { line ->
        val (point, wait, url) = line.split(" ", limit = 3)
        println(upgrade(watched(url, point.toInt()), Duration.parse(wait)))
    }
}

private fun watched(url: String, point: Int): Resource {
    val none = Optional.empty<String>()
    val settings = ResourceSettings("test", url, none, none, "mdb_version", none, Duration.ofSeconds(5), Path.of(""))
    var calls = 0
    return WatchedResource(Resources.create(settings)) { _, body ->
        if (calls++ == point) waitForDeath()
        body()
    }
}

private fun waitForDeath() {
    println(HERE)
    Thread.sleep(Long.MAX_VALUE)
}

private fun upgrade(resource: Resource, lockWait: Duration): String =
    try {
        val report = migrator().run(listOf(fiveRevisions(resource.kind()).upgrade(resource, "heads")), settings(lockWait = lockWait))
        "0 ${report.resources().single().steps().size}"
    } catch (failure: MdbException) {
        "${failure.exitStatus()} ${failure.message}"
    } catch (failure: Throwable) {
        failure.printStackTrace()
        exitProcess(1)
    }
