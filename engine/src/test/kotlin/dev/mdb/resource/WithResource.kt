package dev.mdb.resource

import dev.mdb.operation.Dialect
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively

/** A kind of resource that tests run on; each use gets a fresh, empty one. */
enum class Kind {
    SQLITE {
        override fun url(folder: Path) = "sqlite:" + folder.resolve("test.db")
    }, ;

    abstract fun url(folder: Path): String
}

/** A fresh resource, and how to make another view of it. */
class TestResource(val kind: Kind, val folder: Path) {
    val resource: Resource = open()

    /** Does the engine take back all of a failed block? */
    val transactional: Boolean get() = resource.connect(Access.READ).use { it.rollsBackSchemaChanges() }

    fun open(versionTable: String = "mdb_version", lockTimeout: Duration = Duration.ofSeconds(1)): Resource =
        Resources.create(
            ResourceSettings(
                "test",
                kind.url(folder),
                Optional.empty(),
                Optional.empty(),
                versionTable,
                Optional.empty(),
                lockTimeout,
                folder,
            ),
        )
}

/** Runs a test on each kind, every time on a fresh resource. */
@OptIn(ExperimentalPathApi::class)
fun withResource(vararg kinds: Kind = Kind.entries.toTypedArray(), test: TestResource.() -> Unit) {
    for (kind in kinds) {
        val folder = Files.createTempDirectory("mdb test ")
        try {
            TestResource(kind, folder).test()
        } catch (e: AssertionError) {
            throw AssertionError("on $kind: ${e.message}", e)
        } finally {
            folder.deleteRecursively()
        }
    }
}

/** SQL as it is. */
class Sql(private val text: String, vararg parameters: Any?) : SqlOperation {
    private val batch = if (parameters.isEmpty()) emptyList() else listOf(parameters.asList())

    override fun describe() = text

    override fun render(dialect: Dialect) = listOf(SqlStatement(text, batch))
}

/** Runs all parts of an operation. */
fun Session.execute(operation: dev.mdb.operation.Operation) = parts(operation).forEach(Part::run)

val owner = RunOwner("tester", "testhost", 42, "mdb test")
