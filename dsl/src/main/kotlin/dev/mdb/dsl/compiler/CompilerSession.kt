package dev.mdb.dsl.compiler

import dev.mdb.dsl.MigrationScript
import java.io.File
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine
import kotlin.script.experimental.api.CompiledScript
import kotlin.script.experimental.api.KotlinType
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.ScriptDiagnostic
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.baseClass
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.displayName
import kotlin.script.experimental.api.fileExtension
import kotlin.script.experimental.api.hostConfiguration
import kotlin.script.experimental.api.importScripts
import kotlin.script.experimental.api.refineConfiguration
import kotlin.script.experimental.api.valueOrNull
import kotlin.script.experimental.api.with
import kotlin.script.experimental.host.toScriptSource
import kotlin.script.experimental.host.withDefaultsFrom
import kotlin.script.experimental.jvm.defaultJvmScriptingHostConfiguration
import kotlin.script.experimental.jvm.impl.KJvmCompiledModuleInMemory
import kotlin.script.experimental.jvm.impl.KJvmCompiledScript
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.updateClasspath
import kotlin.script.experimental.jvmhost.JvmScriptCompiler

/**
 * One invocation of the Kotlin compiler for any number of scripts: an empty script that imports all of them, so that they share one
 * front-end session and one code generation. The empty script's own class is thrown away.
 */
internal class CompilerSession(private val helpers: List<PackagedSource>, private val classPath: List<File>) {
    /**
     * @param mainClasses of the scripts, by [PackagedSource.locationId]; null when anything failed
     * @param classes of scripts and helpers, by binary name
     */
    class Result(val mainClasses: Map<String, String>?, val classes: Map<String, ByteArray>, val errors: List<ScriptDiagnostic>)

    fun compile(scripts: List<PackagedSource>): Result {
        val compiled = invoke(configuration(scripts))
        val errors = compiled.reports.filter { it.isError() }
        val umbrella = compiled.valueOrNull() as KJvmCompiledScript? ?: return Result(null, emptyMap(), errors)
        val mainClasses = umbrella.otherScripts.associate { it.sourceLocationId!! to (it as KJvmCompiledScript).scriptClassFQName }
        return Result(mainClasses, classes(umbrella), errors)
    }

    // What the template's annotation would give, without reading it through kotlin-reflect (1,300 classes less to load).
    private fun configuration(scripts: List<PackagedSource>) =
        ScriptCompilationConfiguration(MigrationCompilation) {
            hostConfiguration.update { it.withDefaultsFrom(defaultJvmScriptingHostConfiguration) }
            baseClass(KotlinType(MigrationScript::class))
            fileExtension("migration.kts")
            displayName("mdb migration")
            defaultImports.append(helpers.map { it.packageName + ".*" }.distinct())
            // It replaces what the base has.
            jvm { updateClasspath(visibleToScripts() + classPath) }
            refineConfiguration {
                beforeCompiling { context ->
                    val given = context.compilationConfiguration
                    val isUmbrella = context.script.name == UMBRELLA
                    (if (isUmbrella) given.with { importScripts(scripts + helpers) } else given).asSuccess()
                }
            }
        }

    /** The compiler's entry is a suspending function that never suspends. */
    private fun invoke(configuration: ScriptCompilationConfiguration): ResultWithDiagnostics<CompiledScript> {
        var result: kotlin.Result<ResultWithDiagnostics<CompiledScript>>? = null
        val call: suspend () -> ResultWithDiagnostics<CompiledScript> = {
            JvmScriptCompiler()("".toScriptSource(UMBRELLA), configuration)
        }
        call.startCoroutine(Continuation(EmptyCoroutineContext) { result = it })
        return checkNotNull(result) { "the compiler suspended" }.getOrThrow()
    }

    private fun classes(umbrella: KJvmCompiledScript): Map<String, ByteArray> =
        (umbrella.getCompiledModule() as KJvmCompiledModuleInMemory)
            .compilerOutputFiles
            .filterKeys { it.endsWith(".class") }
            .mapKeys { (file, _) -> file.removeSuffix(".class").replace('/', '.') }

    private companion object {
        const val UMBRELLA = "mdb-umbrella.migration.kts"
    }
}

internal fun ScriptDiagnostic.isError(): Boolean = severity >= ScriptDiagnostic.Severity.ERROR
