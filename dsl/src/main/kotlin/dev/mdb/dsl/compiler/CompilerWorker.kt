package dev.mdb.dsl.compiler

import dev.mdb.error.Category
import dev.mdb.error.Problem
import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.CompilerProtocol
import java.io.FileDescriptor
import java.io.FileOutputStream
import java.io.InputStream
import java.util.concurrent.atomic.AtomicBoolean
import kotlin.concurrent.thread
import kotlin.system.exitProcess

/**
 * The compiler in a process of its own: one request on standard input, its result on standard output, see [CompilerProtocol].
 * Its input stays open for as long as whoever asked is alive; when it ends before the result is out, nobody waits for it.
 */
public object CompilerWorker {
    @JvmStatic
    public fun main(arguments: Array<String>) {
        val input = System.`in`
        val output = FileOutputStream(FileDescriptor.out)
        isolateScripts()
        val request = CompilerProtocol.receiveRequest(input)
        val answered = AtomicBoolean()
        endWithParent(input, answered)
        val result = compile(request)
        answered.set(true)
        output.use { CompilerProtocol.send(result, it) }
        // Scripts may have started threads.
        exitProcess(0)
    }

    /** What scripts print belongs to people, and they have no part in the conversation. */
    private fun isolateScripts() {
        System.setOut(System.err)
        System.setIn(InputStream.nullInputStream())
    }

    private fun endWithParent(input: InputStream, answered: AtomicBoolean) {
        thread(isDaemon = true, name = "parent") {
            while (runCatching { input.read() }.getOrDefault(-1) >= 0) Unit
            if (!answered.get()) Runtime.getRuntime().halt(1)
        }
    }

    private fun compile(request: CompileRequest): CompileResult =
        try {
            BulkScriptCompiler().compile(request)
        } catch (e: Exception) {
            CompileResult(emptyList(), listOf(Problem.of(Category.FAILED, "compiler-failed", "the compiler failed: $e")))
        }
}
