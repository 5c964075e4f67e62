package dev.mdb.dsl.compiler

import dev.mdb.dsl.MigrationScript
import dev.mdb.project.RevisionSink
import org.jetbrains.exposed.v1.core.Table
import java.io.File
import kotlin.script.experimental.api.ScriptAcceptedLocation
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.acceptedLocations
import kotlin.script.experimental.api.compilerOptions
import kotlin.script.experimental.api.defaultImports
import kotlin.script.experimental.api.ide
import kotlin.script.experimental.api.isStandalone
import kotlin.script.experimental.jvm.jvm
import kotlin.script.experimental.jvm.jvmTarget
import kotlin.script.experimental.jvm.updateClasspath

/** How scripts are compiled, by mdb and in an IDE. */
public object MigrationCompilation : ScriptCompilationConfiguration({
    // Exposed has a Transaction of its own: one imported by name goes before one imported by a star.
    defaultImports(
        "dev.mdb.dsl.*",
        "dev.mdb.dsl.Transaction",
        "org.jetbrains.exposed.v1.core.*",
        "org.jetbrains.exposed.v1.core.java.javaUUID",
        "kotlin.time.Duration.Companion.milliseconds",
        "kotlin.time.Duration.Companion.seconds",
        "kotlin.time.Duration.Companion.minutes",
        "kotlin.time.Duration.Companion.hours",
        "kotlin.time.Duration.Companion.days",
    )
    isStandalone(true)
    // Else the JVM makes code for each shape of a concatenated string when it first meets it.
    compilerOptions.append("-Xstring-concat=inline", "-opt-in=kotlin.uuid.ExperimentalUuidApi")
    jvm {
        jvmTarget("17")
        updateClasspath(visibleToScripts())
    }
    ide { acceptedLocations(ScriptAcceptedLocation.Everywhere) }
}) {
    private fun readResolve(): Any = MigrationCompilation
}

/** The DSL, the engine, Exposed and the Kotlin library, where they were loaded from; not the compiler. */
internal fun visibleToScripts(): List<File> =
    listOf(MigrationScript::class.java, RevisionSink::class.java, Table::class.java, Unit::class.java)
        .mapNotNull { it.protectionDomain?.codeSource?.location }
        .map { File(it.toURI()) }
        .distinct()
