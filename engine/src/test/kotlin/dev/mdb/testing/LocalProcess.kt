package dev.mdb.testing

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively

/** The user `nobody` of every Linux. */
private const val NOBODY = 65534

/**
 * A server process that ends with this JVM, however that ends: by a shutdown hook, and by the kernel (`setpriv --pdeathsig`) when
 * the JVM is killed.
 *
 * @property folder is deleted with the process
 */
class LocalProcess private constructor(private val process: Process, private val folder: Path, private val signal: String) :
    AutoCloseable {
        private val hook = Thread(::stop)

        init {
            Runtime.getRuntime().addShutdownHook(hook)
        }

        val pid: Long get() = process.pid()

        val isAlive: Boolean get() = process.isAlive

        /** What the server said. */
        fun log(): String = Files.readString(logFile(folder))

        /**
         * Waits until [ready] no longer throws.
         *
         * @throws IOException when the server ends or is not ready in 60 seconds, with the end of its log
         */
        fun await(ready: () -> Unit) {
            val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
            while (true) {
                val failure = runCatching(ready).exceptionOrNull() ?: return
                if (!process.isAlive || System.nanoTime() > end) {
                    val log = log().takeLast(2_000)
                    close()
                    throw IOException("the server did not start:\n$log", failure)
                }
                Thread.sleep(20)
            }
        }

        override fun close() {
            stop()
            runCatching { Runtime.getRuntime().removeShutdownHook(hook) }
        }

        @OptIn(ExperimentalPathApi::class)
        private fun stop() {
            succeeds(listOf("kill", "-s", signal, "$pid"))
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly().waitFor(5, TimeUnit.SECONDS)
            runCatching { folder.deleteRecursively() }
        }

        companion object {
            /**
             * The kernel sends the death signal when the *thread* that started the process ends, so one thread starts them all and stays.
             */
            private val starter =
                Executors.newSingleThreadExecutor { task -> Thread(task, "test servers").apply { isDaemon = true } }

            /**
             * @param folder of the server, from [ServerFiles.fresh]
             * @param signal that ends it: KILL, or what makes a server of several processes stop them all at once
             * @param ordinaryUser run it as another user than root
             */
            fun start(folder: Path, command: List<String>, signal: String = "KILL", ordinaryUser: Boolean = false): LocalProcess {
                val identity = if (ordinaryUser) OrdinaryUser.prefix else emptyList()
                val builder =
                    ProcessBuilder(identity + untilDeath(signal) + command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(logFile(folder).toFile())
                return LocalProcess(starter.submit(Callable { builder.start() }).get(), folder, signal)
            }

            /** Runs a command to its end. */
            fun run(folder: Path, command: List<String>, input: Path = Path.of("/dev/null"), ordinaryUser: Boolean = false) {
                val identity = if (ordinaryUser) OrdinaryUser.prefix else emptyList()
                val process =
                    ProcessBuilder(identity + command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(input.toFile())
                        .start()
                val said = process.inputStream.bufferedReader().readText()
                if (process.waitFor() != 0) throw IOException("${command.first()} failed:\n$said")
            }

            private val knowsDeathSignal by lazy { succeeds(listOf("setpriv", "--pdeathsig", "KILL", "true")) }

            private fun untilDeath(signal: String) =
                if (knowsDeathSignal) listOf("setpriv", "--pdeathsig", signal) else emptyList()

            private fun logFile(folder: Path) = folder.resolve("server.log")
        }
    }

/** PostgreSQL refuses to be run by root. */
object OrdinaryUser {
    private val isRoot = System.getProperty("user.name") == "root"

    private val becomeNobody = listOf("setpriv", "--reuid=$NOBODY", "--regid=$NOBODY", "--clear-groups")

    private val canBecomeNobody by lazy { isRoot && succeeds(becomeNobody + "true") }

    /** What to put before a command; a user namespace hides root where its identity cannot be changed. */
    val prefix: List<String> by lazy {
        when {
            canBecomeNobody -> becomeNobody
            isRoot -> listOf("unshare", "-U")
            else -> emptyList()
        }
    }

    /** Makes the folder one of that user. */
    fun own(folder: Path) {
        if (canBecomeNobody) ServerFiles.give(folder, NOBODY)
    }
}

private fun succeeds(command: List<String>): Boolean =
    try {
        ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0
    } catch (_: IOException) {
        false
    }
