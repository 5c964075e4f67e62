package dev.mdb.project

import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/** For scripts with plain headers, which never need one. */
object NoCompiler : ScriptCompiler {
    override fun fingerprint() = "none"

    override fun compile(request: CompileRequest): CompileResult = throw AssertionError("nothing is to be compiled: $request")
}

/** A project folder with scripts that have a plain header. */
class Projects(
    val folder: Path,
) {
    fun config(text: String) = apply { folder.resolve("mdb.toml").writeText(text.trimIndent()) }

    fun script(
        id: String,
        header: String = "",
        location: String = "versions",
        body: String = "upgrade { }\n    downgrade { }",
        imports: String = "",
    ) = apply {
        val file = folder.resolve(location).createDirectories().resolve("$id.migration.kts")
        file.writeText("${imports}revision {\n    id = \"$id\"\n    message = \"about $id\"\n    $header\n    $body\n}\n")
    }

    fun open(
        environment: Map<String, String> = emptyMap(),
        urls: Map<String, String> = emptyMap(),
        compiler: ScriptCompiler = NoCompiler,
    ): Project =
        Project.open(
            ProjectSetup(
                java.util.Optional.empty(),
                urls,
                environment + ("XDG_CACHE_HOME" to folder.resolve("cache").toString()),
                folder,
                compiler,
            ),
        )
}
