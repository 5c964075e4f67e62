package dev.mdb.dsl.sql

import dev.mdb.dsl.RowsBuilder
import dev.mdb.dsl.operation.CsvFile
import dev.mdb.dsl.operation.Execute
import dev.mdb.dsl.operation.InsertRows
import dev.mdb.dsl.operation.JsonFile
import dev.mdb.dsl.operation.SqlFile
import org.jetbrains.exposed.v1.core.Table

/** SQL of your own, and rows. */
public interface DataFunctions : OperationStream {
    /**
     * Runs SQL as it is; `?` stands for each of the [parameters], whose values are bound, never pasted.
     *
     * @param undo the SQL that takes it back, without parameters: the inverse
     */
    public fun execute(sql: String, vararg parameters: Any?, undo: String? = null) {
        append(Execute(sql, parameters.asList(), undo))
    }

    /** Runs the statements of a file. The path is relative to the script. */
    public fun sqlFile(path: String) {
        append(SqlFile(path, fileText(path)))
    }

    /** Inserts rows: `insert("item") { row("id" to 1, "name" to "one") }`. */
    public fun insert(table: String, rows: RowsBuilder.() -> Unit) {
        insertAll(table, RowsBuilder().apply(rows).rows, "")
    }

    public fun insert(table: Table, rows: RowsBuilder.() -> Unit) {
        insert(table.tableName, rows)
    }

    /**
     * Inserts the rows of a CSV file (RFC 4180, UTF-8), whose first line names the columns. The path is relative to the script. An
     * empty field is NULL, `""` is an empty text.
     */
    public fun csv(path: String, into: String, delimiter: Char = ',') {
        insertAll(into, csvRows(path, delimiter), " from $path")
    }

    public fun csv(path: String, into: Table, delimiter: Char = ',') {
        csv(path, into.tableName, delimiter)
    }

    /**
     * The rows of such a CSV file as values, for what is no table: `csvRows("posts.csv").forEach { redis { hset("post:1", …) } }`. A
     * row is a map from the names of the columns to their texts; null is an empty field.
     */
    public fun csvRows(path: String, delimiter: Char = ','): List<Map<String, String?>> = CsvFile.rows(fileText(path), delimiter, path)

    /**
     * Inserts the rows of a JSON file: an array of objects, whose names are the columns. Texts, numbers, true, false and null are
     * bound as such; an object or array inside a row is bound as its JSON text. A row that lacks a name takes the column's default.
     */
    public fun json(path: String, into: String) {
        insertAll(into, jsonRows(path), " from $path")
    }

    public fun json(path: String, into: Table) {
        json(path, into.tableName)
    }

    /** The rows of such a JSON file as values: texts, whole numbers, BigDecimal, Boolean, null. */
    public fun jsonRows(path: String): List<Map<String, Any?>> = JsonFile.rows(fileText(path), path)

    private fun insertAll(table: String, rows: List<Map<String, Any?>>, source: String) {
        if (rows.isNotEmpty()) append(InsertRows(table, rows, source))
    }
}
