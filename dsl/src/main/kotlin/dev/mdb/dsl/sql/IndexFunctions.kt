package dev.mdb.dsl.sql

import dev.mdb.dsl.IndexBuilder
import dev.mdb.dsl.IndexDefinition
import dev.mdb.dsl.operation.SchemaOperations
import dev.mdb.schema.Index
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.Table

/** Indexes. What drops one takes the arguments of what creates it. */
public interface IndexFunctions : OperationStream {
    /**
     * Creates an index; without a name it is called `<table>_<columns>`, with `_unique` behind a unique one.
     *
     * @param where the condition of a partial index, in SQL
     * @param using `gin`, `hash`, …
     * @param include columns that are kept with it without being searched
     * @param concurrently on PostgreSQL without blocking those who write, and removing what a failed attempt left behind; the
     * revision then needs `transaction = Transaction.NONE`
     */
    public fun createIndex(
        table: String,
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifNotExists: Boolean = false,
    ) {
        val index = IndexDefinition(name, unique, parts(columns), using, where, include).of(table)
        append(SchemaOperations.createIndex(table, index, ifNotExists, concurrently))
    }

    public fun createIndex(
        table: Table,
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifNotExists: Boolean = false,
    ) {
        createIndex(
            table.tableName,
            *columns,
            unique = unique,
            name = name,
            where = where,
            using = using,
            include = include,
            concurrently = concurrently,
            ifNotExists = ifNotExists,
        )
    }

    public fun createIndex(
        first: Column<*>,
        vararg more: Column<*>,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifNotExists: Boolean = false,
    ) {
        val table = first.table.tableName
        createIndex(
            table,
            *names(first, more),
            unique = unique,
            name = name,
            where = where,
            using = using,
            include = include,
            concurrently = concurrently,
            ifNotExists = ifNotExists,
        )
    }

    /** An index of expressions, or with an order: `createIndex("item") { expression("lower(name)"); column("id", descending = true) }`. */
    public fun createIndex(
        table: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifNotExists: Boolean = false,
        parts: IndexBuilder.() -> Unit,
    ) {
        val index = IndexDefinition(name, unique, IndexBuilder().apply(parts).build(), using, where, include).of(table)
        append(SchemaOperations.createIndex(table, index, ifNotExists, concurrently))
    }

    public fun createIndex(
        table: Table,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifNotExists: Boolean = false,
        parts: IndexBuilder.() -> Unit,
    ) {
        createIndex(table.tableName, unique, name, where, using, include, concurrently, ifNotExists, parts)
    }

    /** Drops the index that [createIndex] creates for the same arguments; without columns the name alone is enough, and there is no inverse. */
    public fun dropIndex(
        table: String,
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifExists: Boolean = false,
    ) {
        require(columns.isNotEmpty() || name != null) { "dropIndex needs the columns or the name of the index" }
        val index = IndexDefinition(name, unique, parts(columns), using, where, include).of(table)
        append(SchemaOperations.dropIndex(table, index, ifExists, concurrently))
    }

    public fun dropIndex(
        table: Table,
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifExists: Boolean = false,
    ) {
        dropIndex(
            table.tableName,
            *columns,
            unique = unique,
            name = name,
            where = where,
            using = using,
            include = include,
            concurrently = concurrently,
            ifExists = ifExists,
        )
    }

    public fun dropIndex(
        first: Column<*>,
        vararg more: Column<*>,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifExists: Boolean = false,
    ) {
        dropIndex(
            first.table.tableName,
            *names(first, more),
            unique = unique,
            name = name,
            where = where,
            using = using,
            include = include,
            concurrently = concurrently,
            ifExists = ifExists,
        )
    }

    /** Drops the index that [createIndex] creates for the same block. */
    public fun dropIndex(
        table: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        concurrently: Boolean = false,
        ifExists: Boolean = false,
        was: IndexBuilder.() -> Unit,
    ) {
        val index = IndexDefinition(name, unique, IndexBuilder().apply(was).build(), using, where, include).of(table)
        append(SchemaOperations.dropIndex(table, index, ifExists, concurrently))
    }

    /** @param table the one that it is of */
    public fun renameIndex(table: String, from: String, to: String) {
        append(SchemaOperations.renameIndex(table, from, to))
    }

    public fun renameIndex(table: Table, from: String, to: String) {
        renameIndex(table.tableName, from, to)
    }

    private fun parts(columns: Array<out String>) = columns.map(Index.Part::column)
}
