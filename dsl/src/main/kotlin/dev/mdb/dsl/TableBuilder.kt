package dev.mdb.dsl

import org.jetbrains.exposed.v1.core.Column

/** A table in the making: all column builders of Exposed's tables, and keys by name. */
@MigrationDsl
public class TableBuilder(name: String) : ModelTable(name) {
    private var key: PrimaryKey? = null

    override val primaryKey: PrimaryKey? get() = key

    public fun primaryKey(first: Column<*>, vararg more: Column<*>, name: String? = null) {
        val columns = arrayOf(first, *more)
        key = if (name == null) PrimaryKey(columns) else PrimaryKey(columns, name)
    }
}
