package dev.mdb.dsl.compiler

import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.ScriptCompiler
import dev.mdb.project.ScriptIndex
import dev.mdb.project.ScriptOptions
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.time.temporal.ChronoUnit
import kotlin.io.path.createParentDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.name
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.walk
import kotlin.io.path.writeText

/** A folder with scripts, and a cache of its own. */
class ScriptProject : AutoCloseable {
    val base: Path = Files.createTempDirectory("scripts").toRealPath()
    val compiler = CountingCompiler()
    var options: ScriptOptions = ScriptOptions.of(base).cache(Path.of("cache"))

    fun script(name: String, text: String): Path = file("versions/$name.migration.kts", text)

    /** A script that nobody has touched for an hour, so that its time stamp can be trusted. */
    fun oldScript(name: String, text: String): Path = script(name, text).apply { setLastModifiedTime(anHourAgo) }

    val anHourAgo: FileTime = FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS))

    val store: Path get() = base.resolve("cache").walk().single { it.name == "scripts.mdb" }

    fun file(path: String, text: String): Path = base.resolve(path).apply { createParentDirectories().writeText(text) }

    fun open(vararg locations: String = arrayOf("versions")): ScriptIndex = ScriptIndex.open(locations.map(Path::of), options, compiler)

    @OptIn(kotlin.io.path.ExperimentalPathApi::class)
    override fun close() = base.deleteRecursively()
}

/** The real compiler, with a note of what it was asked for. */
class CountingCompiler : ScriptCompiler {
    private val real = BulkScriptCompiler()
    val asked = ArrayList<List<String>>()

    override fun fingerprint(): String = real.fingerprint()

    override fun compile(request: CompileRequest): CompileResult {
        asked += request.folders.flatMap { folder -> folder.scripts.map { it.path } }
        return real.compile(request)
    }
}

fun withScripts(test: ScriptProject.() -> Unit) = ScriptProject().use(test)
