package dev.mdb.dsl

import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.Row
import dev.mdb.operation.SqlOperation
import dev.mdb.resource.Access
import dev.mdb.resource.Part
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.Session
import dev.mdb.schema.Dialect
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively

/** A block that runs on a real SQLite database; [operations] is what it has appended so far. */
class SqliteBlock(private val session: Session, private val folder: Path, private val arguments: Map<String, String>) : BlockContext {
    val operations = ArrayList<Operation>()

    override fun revision() = "r1"

    override fun kind() = "sqlite"

    override fun dialect() = Optional.of(Dialect.SQLITE)

    override fun arguments() = arguments

    override fun folder() = folder

    override fun run(operation: Operation) {
        operations.add(operation)
        if (operation is BatchedOperation) operation.runAll(this) else session.parts(operation).forEach(Part::run)
    }

    override fun query(sql: String, parameters: List<Any?>): List<Row> = session.query(sql, parameters)

    fun texts(dialect: Dialect) = operations.flatMap { (it as SqlOperation).render(dialect) }.map { it.text() }
}

/** The block of a test, with what it ran on. */
class OnSqlite(val scope: OperationScope, val block: SqliteBlock, val folder: Path) {
    fun upgrade(body: OperationScope.() -> Unit) = scope.body()

    fun rows(sql: String): List<List<Any?>> = block.query(sql, emptyList()).map { it.values() }

    /** Names and texts of all that the database holds. */
    fun catalogue(): List<String> =
        rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name").map { it.single() as String }
}

@OptIn(ExperimentalPathApi::class)
fun onSqlite(arguments: Map<String, String> = emptyMap(), test: OnSqlite.() -> Unit) {
    val folder = Files.createTempDirectory("mdb dsl")
    val nothing = Optional.empty<String>()
    val settings = ResourceSettings("test", "sqlite:test.db", nothing, nothing, "mdb_version", nothing, Duration.ofSeconds(1), folder)
    try {
        Resources.create(settings).connect(Access.WRITE).use { session ->
            val block = SqliteBlock(session, folder, arguments)
            OnSqlite(OperationScope(block), block, folder).test()
        }
    } finally {
        folder.deleteRecursively()
    }
}
