package dev.mdb.dsl.compiler

import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.ScriptCompiler
import dev.mdb.project.ToolkitId

/** The Kotlin compiler in this process, given all scripts at once: those of several locations too, where none has helpers that the others must not see. */
public class BulkScriptCompiler : ScriptCompiler {
    override fun fingerprint(): String = ToolkitId.read()

    override fun compile(request: CompileRequest): CompileResult {
        val classPath = request.classPath.map { it.toFile() }
        val (alone, together) = request.folders.partition { it.helpers.isNotEmpty() }
        val groups = alone.map { listOf(it) } + listOf(together).filter { it.isNotEmpty() }
        val compiled = groups.map { GroupCompiler(it, classPath).compile() }
        return CompileResult(compiled.flatMap { it.folders() }, compiled.flatMap { it.problems() })
    }
}
