package dev.mdb.dsl

import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table

/** A table in the making: all column builders of Exposed's [Table], and keys by name. */
@MigrationDsl
public class TableBuilder(name: String) : Table(name) {
    private var key: PrimaryKey? = null

    override val primaryKey: PrimaryKey? get() = key

    public fun primaryKey(first: Column<*>, vararg more: Column<*>, name: String? = null) {
        val columns = arrayOf(first, *more)
        key = if (name == null) PrimaryKey(columns) else PrimaryKey(columns, name)
    }

    /** A foreign key to a column of another table, which is known by its name only. */
    public fun <T : Any> Column<T>.references(
        table: String,
        column: String,
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        name: String? = null,
    ): Column<T> = references(NamedTable(table).column(column, this), onDelete, onUpdate, name)
}

/** Stands for a table of which only the name and the referred columns are known. */
private class NamedTable(name: String) : Table(name) {
    fun <T : Any> column(name: String, like: Column<T>): Column<T> = registerColumn(name, like.columnType)
}
