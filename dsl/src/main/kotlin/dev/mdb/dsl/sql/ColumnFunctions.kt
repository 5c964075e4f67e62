package dev.mdb.dsl.sql

import dev.mdb.dsl.ColumnPart
import dev.mdb.dsl.TableBuilder
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.Table

/** Columns. Several changes to one table are better made in one `alterTable`. */
public interface ColumnFunctions : TableFunctions {
    /** Adds the columns that the block defines, with their keys, checks and indexes: `addColumn("item") { varchar("note", 100).nullable() }`. */
    public fun addColumn(table: String, columns: TableBuilder.() -> Unit) {
        alterTable(table) { addColumn(columns) }
    }

    public fun addColumn(table: Table, columns: TableBuilder.() -> Unit) {
        addColumn(table.tableName, columns)
    }

    public fun dropColumn(table: String, vararg columns: String) {
        alterTable(table) { dropColumn(*columns) }
    }

    public fun dropColumn(table: Table, vararg columns: String) {
        dropColumn(table.tableName, *columns)
    }

    /** Drops columns of an Exposed table; the inverse adds them as the table defines them. */
    public fun dropColumn(first: Column<*>, vararg more: Column<*>) {
        alterTable(first.table) { dropColumn(first, *more) }
    }

    /** Drops columns that were as the block says: so the inverse can add them again. */
    public fun dropColumn(table: String, was: TableBuilder.() -> Unit) {
        alterTable(table) { dropColumn(was) }
    }

    public fun renameColumn(table: String, from: String, to: String) {
        alterTable(table) { renameColumn(from, to) }
    }

    public fun renameColumn(table: Table, from: String, to: String) {
        renameColumn(table.tableName, from, to)
    }

    public fun renameColumn(column: Column<*>, to: String) {
        renameColumn(column.table.tableName, column.name, to)
    }

    /**
     * Makes columns what the block says, all of it: `alterColumn("item") { varchar("note", 300).nullable() }`. What it does not say
     * (a default, a comment) goes away.
     *
     * @param using the expression that makes the new value of the old one, on PostgreSQL and SQLite; for one column at a time
     * @param was what the columns were, for the inverse
     * @param undoUsing [using] of the inverse
     */
    public fun alterColumn(
        table: String,
        using: String? = null,
        was: (TableBuilder.() -> Unit)? = null,
        undoUsing: String? = null,
        to: TableBuilder.() -> Unit,
    ) {
        alterTable(table) { alterColumn(using, was, undoUsing, to) }
    }

    public fun alterColumn(
        table: Table,
        using: String? = null,
        was: (TableBuilder.() -> Unit)? = null,
        undoUsing: String? = null,
        to: TableBuilder.() -> Unit,
    ) {
        alterColumn(table.tableName, using, was, undoUsing, to)
    }

    /**
     * Changes a part of a column; what is not named stays: `alterColumn("item", "note", nullable = false)`.
     *
     * @param type in the engine's words
     * @param default an SQL expression: `'it''s'`, `0`, `now()`
     * @param using the expression that makes the new value of the old one, on PostgreSQL and SQLite
     * @param was the same parts as they were, for the inverse
     */
    public fun alterColumn(
        table: String,
        column: String,
        type: String? = null,
        nullable: Boolean? = null,
        default: String? = null,
        dropDefault: Boolean = false,
        comment: String? = null,
        dropComment: Boolean = false,
        using: String? = null,
        was: ColumnPart? = null,
    ) {
        alterTable(table) { alterColumn(column, type, nullable, default, dropDefault, comment, dropComment, using, was) }
    }

    public fun alterColumn(
        column: Column<*>,
        type: String? = null,
        nullable: Boolean? = null,
        default: String? = null,
        dropDefault: Boolean = false,
        comment: String? = null,
        dropComment: Boolean = false,
        using: String? = null,
        was: ColumnPart? = null,
    ) {
        alterColumn(column.table.tableName, column.name, type, nullable, default, dropDefault, comment, dropComment, using, was)
    }

    public fun alterColumn(
        table: Table,
        column: String,
        type: String? = null,
        nullable: Boolean? = null,
        default: String? = null,
        dropDefault: Boolean = false,
        comment: String? = null,
        dropComment: Boolean = false,
        using: String? = null,
        was: ColumnPart? = null,
    ) {
        alterColumn(table.tableName, column, type, nullable, default, dropDefault, comment, dropComment, using, was)
    }
}
