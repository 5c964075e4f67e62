package dev.mdb.dsl

import dev.mdb.dsl.operation.Backfill
import dev.mdb.dsl.operation.Recording
import dev.mdb.dsl.operation.ScriptFolder
import dev.mdb.dsl.redis.RedisScope
import dev.mdb.dsl.redis.ScanKeys
import dev.mdb.dsl.sql.ColumnFunctions
import dev.mdb.dsl.sql.DataFunctions
import dev.mdb.dsl.sql.IndexFunctions
import dev.mdb.dsl.sql.KeyFunctions
import dev.mdb.dsl.sql.ObjectFunctions
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.Row
import org.jetbrains.exposed.v1.core.Table
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * What stands inside `upgrade { }` and `downgrade { }`. Each call appends one operation to the stream of the run, which executes
 * it (or prints it) before the call returns. A table is named by a string or by an Exposed [Table] object, its columns by strings or
 * by the object's.
 *
 * Every function throws [dev.mdb.error.MdbException] when the operation fails; the run then stops, and names the line of the script.
 */
@MigrationDsl
public class OperationScope(private val context: BlockContext) :
    ColumnFunctions,
    KeyFunctions,
    IndexFunctions,
    ObjectFunctions,
    DataFunctions {
    private val folder = ScriptFolder(context.folder())

    /** What was given with `-x NAME=VALUE`; `args["NAME"]` is null without. */
    public val args: Map<String, String> get() = context.arguments()

    /** What was given with `--tag TEXT`, a word of the user's own for this run; null without. */
    public val tag: String? get() = context.tag().orElse(null)

    /** `sqlite`, `postgresql`, `mysql`, …: for a script that serves several. */
    public val kind: String get() = context.kind()

    override fun append(operation: Operation) {
        context.run(operation)
    }

    override fun fileText(path: String): String = folder.text(path)

    /**
     * Takes back what the block does, last things first: `undo { createTable("item") { … } }` drops the table. Nothing runs unless
     * every operation of the block has an inverse; the one that has none is named, with its line.
     */
    public fun undo(block: OperationScope.() -> Unit) {
        Recording.of(context, block).inverses().forEach(::append)
    }

    /** Throws when not all of the block could be taken back. */
    internal fun undoable(block: OperationScope.() -> Unit) {
        Recording.of(context, block)
    }

    /** Writes to a Redis resource, with Lettuce's names: `redis { set("posts:1", "…"); hset("post:2", mapOf("title" to "…")) }`. */
    public fun redis(block: RedisScope.() -> Unit) {
        RedisScope.run(context, block)
    }

    /**
     * Goes through all keys of a Redis that fit the pattern, about [batch] at a time; mdb's own keys are left out. With
     * `transaction = Transaction.NONE` each batch is done by itself and the place is kept: a run that broke off goes on there.
     *
     * Redis may give a key twice, and one that comes into being meanwhile or not: write the body so that it may see a key again.
     */
    public fun scan(pattern: String, batch: Int = 500, body: RedisScope.(String) -> Unit) {
        RedisScope.check(context, "scan { }")
        context.run(ScanKeys(pattern, batch, body))
    }

    /**
     * Works through a large table, some rows at a time: `backfill("item", batch = 10_000) { execute("UPDATE item SET n = 0 WHERE ${it.where}", *it.keys) }`.
     * In a revision with `transaction = Transaction.NONE` each batch is committed together with a note of how far it is, so that a
     * run that breaks off goes on behind the last one; otherwise all batches belong to the revision's transaction.
     *
     * @param key a unique column of numbers or texts, in whose order the rows are taken
     * @param batch rows at a time
     * @param throttle pause between two batches
     */
    public fun backfill(
        table: String,
        batch: Int = 1_000,
        key: String = "id",
        throttle: Duration = Duration.ZERO,
        body: OperationScope.(BackfillBatch) -> Unit,
    ) {
        require(batch > 0) { "a batch has at least one row" }
        context.run(Backfill(table, key, batch, throttle.toJavaDuration(), body))
    }

    public fun backfill(
        table: Table,
        batch: Int = 1_000,
        key: String = "id",
        throttle: Duration = Duration.ZERO,
        body: OperationScope.(BackfillBatch) -> Unit,
    ) {
        backfill(table.tableName, batch, key, throttle, body)
    }

    /** All rows of a query, which sees what the block did before it. */
    public fun query(sql: String, vararg parameters: Any?): List<Row> = context.query(sql, parameters.asList())

    /** The same, each row mapped. */
    public fun <T> query(sql: String, vararg parameters: Any?, map: (Row) -> T): List<T> =
        context.query(sql, parameters.asList()).map(map)
}
