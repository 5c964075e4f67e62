package dev.mdb.dsl.compiler

import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.ScriptCompiler
import dev.mdb.project.ToolkitId

/** The Kotlin compiler in this process, given all scripts at once. */
public class BulkScriptCompiler : ScriptCompiler {
    override fun fingerprint(): String = ToolkitId.read()

    override fun compile(request: CompileRequest): CompileResult {
        val classPath = request.classPath.map { it.toFile() }
        val compiled = request.folders.map { FolderCompiler(it, classPath).compile() }
        return CompileResult(compiled.map { it.first }, compiled.flatMap { it.second })
    }
}
