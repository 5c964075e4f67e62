package dev.mdb.dsl.operation

import dev.mdb.dsl.BackfillBatch
import dev.mdb.dsl.OperationScope
import dev.mdb.dsl.schema.Names
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BatchedOperation.Batch
import dev.mdb.operation.BlockContext
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import java.time.Duration
import java.util.Optional
import java.util.OptionalLong

/**
 * Walks through a table in the order of a unique column. The cursor is the last value of the batch before, with a letter that
 * tells a number from a text.
 */
internal class Backfill(
    private val table: String,
    private val key: String,
    private val size: Int,
    private val throttle: Duration,
    private val body: OperationScope.(BackfillBatch) -> Unit,
) : BatchedOperation {
    override fun describe(): String = "backfill $table by $key, $size rows at a time"

    override fun start(): String = START

    override fun remaining(cursor: String, context: BlockContext): OptionalLong {
        val dialect = context.dialect().orElseThrow()
        val after = Cursor.read(cursor)
        val condition = if (after == null) "" else " WHERE ${Ddl.of(dialect).name(key)} > ?"
        val rows = context.query("SELECT count(*) AS n FROM ${Ddl.of(dialect).name(Names.unquoted(table))}$condition", listOfNotNull(after))
        return OptionalLong.of((rows.single()["n"] as Number).toLong())
    }

    override fun batch(cursor: String, context: BlockContext): Batch {
        val dialect = context.dialect().orElseThrow()
        val name = Ddl.of(dialect).name(key)
        val after = Cursor.read(cursor)
        val bounds = context.query(boundsSql(dialect, name, after != null), listOfNotNull(after)).single()
        val rows = (bounds["n"] as Number).toLong()
        if (rows == 0L) return Batch(Optional.empty(), 0)
        if (cursor != START) pause()
        val last = bounds["last_key"]!!
        OperationScope(context).body(BackfillBatch(name, after, last, rows))
        return Batch(if (rows < size) Optional.empty() else Optional.of(Cursor.write(last)), rows)
    }

    private fun boundsSql(dialect: Dialect, name: String, hasAfter: Boolean): String {
        val condition = if (hasAfter) "WHERE $name > ? " else ""
        return "SELECT count(*) AS n, max(k) AS last_key FROM " +
            "(SELECT $name AS k FROM ${Ddl.of(dialect).name(Names.unquoted(table))} ${condition}ORDER BY $name LIMIT $size) AS batch"
    }

    private fun pause() {
        if (!throttle.isZero) Thread.sleep(throttle.toMillis())
    }

    private object Cursor {
        fun read(cursor: String): Any? =
            when {
                cursor == START -> null
                cursor.startsWith("n") -> cursor.drop(1).toLong()
                else -> cursor.drop(1)
            }

        fun write(key: Any): String = if (key is Number) "n${key.toLong()}" else "t$key"
    }

    private companion object {
        const val START = "start"
    }
}
