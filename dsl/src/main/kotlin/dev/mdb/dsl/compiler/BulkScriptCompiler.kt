package dev.mdb.dsl.compiler

import dev.mdb.project.ClassPathFingerprint
import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.ScriptCompiler

/** The Kotlin compiler in this process, given all scripts at once. */
public class BulkScriptCompiler : ScriptCompiler {
    override fun fingerprint(): String = ClassPathFingerprint.ofToolkit(System.getProperty("java.class.path", ""))

    override fun compile(request: CompileRequest): CompileResult {
        val classPath = request.classPath.map { it.toFile() }
        val compiled = request.folders.map { FolderCompiler(it, classPath).compile() }
        return CompileResult(compiled.map { it.first }, compiled.flatMap { it.second })
    }
}
