package dev.mdb.cli.launch

import dev.mdb.error.MdbException
import dev.mdb.project.CompileRequest
import dev.mdb.project.CompilerProtocol
import dev.mdb.project.ToolkitId
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldMatch
import java.io.File
import java.io.RandomAccessFile
import java.nio.file.Files
import java.nio.file.Path
import java.util.Optional
import java.util.concurrent.TimeUnit
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import kotlin.time.Duration.Companion.seconds

class WorkerCompilerTest :
    FunSpec({
        val classPath: String = System.getProperty("java.class.path")

        val worker = WorkerCompiler(classPath, Optional.empty(), Optional.empty())

        fun request(text: String) =
            CompileRequest(
                listOf(CompileRequest.Folder("k", listOf(CompileRequest.Source("a.migration.kts", "v/a.migration.kts", text)), listOf())),
                listOf(),
            )

        fun processes() = ProcessHandle.current().children().toList()

        test("a script comes back as classes with its header") {
            val result = worker.compile(request("revision { id = \"a\" }"))
            result.problems().shouldBeEmpty()
            val script =
                result
                    .folders()
                    .single()
                    .scripts()
                    .single()
            script.header().id() shouldBe "a"
            script.header().source().toString() shouldBe "v/a.migration.kts:1:1"
            script.classes().keys shouldContain script.mainClass()
        }

        test("what a script prints stays out of the conversation") {
            val result = worker.compile(request("println(\"hello\"); revision { id = \"a\" }"))
            result
                .folders()
                .single()
                .scripts()
                .single()
                .header()
                .id() shouldBe "a"
        }

        test("faults come back with their place") {
            val result = worker.compile(request("revision { }"))
            result.problems().single().toString() shouldBe "v/a.migration.kts:1:1: the revision has no id"
        }

        test("a process that breaks off is an error that says so") {
            val thrown = shouldThrow<MdbException> { WorkerCompiler("nowhere", Optional.empty(), Optional.empty()).compile(request("")) }
            thrown.problems().single().code() shouldBe "compiler-failed"
        }

        /** A script that says that it runs, and then runs for ever. */
        fun endless(sign: File) = request("java.io.File(\"$sign\").createNewFile(); Thread.sleep(600_000)")

        test("an interrupted compile leaves no process behind") {
            val others = processes()
            val sign = Files.createTempDirectory("sign").resolve("runs").toFile()
            val thread = Thread { worker.compile(endless(sign)) }
            thread.setUncaughtExceptionHandler { _, _ -> }
            thread.start()
            eventually(60.seconds) { sign.exists() shouldBe true }
            thread.interrupt()
            eventually(30.seconds) { (processes() - others).shouldBeEmpty() }
            sign.parentFile.deleteRecursively()
        }

        test("the process ends when whoever asked is gone") {
            val sign = Files.createTempDirectory("sign").resolve("runs").toFile()
            val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
            val worker = ProcessBuilder(java, "-cp", classPath, "dev.mdb.dsl.compiler.CompilerWorker").start()
            CompilerProtocol.send(endless(sign), worker.outputStream)
            eventually(60.seconds) { sign.exists() shouldBe true }
            worker.outputStream.close()
            worker.waitFor(30, TimeUnit.SECONDS) shouldBe true
            sign.parentFile.deleteRecursively()
        }

        test("the name of a build stands for what is on the class path") {
            WorkerCompiler(classPath, Optional.empty(), Optional.of("build 7")).fingerprint() shouldBe "build 7"
            worker.fingerprint() shouldBe ToolkitId.read()
        }

        test("an archive is made on request, complete when the compile returns, used by the next, and no trouble when it is damaged") {
            val others = processes()
            val folder = Files.createTempDirectory("archive")
            val archives = Files.createDirectory(folder.resolve("archives"))
            val compiler = WorkerCompiler(jarsOnly(classPath, folder), Optional.of(archives), Optional.empty())
            compiler.compileForArchive(request("revision { id = \"a\" }"), archives).problems().shouldBeEmpty()
            (processes() - others).shouldBeEmpty()
            val archive = archives.toFile().listFiles()!!.single()
            archive.name shouldMatch "compiler[.](jsa|aot)"
            archive.length() shouldBeGreaterThan 10_000_000
            compiler.compile(request("revision { id = \"b\" }")).problems().shouldBeEmpty()
            archive.exists() shouldBe true

            archive.setWritable(true)
            RandomAccessFile(archive, "rw").use { it.setLength(5_000_000) }
            archive.setLastModified(System.currentTimeMillis() + 10_000)
            compiler.compile(request("revision { id = \"c\" }")).problems().shouldBeEmpty()
            folder.toFile().deleteRecursively()
        }
    })

/** The JVM archives no classes of folders: those of the build are packed, as a distribution has them. */
private fun jarsOnly(classPath: String, into: Path): String =
    classPath.split(File.pathSeparator).mapIndexed { number, entry -> jar(File(entry), into, number) }.joinToString(File.pathSeparator)

private fun jar(entry: File, into: Path, number: Int): File {
    if (!entry.isDirectory) return entry
    val jar = into.resolve("folder$number.jar").toFile()
    ZipOutputStream(jar.outputStream()).use { out ->
        entry.walk().filter { it.isFile }.forEach {
            out.putNextEntry(ZipEntry(it.relativeTo(entry).invariantSeparatorsPath))
            it.inputStream().use { content -> content.copyTo(out) }
        }
    }
    return jar
}
