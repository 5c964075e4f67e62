package dev.mdb.dsl.operation

import dev.mdb.schema.Dialect
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ForeignKeyConstraint
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table

/**
 * `CREATE TABLE` and its parts, with column types and defaults as Exposed writes them. Not Exposed's own `createStatement`: that
 * adds CHECK constraints on the range of every integer on SQLite, which nobody asked for and which keep a column from being dropped.
 */
internal class TableText(private val table: Table, private val dialect: Dialect) {
    private val name = Rendering.identifier(dialect, table.tableName)

    fun create(): List<String> {
        val parts = table.columns.map { column(it) } + listOfNotNull(primaryKey()) + foreignKeys() + checks()
        return listOf("CREATE TABLE $name (\n  ${parts.joinToString(",\n  ")}\n)") + indexes()
    }

    fun addColumns(): List<String> =
        table.columns.map { "ALTER TABLE $name ADD COLUMN ${column(it)}${inlineReference(it)}" } + addedKeys() + indexes()

    private fun column(column: Column<*>): String = column.descriptionDdl(false)

    /** SQLite takes a foreign key of a new column only behind the column. */
    private fun inlineReference(column: Column<*>): String =
        column.foreignKey
            ?.takeIf { dialect == Dialect.SQLITE }
            ?.let { " " + references(it) }
            .orEmpty()

    private fun addedKeys(): List<String> =
        if (dialect == Dialect.SQLITE) emptyList() else foreignKeys().map { "ALTER TABLE $name ADD $it" }

    /** A key of one column stands behind the column already, unless it has a name of its own. */
    private fun primaryKey(): String? {
        val key = table.primaryKey ?: return null
        if (key.columns
                .singleOrNull()
                ?.descriptionDdl(false)
                ?.contains("PRIMARY KEY") == true
        ) {
            return null
        }
        return "CONSTRAINT ${quoted(key.name)} PRIMARY KEY (${names(key.columns.asIterable())})"
    }

    private fun foreignKeys(): List<String> =
        table.foreignKeys.map { key ->
            "CONSTRAINT ${quoted(key.fkName)} FOREIGN KEY (${names(key.from)}) ${references(key)}"
        }

    private fun references(key: ForeignKeyConstraint): String =
        buildString {
            append("REFERENCES ${quoted(key.targetTable.tableName)} (${names(key.target)})")
            action(" ON DELETE ", key.deleteRule)
            action(" ON UPDATE ", key.updateRule)
        }

    private fun StringBuilder.action(clause: String, option: ReferenceOption?) {
        if (option != null && option != ReferenceOption.NO_ACTION) append(clause).append(option.name.replace('_', ' '))
    }

    private fun checks(): List<String> =
        table
            .checkConstraints()
            .filterNot { it.checkName.contains(EXPOSED_RANGE_CHECK) }
            .map { "CONSTRAINT ${quoted(it.checkName)} CHECK (${it.checkOp})" }

    private fun indexes(): List<String> = table.indices.flatMap { it.createStatement() }

    private fun names(columns: Iterable<Column<*>>) = columns.joinToString(", ") { quoted(it.name) }

    private fun quoted(identifier: String) = Rendering.identifier(dialect, identifier.trim('"', '`'))

    private companion object {
        /** Exposed's own name for a check on the range of a signed integer. */
        val EXPOSED_RANGE_CHECK = Regex("(^|_)signed_(byte|short|integer|long)_")
    }
}
