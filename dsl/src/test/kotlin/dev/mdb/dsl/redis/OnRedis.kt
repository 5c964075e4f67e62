package dev.mdb.dsl.redis

import dev.mdb.dsl.OperationScope
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.RedisOperation
import dev.mdb.operation.Row
import dev.mdb.resource.Access
import dev.mdb.resource.Part
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.Session
import dev.mdb.schema.Dialect
import dev.mdb.testing.RedisServer
import java.nio.file.Path
import java.time.Duration
import java.util.Optional

/** A block that runs on a real Redis; [operations] is what it has appended so far, [cursors] what a journal would have kept. */
class RedisBlock(private val session: Session) : BlockContext {
    val operations = ArrayList<Operation>()
    val cursors = ArrayList<String>()

    /** Where a batched operation stops, as if the run broke off. */
    var stopsAfterBatches = Int.MAX_VALUE

    override fun revision() = "r1"

    override fun kind() = "redis"

    override fun dialect() = Optional.empty<Dialect>()

    override fun arguments() = emptyMap<String, String>()

    override fun folder(): Path = Path.of(".")

    override fun run(operation: Operation) {
        operations.add(operation)
        if (operation is BatchedOperation) batches(operation) else session.parts(operation).forEach(Part::run)
    }

    private fun batches(operation: BatchedOperation) {
        var cursor: String? = cursors.lastOrNull() ?: operation.start()
        var left = stopsAfterBatches
        while (cursor != null && left-- > 0) {
            cursor = operation.batch(cursor, this).next().orElse(null)
            cursor?.let(cursors::add)
        }
    }

    override fun query(sql: String, parameters: List<Any?>): List<Row> = session.query(sql, parameters)

    fun lines(): List<String> = operations.filterIsInstance<RedisOperation>().flatMap { it.lines() }
}

/** The block of a test on an empty database. */
fun RedisServer.onRedis(test: OperationScope.(RedisBlock) -> Unit) {
    val nothing = Optional.empty<String>()
    val settings = ResourceSettings("test", url, nothing, nothing, "mdb_version", nothing, Duration.ofSeconds(1), Path.of("."))
    Resources.create(settings).connect(Access.WRITE).use { session ->
        val block = RedisBlock(session)
        OperationScope(block).apply {
            scan("*") { del(it) }
            block.operations.clear()
            block.cursors.clear()
            test(block)
        }
    }
}
