package dev.mdb.cli

import com.fasterxml.jackson.jr.ob.JSON
import dev.mdb.project.CompileRequest
import dev.mdb.project.CompileResult
import dev.mdb.project.ScriptCompiler
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import java.time.ZoneOffset
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** What a command left behind. */
class Outcome(
    val status: Int,
    val out: String,
    val error: String,
) {
    /** The JSON document on standard output. */
    val json: Map<String, Any> get() = JSON.std.mapFrom(out)

    @Suppress("UNCHECKED_CAST")
    fun list(name: String) = json[name] as List<Map<String, Any>>

    override fun toString() = "status $status\n$out\n$error"
}

/** For scripts with plain headers, which commands that only read the graph never compile. */
object NoCompiler : ScriptCompiler {
    override fun fingerprint() = "none"

    override fun compile(request: CompileRequest): CompileResult = throw AssertionError("nothing is to be compiled: $request")
}

/** A working folder with the command line in this process: its streams are captured, its clock stands still. */
class CommandLineFolder(
    val path: Path,
    private val compiler: ScriptCompiler = NoCompiler,
    private val environment: Map<String, String> = emptyMap(),
    private val terminal: Boolean = false,
    private val errorTerminal: Boolean = terminal,
    private val signals: Host.Signals = Host.Signals { _, _ -> Host.Listening { } },
) {
    val edited = mutableListOf<Path>()

    fun config(text: String) = apply { path.resolve("mdb.toml").writeText(text.trimIndent()) }

    fun script(
        id: String,
        header: String = "",
        location: String = "versions",
        body: String = "upgrade { }\n    downgrade { }",
    ) = apply {
        val file = path.resolve(location).createDirectories().resolve("$id.migration.kts")
        file.writeText("revision {\n    id = \"$id\"\n    message = \"about $id\"\n    $header\n    $body\n}\n")
    }

    fun run(vararg arguments: String): Outcome {
        val out = ByteArrayOutputStream()
        val error = ByteArrayOutputStream()
        var ids = 0
        val host =
            Host(
                "1.2.3",
                PrintStream(out, false, Charsets.UTF_8),
                PrintStream(error, false, Charsets.UTF_8),
                terminal,
                errorTerminal,
                environment + ("XDG_CACHE_HOME" to path.resolve("cache").toString()),
                path,
                Clock.fixed(Instant.parse("2026-11-21T09:30:00Z"), ZoneOffset.UTC),
                { "%012x".format(++ids) },
                edited::add,
                signals,
                compiler,
            )
        val status = Application(host).run(*arguments)
        return Outcome(status, out.toString(Charsets.UTF_8), error.toString(Charsets.UTF_8).replace(SIGN_OF_LIFE, ""))
    }

    companion object {
        /** What is said where something takes its ten seconds, as it may on a busy machine. */
        private val SIGN_OF_LIFE = Regex("""(?m)^.*[,…] (\d+ min )?\d+ s\n""")

        /**
         * ```
         * a1 (LINE) <- a2 <- a3
         *           <- x2 (EXTRA)
         * b1 (SIDE) <- b2             (b1 depends on a1)
         * ```
         */
        fun branches(
            path: Path,
            compiler: ScriptCompiler = NoCompiler,
            environment: Map<String, String> = emptyMap(),
            terminal: Boolean = false,
            errorTerminal: Boolean = terminal,
        ) = CommandLineFolder(path, compiler, environment, terminal, errorTerminal)
            .config("[resources.main]\nurl = 'sqlite:main.db'\n")
            .script("a1", "branch(\"LINE\")")
            .script("a2", "down(\"a1\")")
            .script("a3", "down(\"a2\")")
            .script("x2", "down(\"a1\"); branch(\"EXTRA\")")
            .script("b1", "dependsOn(\"a1\"); branch(\"SIDE\")")
            .script("b2", "down(\"b1\")")
    }
}
