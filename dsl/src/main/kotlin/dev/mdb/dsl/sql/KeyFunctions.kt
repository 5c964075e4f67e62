package dev.mdb.dsl.sql

import dev.mdb.dsl.Deferral
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table

/**
 * Primary keys, unique keys, checks and foreign keys of a table that is there. What drops one takes the arguments of what adds it,
 * and then has an inverse; the name alone will do, too.
 */
public interface KeyFunctions : TableFunctions {
    /** @param name null = the engine's own */
    public fun primaryKey(table: String, vararg columns: String, name: String? = null) {
        alterTable(table) { primaryKey(*columns, name = name) }
    }

    public fun primaryKey(table: Table, vararg columns: String, name: String? = null) {
        primaryKey(table.tableName, *columns, name = name)
    }

    public fun primaryKey(first: Column<*>, vararg more: Column<*>, name: String? = null) {
        primaryKey(first.table.tableName, *names(first, more), name = name)
    }

    /** @param columns those of the key, for the inverse; none = the inverse is not known */
    public fun dropPrimaryKey(table: String, vararg columns: String, name: String? = null) {
        alterTable(table) { dropPrimaryKey(*columns, name = name) }
    }

    public fun dropPrimaryKey(table: Table, vararg columns: String, name: String? = null) {
        dropPrimaryKey(table.tableName, *columns, name = name)
    }

    /** Adds a UNIQUE constraint; without a name it is called `<table>_<columns>_unique`. */
    public fun uniqueKey(table: String, vararg columns: String, name: String? = null) {
        alterTable(table) { uniqueKey(*columns, name = name) }
    }

    public fun uniqueKey(table: Table, vararg columns: String, name: String? = null) {
        uniqueKey(table.tableName, *columns, name = name)
    }

    public fun uniqueKey(first: Column<*>, vararg more: Column<*>, name: String? = null) {
        uniqueKey(first.table.tableName, *names(first, more), name = name)
    }

    /** Drops the constraint that [uniqueKey] adds for the same arguments. */
    public fun dropUniqueKey(table: String, vararg columns: String, name: String? = null) {
        alterTable(table) { dropUniqueKey(*columns, name = name) }
    }

    public fun dropUniqueKey(table: Table, vararg columns: String, name: String? = null) {
        dropUniqueKey(table.tableName, *columns, name = name)
    }

    public fun dropUniqueKey(first: Column<*>, vararg more: Column<*>, name: String? = null) {
        dropUniqueKey(first.table.tableName, *names(first, more), name = name)
    }

    /** @param condition SQL, without brackets around it */
    public fun check(table: String, name: String, condition: String) {
        alterTable(table) { check(name, condition) }
    }

    public fun check(table: Table, name: String, condition: String) {
        check(table.tableName, name, condition)
    }

    /** @param condition what it was, for the inverse */
    public fun dropCheck(table: String, name: String, condition: String? = null) {
        alterTable(table) { dropCheck(name, condition) }
    }

    public fun dropCheck(table: Table, name: String, condition: String? = null) {
        dropCheck(table.tableName, name, condition)
    }

    /**
     * Adds a foreign key: `foreignKey("book", "author_id", references = "author")`. Without a name it is called
     * `fk_<table>_<columns>__<columns referred to>`, as Exposed does.
     *
     * @param columns those that are referred to, as many as [from]
     */
    public fun foreignKey(
        table: String,
        vararg from: String,
        references: String,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        alterTable(table) {
            foreignKey(
                *from,
                references = references,
                columns = columns,
                onDelete = onDelete,
                onUpdate = onUpdate,
                deferrable = deferrable,
                name = name,
            )
        }
    }

    public fun foreignKey(
        table: Table,
        vararg from: String,
        references: Table,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        foreignKey(
            table.tableName,
            *from,
            references = references.tableName,
            columns = columns,
            onDelete = onDelete,
            onUpdate = onUpdate,
            deferrable = deferrable,
            name = name,
        )
    }

    /** The same for one column: `foreignKey(Book.author, references = Author.id)`. */
    public fun foreignKey(
        from: Column<*>,
        references: Column<*>,
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        val target = references.table.tableName
        foreignKey(
            from.table.tableName,
            from.name,
            references = target,
            columns = listOf(references.name),
            onDelete = onDelete,
            onUpdate = onUpdate,
            deferrable = deferrable,
            name = name,
        )
    }

    /** Drops the key that [foreignKey] adds for the same arguments; without [references] there is no inverse. */
    public fun dropForeignKey(
        table: String,
        vararg from: String,
        references: String? = null,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        alterTable(table) {
            dropForeignKey(
                *from,
                references = references,
                columns = columns,
                onDelete = onDelete,
                onUpdate = onUpdate,
                deferrable = deferrable,
                name = name,
            )
        }
    }

    public fun dropForeignKey(
        table: Table,
        vararg from: String,
        references: Table? = null,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        dropForeignKey(
            table.tableName,
            *from,
            references = references?.tableName,
            columns = columns,
            onDelete = onDelete,
            onUpdate = onUpdate,
            deferrable = deferrable,
            name = name,
        )
    }

    public fun dropForeignKey(
        from: Column<*>,
        references: Column<*>,
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        val target = references.table.tableName
        dropForeignKey(
            from.table.tableName,
            from.name,
            references = target,
            columns = listOf(references.name),
            onDelete = onDelete,
            onUpdate = onUpdate,
            deferrable = deferrable,
            name = name,
        )
    }

    /** Renames a primary key, unique key, check or foreign key. */
    public fun renameConstraint(table: String, from: String, to: String) {
        alterTable(table) { renameConstraint(from, to) }
    }

    public fun renameConstraint(table: Table, from: String, to: String) {
        renameConstraint(table.tableName, from, to)
    }
}

internal fun names(first: Column<*>, more: Array<out Column<*>>): Array<String> = arrayOf(first, *more).map { it.name }.toTypedArray()
