package dev.mdb.dsl

import dev.mdb.dsl.operation.AddColumns
import dev.mdb.dsl.operation.Backfill
import dev.mdb.dsl.operation.CreateIndex
import dev.mdb.dsl.operation.CreateTable
import dev.mdb.dsl.operation.CsvFile
import dev.mdb.dsl.operation.DropColumns
import dev.mdb.dsl.operation.DropIndex
import dev.mdb.dsl.operation.DropTable
import dev.mdb.dsl.operation.Execute
import dev.mdb.dsl.operation.InsertRows
import dev.mdb.dsl.operation.RenameColumn
import dev.mdb.dsl.operation.RenameTable
import dev.mdb.dsl.operation.ScriptFolder
import dev.mdb.dsl.operation.SqlFile
import dev.mdb.dsl.redis.RedisScope
import dev.mdb.dsl.redis.ScanKeys
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Row
import org.jetbrains.exposed.v1.core.Table
import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * What stands inside `upgrade { }` and `downgrade { }`. Each call appends one operation to the stream of the run, which executes
 * it (or prints it) before the call returns. A table is named by a string or by an Exposed [Table] object.
 *
 * Every function throws [dev.mdb.error.MdbException] when the operation fails; the run then stops, and names the line of the script.
 */
@MigrationDsl
public class OperationScope(private val context: BlockContext) {
    private val folder = ScriptFolder(context.folder())

    /** What was given with `-x NAME=VALUE`; `args["NAME"]` is null without. */
    public val args: Map<String, String> get() = context.arguments()

    /** What was given with `--tag TEXT`, a word of the user's own for this run; null without. */
    public val tag: String? get() = context.tag().orElse(null)

    /** `sqlite`, `postgresql`, `mysql`, …: for a script that serves several. */
    public val kind: String get() = context.kind()

    /** Creates a table: columns, keys, indexes and checks by Exposed's builders. */
    public fun createTable(name: String, columns: TableBuilder.() -> Unit) {
        createTable(TableBuilder(name).apply(columns))
    }

    /** Creates a table as an Exposed object defines it. */
    public fun createTable(table: Table) {
        context.run(CreateTable(table))
    }

    public fun dropTable(name: String, ifExists: Boolean = false) {
        context.run(DropTable(name, ifExists))
    }

    public fun dropTable(table: Table, ifExists: Boolean = false) {
        dropTable(table.tableName, ifExists)
    }

    public fun renameTable(from: String, to: String) {
        context.run(RenameTable(from, to))
    }

    /** Adds the columns that the block defines: `addColumn("item") { varchar("note", 100).nullable() }`. */
    public fun addColumn(table: String, columns: TableBuilder.() -> Unit) {
        context.run(AddColumns(TableBuilder(table).apply(columns)))
    }

    public fun addColumn(table: Table, columns: TableBuilder.() -> Unit) {
        addColumn(table.tableName, columns)
    }

    public fun dropColumn(table: String, vararg columns: String) {
        context.run(DropColumns(table, columns.asList()))
    }

    public fun dropColumn(table: Table, vararg columns: String) {
        dropColumn(table.tableName, *columns)
    }

    public fun renameColumn(table: String, from: String, to: String) {
        context.run(RenameColumn(table, from, to))
    }

    /**
     * Creates an index; without a name it is called `<table>_<columns>`, with `_unique` behind a unique one.
     *
     * @param concurrently on PostgreSQL without blocking those who write, and removing what a failed attempt left behind; the
     * revision then needs `transaction = Transaction.NONE`
     */
    public fun createIndex(
        table: String,
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        concurrently: Boolean = false,
    ) {
        context.run(CreateIndex(name ?: indexName(table, columns, unique), table, columns.asList(), unique, concurrently))
    }

    public fun createIndex(
        table: Table,
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        concurrently: Boolean = false,
    ) {
        createIndex(table.tableName, *columns, unique = unique, name = name, concurrently = concurrently)
    }

    /** Drops the index that [createIndex] creates for the same arguments. */
    public fun dropIndex(table: String, vararg columns: String, unique: Boolean = false, name: String? = null) {
        context.run(DropIndex(name ?: indexName(table, columns, unique), table))
    }

    public fun dropIndex(table: Table, vararg columns: String, unique: Boolean = false, name: String? = null) {
        dropIndex(table.tableName, *columns, unique = unique, name = name)
    }

    private fun indexName(table: String, columns: Array<out String>, unique: Boolean) =
        "${table.substringAfterLast('.')}_${columns.joinToString("_")}${if (unique) "_unique" else ""}"

    /** Runs SQL as it is; `?` stands for each of the [parameters], whose values are bound, never pasted. */
    public fun execute(sql: String, vararg parameters: Any?) {
        context.run(Execute(sql, parameters.asList()))
    }

    /** Runs the statements of a file. The path is relative to the script. */
    public fun sqlFile(path: String) {
        context.run(SqlFile(path, folder.text(path)))
    }

    /** Inserts rows: `insert("item") { row("id" to 1, "name" to "one") }`. */
    public fun insert(table: String, rows: RowsBuilder.() -> Unit) {
        val collected = RowsBuilder().apply(rows).rows
        if (collected.isNotEmpty()) context.run(InsertRows(table, collected, ""))
    }

    public fun insert(table: Table, rows: RowsBuilder.() -> Unit) {
        insert(table.tableName, rows)
    }

    /**
     * Inserts the rows of a CSV file (RFC 4180, UTF-8), whose first line names the columns. The path is relative to the script. An
     * empty field is NULL, `""` is an empty text.
     */
    public fun csv(path: String, into: String, delimiter: Char = ',') {
        val rows = CsvFile.rows(folder.text(path), delimiter, path)
        if (rows.isNotEmpty()) context.run(InsertRows(into, rows, " from $path"))
    }

    public fun csv(path: String, into: Table, delimiter: Char = ',') {
        csv(path, into.tableName, delimiter)
    }

    /**
     * The rows of such a CSV file as values, for what is no table: `csvRows("posts.csv").forEach { redis { hset("post:1", …) } }`. A
     * row is a map from the names of the columns to their texts; null is an empty field.
     */
    public fun csvRows(path: String, delimiter: Char = ','): List<Map<String, String?>> = CsvFile.rows(folder.text(path), delimiter, path)

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
