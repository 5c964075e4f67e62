package dev.mdb.dsl.sql

import dev.mdb.dsl.ColumnPart
import dev.mdb.dsl.Deferral
import dev.mdb.dsl.MigrationDsl
import dev.mdb.dsl.TableBuilder
import dev.mdb.dsl.operation.AlterTable
import dev.mdb.dsl.operation.Change
import dev.mdb.dsl.operation.ColumnChanges
import dev.mdb.dsl.operation.KeyChanges
import dev.mdb.dsl.operation.SchemaOperations
import dev.mdb.dsl.schema.Names
import dev.mdb.operation.Operation
import dev.mdb.schema.TableChange
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table

/** What stands inside `alterTable("t") { }`. Each function means what the one of the same name means outside. */
@MigrationDsl
public class TableAlteration internal constructor(private val table: String) {
    private val changes = ArrayList<Change>()
    private val before = ArrayList<Operation>()
    private val after = ArrayList<Operation>()

    internal fun operations(): List<Operation> =
        before + (if (changes.isEmpty()) emptyList() else listOf(AlterTable(table, changes.toList()))) + after

    public fun addColumn(columns: TableBuilder.() -> Unit) {
        add(built(columns))
    }

    private fun add(added: Table) {
        changes += ColumnChanges.add(added)
        SchemaOperations.createIndexes(added)?.let(after::add)
    }

    public fun dropColumn(vararg columns: String) {
        changes += columns.map { ColumnChanges.drop(table, it) }
    }

    /** Columns that were as the block says, with their keys and indexes. */
    public fun dropColumn(was: TableBuilder.() -> Unit) {
        val dropped = built(was)
        SchemaOperations.dropIndexes(dropped)?.let(before::add)
        changes += ColumnChanges.drop(dropped)
    }

    /** Columns that are as an Exposed table defines them. */
    public fun dropColumn(first: Column<*>, vararg more: Column<*>) {
        changes += listOf(first, *more).map { ColumnChanges.drop(table, it) }
    }

    public fun renameColumn(from: String, to: String) {
        changes += ColumnChanges.rename(table, from, to)
    }

    public fun renameColumn(column: Column<*>, to: String) {
        renameColumn(column.name, to)
    }

    public fun alterColumn(
        using: String? = null,
        was: (TableBuilder.() -> Unit)? = null,
        undoUsing: String? = null,
        to: TableBuilder.() -> Unit,
    ) {
        changes += ColumnChanges.alter(built(to), was?.let(::built), using, undoUsing)
    }

    public fun alterColumn(
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
        val part = ColumnPart(type, nullable, default, dropDefault, comment, dropComment, using)
        changes += ColumnChanges.alter(table, column, part.patch(), was?.patch())
    }

    public fun primaryKey(vararg columns: String, name: String? = null) {
        changes += KeyChanges.primaryKey(table, columns.asList(), name)
    }

    public fun dropPrimaryKey(vararg columns: String, name: String? = null) {
        changes += KeyChanges.dropPrimaryKey(table, columns.asList(), name)
    }

    public fun uniqueKey(vararg columns: String, name: String? = null) {
        changes += KeyChanges.unique(table, columns.asList(), name)
    }

    public fun dropUniqueKey(vararg columns: String, name: String? = null) {
        changes += KeyChanges.dropUnique(table, columns.asList(), name)
    }

    public fun check(name: String, condition: String) {
        changes += KeyChanges.check(table, name, condition)
    }

    public fun dropCheck(name: String, condition: String? = null) {
        changes += KeyChanges.dropCheck(table, name, condition)
    }

    public fun foreignKey(
        vararg from: String,
        references: String,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        changes += KeyChanges.foreignKey(table, from.asList(), references, columns, onDelete, onUpdate, deferrable, name)
    }

    public fun dropForeignKey(
        vararg from: String,
        references: String? = null,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        changes +=
            if (references == null) {
                KeyChanges.dropForeignKey(table, name ?: Names.foreignKey(table, from.asList(), columns))
            } else {
                KeyChanges.foreignKey(table, from.asList(), references, columns, onDelete, onUpdate, deferrable, name).inverse()
            }
    }

    public fun renameConstraint(from: String, to: String) {
        changes += Change("rename constraint $from of $table to $to", TableChange.RenameConstraint(from, to))
    }

    public fun comment(text: String?, was: String? = null) {
        changes += ColumnChanges.tableComment(table, text, was)
    }

    public fun commentOnColumn(column: String, text: String?, was: String? = null) {
        changes += ColumnChanges.comment(table, column, text, was)
    }

    private fun built(columns: TableBuilder.() -> Unit) = TableBuilder(table).apply(columns)
}
