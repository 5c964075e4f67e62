package dev.mdb.dsl.operation

import dev.mdb.dsl.OperationScope
import dev.mdb.dsl.schema.shape
import dev.mdb.error.MdbException
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.Row
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.TableOperation
import dev.mdb.schema.ChangedTable
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import java.nio.file.Path
import java.util.Optional

/** The statements of a case in one dialect, and those that take it back; the tables are as the case says. */
internal class OperationTexts(private val case: OperationCase, private val dialect: Dialect) {
    private val tables = case.before.map { it.shape(dialect) }.toMutableList()

    fun all(): String {
        val operations = operations(case.upgrade)
        val lines = listOf("-- ${case.name}") + operations.flatMap { listOf("--   ${it.describe()}") + statements(it) }
        return (lines + back(operations)).joinToString("\n", postfix = "\n")
    }

    private fun back(operations: List<Operation>): List<String> {
        if (operations.any { it.inverse().isEmpty }) return emptyList()
        return operations.reversed().map { it.inverse().get() }.flatMap { listOf("--   ${it.describe()}") + statements(it) }
    }

    private fun operations(block: OperationScope.() -> Unit): List<Operation> =
        Written(
            dialect,
        ).also { OperationScope(it).block() }.operations

    private fun statements(operation: Operation): List<String> =
        try {
            render(operation as SqlOperation)
        } catch (refusal: MdbException) {
            listOf("-- ${refusal.message}")
        }

    private fun render(operation: SqlOperation): List<String> {
        val current = { name: String -> Optional.ofNullable(tables.find { it.name() == name }) }
        if (operation is TableOperation) return altered(operation, current)
        return operation.render(dialect, current).map { it.text() + ";" + it.batch().joinToString("") { row -> " -- $row" } }
    }

    /** What follows sees the table as it is by then. */
    private fun altered(operation: TableOperation, current: (String) -> Optional<dev.mdb.schema.Table>): List<String> {
        val changes = operation.changes(dialect)
        val texts = runCatching { Ddl.of(dialect).alter(operation.table(), changes, current) }
        tables.replaceAll { table -> if (table.name() == operation.table()) changes.fold(table, ChangedTable::after) else table }
        return texts.getOrThrow().map { "$it;" }
    }

    private class Written(private val sql: Dialect) : BlockContext {
        val operations = ArrayList<Operation>()

        override fun revision() = "r1"

        override fun kind() = if (sql == Dialect.MARIADB) "mysql" else sql.name.lowercase()

        override fun dialect(): Optional<Dialect> = Optional.of(sql)

        override fun arguments() = emptyMap<String, String>()

        override fun folder(): Path = Path.of(".")

        override fun run(operation: Operation) {
            operations += operation
        }

        override fun query(sql: String, parameters: List<Any?>): List<Row> = emptyList()
    }
}
