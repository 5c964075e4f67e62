package dev.mdb.dsl.sql

import dev.mdb.dsl.TableBuilder
import dev.mdb.dsl.operation.SchemaOperations
import dev.mdb.dsl.schema.Names
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.Table

/** Tables as a whole, their comments, and schemas. A table is named by a string or by an Exposed [Table] object. */
public interface TableFunctions : OperationStream {
    /** Creates a table: columns, keys, indexes and checks by Exposed's builders and those of [TableBuilder]. */
    public fun createTable(name: String, columns: TableBuilder.() -> Unit) {
        createTable(TableBuilder(name).apply(columns))
    }

    /** Creates a table as an Exposed object defines it, and the sequences that its columns name. */
    public fun createTable(table: Table) {
        append(SchemaOperations.createTable(table))
    }

    public fun dropTable(name: String, ifExists: Boolean = false) {
        append(SchemaOperations.dropTable(name, ifExists))
    }

    /** Its inverse creates the table as the object defines it. */
    public fun dropTable(table: Table, ifExists: Boolean = false) {
        append(SchemaOperations.dropTable(table, ifExists))
    }

    /** Drops a table that was as the block says: so the inverse can create it again. */
    public fun dropTable(name: String, ifExists: Boolean = false, was: TableBuilder.() -> Unit) {
        dropTable(TableBuilder(name).apply(was), ifExists)
    }

    public fun renameTable(from: String, to: String) {
        append(SchemaOperations.renameTable(from, to))
    }

    public fun renameTable(from: Table, to: String) {
        renameTable(from.tableName, to)
    }

    /**
     * Several changes to one table, which are done together: where the engine has to build the table anew, it does so once.
     * `alterTable("item") { addColumn { integer("size") }; dropColumn("length"); check("size_positive", "size > 0") }`
     */
    public fun alterTable(table: String, changes: TableAlteration.() -> Unit) {
        TableAlteration(Names.unquoted(table)).apply(changes).operations().forEach(::append)
    }

    public fun alterTable(table: Table, changes: TableAlteration.() -> Unit) {
        alterTable(table.tableName, changes)
    }

    /**
     * @param text null = none
     * @param was what it was before, for the inverse; `""` = none
     */
    public fun commentOnTable(table: String, text: String?, was: String? = null) {
        alterTable(table) { comment(text, was) }
    }

    public fun commentOnTable(table: Table, text: String?, was: String? = null) {
        commentOnTable(table.tableName, text, was)
    }

    /** As [commentOnTable]. */
    public fun commentOnColumn(table: String, column: String, text: String?, was: String? = null) {
        alterTable(table) { commentOnColumn(column, text, was) }
    }

    public fun commentOnColumn(column: Column<*>, text: String?, was: String? = null) {
        commentOnColumn(column.table.tableName, column.name, text, was)
    }

    public fun createSchema(name: String) {
        append(SchemaOperations.createSchema(name))
    }

    /** Drops a schema that is empty. */
    public fun dropSchema(name: String) {
        append(SchemaOperations.dropSchema(name))
    }
}
