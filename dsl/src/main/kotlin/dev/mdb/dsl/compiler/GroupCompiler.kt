package dev.mdb.dsl.compiler

import dev.mdb.error.Category
import dev.mdb.error.Location
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.ScriptEvaluator
import dev.mdb.project.ScriptLoader
import java.io.File
import java.net.URLClassLoader
import java.security.MessageDigest
import java.util.Optional
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.script.experimental.api.ScriptDiagnostic

/**
 * Compiles the scripts of one location, or of several that have no helpers, and evaluates their headers; helpers without scripts are
 * compiled by themselves.
 */
internal class GroupCompiler(private val group: List<CompileRequest.Folder>, private val classPath: List<File>) {
    /** A location with its files as the compiler gets them. */
    private class Packaged(val folder: CompileRequest.Folder) {
        private val home = "${ScriptLoader.PACKAGE}.l${folder.key}"
        val helpers = folder.helpers.map { PackagedSource(it, "$home.lib", isHelper = true) }
        val scripts = folder.scripts.map { PackagedSource(it, "$home.s${digest(it.path)}", isHelper = false) }
    }

    private val packaged = group.map(::Packaged)
    private val helpers = packaged.flatMap { it.helpers }
    private val scripts = packaged.flatMap { it.scripts }
    private val sources = (helpers + scripts).associateBy { it.locationId }

    /** What one or several sessions gave. */
    private class Outcome(val mainClasses: Map<String, String>, val classes: Map<String, ByteArray>, val problems: List<Problem>) {
        operator fun plus(other: Outcome) =
            Outcome(mainClasses + other.mainClasses, classes + other.classes, problems + other.problems)
    }

    private val problems = ArrayList<Problem>()

    fun compile(): CompileResult {
        val (sound, named) = scripts.partition { it.forbiddenPackage == null }
        named.mapTo(problems) { packageProblem(it.forbiddenPackage!!) }
        val outcome = compileChunks(sound)
        problems += outcome.problems
        val byPackage = outcome.classes.entries.groupBy({ it.key.substringBeforeLast('.', "") }, { it.toPair() })
        val ofHelpers = helperClasses(outcome)
        URLClassLoader(classPath.map { it.toURI().toURL() }.toTypedArray(), javaClass.classLoader).use { ofUser ->
            val loader = ScriptLoader(ofUser) { Optional.ofNullable(outcome.classes[it]) }
            val results =
                packaged.map { location ->
                    val evaluated =
                        location.scripts.filter { it.locationId in outcome.mainClasses }.mapNotNull {
                            evaluate(it, outcome.mainClasses.getValue(it.locationId), byPackage.getValue(it.packageName).toMap(), loader)
                        }
                    CompileResult.Folder(location.folder.key, evaluated, ofHelpers)
                }
            return CompileResult(results, problems.distinct())
        }
    }

    /** A location with helpers is alone in its group. */
    private fun helperClasses(outcome: Outcome): Map<String, ByteArray> {
        val scriptPackages = scripts.mapTo(HashSet()) { it.packageName }
        return outcome.classes.filterKeys { it.contains('.') && it.substringBeforeLast('.') !in scriptPackages }
    }

    /** Null when it is broken; the problems say why. */
    private fun evaluate(
        script: PackagedSource,
        mainClass: String,
        classes: Map<String, ByteArray>,
        loader: ClassLoader,
    ): CompileResult.Script? =
        try {
            val header = ScriptEvaluator(script.source.file) { script.source.text }.header(loader.loadClass(mainClass))
            CompileResult.Script(script.source.path, header, mainClass, classes)
        } catch (e: MdbException) {
            problems += e.problems()
            null
        }

    /** Many scripts are dealt out to two threads, each with a compiler environment of its own. */
    private fun compileChunks(scripts: List<PackagedSource>): Outcome {
        if (this.scripts.isEmpty()) return compileSound(scripts)
        val size = if (scripts.size < WORTH_TWO_THREADS) LARGEST_CHUNK else minOf(LARGEST_CHUNK, (scripts.size + 1) / 2)
        val chunks = scripts.chunked(size)
        if (chunks.size <= 1) return chunks.map(::compileSound).fold(NOTHING, Outcome::plus)
        val threads = Executors.newFixedThreadPool(2)
        try {
            return threads.invokeAll(chunks.map { Callable { compileSound(it) } }).map { it.get() }.fold(NOTHING, Outcome::plus)
        } finally {
            threads.shutdownNow()
        }
    }

    /** One broken script fails all of its session: the others are compiled again without it. */
    private fun compileSound(scripts: List<PackagedSource>): Outcome {
        if (scripts.isEmpty() && this.scripts.isNotEmpty()) return NOTHING
        val result = CompilerSession(helpers, classPath).compile(scripts)
        if (result.mainClasses != null) return Outcome(result.mainClasses, result.classes, emptyList())
        val problems = Outcome(emptyMap(), emptyMap(), causes(result.errors).map(::problem))
        val broken = result.errors.mapNotNullTo(HashSet()) { it.sourcePath }
        val rest = scripts.filterNot { it.locationId in broken }
        return when {
            helpers.any { it.locationId in broken } -> problems
            rest.size < scripts.size -> problems + compileSound(rest)
            scripts.size <= 1 -> problems
            else -> compileSound(scripts.take(scripts.size / 2)) + compileSound(scripts.drop(scripts.size / 2))
        }
    }

    /** Where a bracket is missing, all else that the compiler says of the file follows from it. */
    private fun causes(errors: List<ScriptDiagnostic>): List<ScriptDiagnostic> {
        val unreadable = errors.filter { it.message.startsWith(SYNTAX) }
        val files = unreadable.mapTo(HashSet()) { it.sourcePath }
        return unreadable + errors.filterNot { it.sourcePath in files }
    }

    private fun problem(error: ScriptDiagnostic): Problem {
        val plain = Problem.of(Category.GRAPH, "does-not-compile", error.message)
        val problem = if (error.message.startsWith(CHARACTER)) plain.help("a text stands in double quotes") else plain
        val source =
            sources[error.sourcePath] ?: return problem.at(
                Location(
                    sources.values
                        .last()
                        .source.file,
                    0,
                    0,
                ),
            )
        return problem.at(source.place(error.location?.start?.line ?: 0, error.location?.start?.col ?: 0))
    }

    private fun packageProblem(place: Location) =
        Problem
            .of(Category.GRAPH, "package-line", "a migration script has no package line")
            .at(place)
            .help("delete the line; every script has a package of its own")

    private companion object {
        const val LARGEST_CHUNK = 1000
        const val WORTH_TWO_THREADS = 200
        const val SYNTAX = "Syntax error"
        const val CHARACTER = "Too many characters in a character literal"
        val NOTHING = Outcome(emptyMap(), emptyMap(), emptyList())

        /** Stable for a path, so that an unchanged script keeps its class names. */
        fun digest(path: String): String =
            MessageDigest
                .getInstance("SHA-256")
                .digest(path.toByteArray())
                .take(8)
                .joinToString("") { "%02x".format(it) }
    }
}
