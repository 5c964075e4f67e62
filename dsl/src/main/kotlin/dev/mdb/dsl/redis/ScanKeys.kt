package dev.mdb.dsl.redis

import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BatchedOperation.Batch
import dev.mdb.operation.BlockContext
import java.util.Optional

/** All keys of a pattern, a batch for each answer of `SCAN`, whose cursor is the one that is kept. */
internal class ScanKeys(private val pattern: String, private val batch: Int, private val body: RedisScope.(String) -> Unit) :
    BatchedOperation {
    override fun describe(): String = "scan $pattern"

    override fun start(): String = END

    override fun batch(cursor: String, context: BlockContext): Batch {
        val answer = context.query("SCAN", listOf(cursor, "MATCH", pattern, "COUNT", batch)).map { it[0] }
        val keys = (answer[1] as List<*>).map { text(it, pattern)!! }.distinct().filterNot { it.startsWith(STATE) }
        val scope = RedisScope(context)
        keys.forEach { scope.body(it) }
        scope.run()
        return Batch(Optional.of(answer[0] as String).filter { it != END }, keys.size.toLong())
    }

    private companion object {
        /** Redis begins and ends with the same cursor. */
        const val END = "0"

        /** What mdb keeps in the resource is not the script's. */
        const val STATE = "mdb:{"
    }
}
