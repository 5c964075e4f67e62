package dev.mdb.dsl.model

import dev.mdb.dsl.compiler.CountingCompiler
import dev.mdb.project.Project
import dev.mdb.project.ProjectResource
import dev.mdb.project.ProjectSetup
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import java.time.temporal.ChronoUnit
import java.util.Optional
import kotlin.io.path.createParentDirectories
import kotlin.io.path.deleteRecursively
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeText

/** A project with models, and a cache of its own. */
class ModelProject(url: String = "sqlite:main.db", settings: String = "models = ['models']") : AutoCloseable {
    val base: Path = Files.createTempDirectory("models").toRealPath()
    val compiler = CountingCompiler()

    init {
        file("mdb.toml", "[resources.main]\nurl = '$url'\n$settings\n")
    }

    fun file(path: String, text: String): Path =
        base.resolve(path).apply {
            createParentDirectories().writeText(text)
            // Nobody has touched it for an hour, so that its time stamp can be trusted.
            setLastModifiedTime(FileTime.from(Instant.now().minus(1, ChronoUnit.HOURS)))
        }

    /** With the imports that Exposed's tables need. */
    fun model(name: String, text: String, packageName: String? = null): Path {
        val packageLine = packageName?.let { "package $it; " }.orEmpty()
        return file("models/$name.kt", "${packageLine}import org.jetbrains.exposed.v1.core.*\n$text\n")
    }

    fun open(): ProjectResource {
        val environment = mapOf("XDG_CACHE_HOME" to base.resolve("cache").toString())
        return Project.open(ProjectSetup(Optional.empty(), emptyMap(), environment, base, compiler)).resource("main")
    }

    @OptIn(kotlin.io.path.ExperimentalPathApi::class)
    override fun close() = base.deleteRecursively()
}

fun withModels(settings: String = "models = ['models']", test: ModelProject.() -> Unit) =
    ModelProject(settings = settings).use(test)
