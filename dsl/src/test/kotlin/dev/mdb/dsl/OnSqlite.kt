package dev.mdb.dsl

import dev.mdb.resource.Access
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively

/** The block of a test, with what it ran on. */
class OnSqlite(val scope: OperationScope, val block: SqlBlock, val folder: Path) {
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
            val block = SqlBlock(session, "sqlite", folder, arguments)
            OnSqlite(OperationScope(block), block, folder).test()
        }
    } finally {
        folder.deleteRecursively()
    }
}
