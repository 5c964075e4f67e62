package dev.mdb.dsl.compiler

import java.io.OutputStream
import java.io.PrintStream
import java.lang.management.ManagementFactory
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption
import javax.management.ObjectName
import kotlin.concurrent.thread

/** Writes the classes that this process has loaded as an archive from which the next one starts faster (JEP 350). */
internal object ClassDataArchive {
    /**
     * Needs a JVM started with `-XX:+RecordDynamicDumpInfo`. Whoever asked for the compile has gone on by now, so this is bounded in
     * time and a failure is no matter.
     */
    fun create(archive: Path) {
        thread(isDaemon = true, name = "time limit") {
            Thread.sleep(LONGEST_MILLISECONDS)
            Runtime.getRuntime().halt(1)
        }
        val draft = archive.resolveSibling("${archive.fileName}.${ProcessHandle.current().pid()}.tmp")
        // The JVM reports what it does, on the terminal of whoever asked.
        System.setOut(PrintStream(OutputStream.nullOutputStream()))
        System.setErr(System.out)
        runCatching {
            Files.createDirectories(archive.toAbsolutePath().parent)
            dump(draft)
            Files.move(draft, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING)
        }
        runCatching { Files.deleteIfExists(draft) }
    }

    /** What `jcmd VM.cds dynamic_dump` does. */
    private fun dump(file: Path) {
        val arguments = arrayOf("dynamic_dump", file.toAbsolutePath().toString())
        ManagementFactory
            .getPlatformMBeanServer()
            .invoke(
                ObjectName("com.sun.management:type=DiagnosticCommand"),
                "vmCds",
                arrayOf<Any>(arguments),
                arrayOf(Array<String>::class.java.name),
            )
    }

    private const val LONGEST_MILLISECONDS = 60_000L
}
