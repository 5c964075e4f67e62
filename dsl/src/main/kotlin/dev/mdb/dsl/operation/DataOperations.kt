package dev.mdb.dsl.operation

import dev.mdb.dsl.schema.Names
import dev.mdb.operation.Operation
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlSplitter
import dev.mdb.operation.SqlStatement
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import java.util.Collections
import java.util.Optional

/**
 * SQL as it was written.
 *
 * @param undo the SQL that takes it back
 */
internal class Execute(private val sql: String, private val parameters: List<Any?>, private val undo: String? = null) : SqlOperation {
    override fun describe(): String =
        "execute " + sql.trim().replace(WHITE_SPACE, " ").let { if (it.length > SHOWN) it.take(SHOWN) + "…" else it }

    override fun render(dialect: Dialect): List<SqlStatement> =
        listOf(
            SqlStatement(sql, if (parameters.isEmpty()) emptyList() else listOf(nullable(parameters))),
        )

    override fun inverse(): Optional<Operation> = Optional.ofNullable(undo?.let { Execute(it, emptyList()) })

    private companion object {
        const val SHOWN = 60
        val WHITE_SPACE = Regex("\\s+")
    }
}

/** The statements of a file. */
internal class SqlFile(private val name: String, private val text: String) : SqlOperation {
    override fun describe(): String = "run $name"

    override fun render(dialect: Dialect): List<SqlStatement> = SqlSplitter.split(text, dialect).map(SqlStatement::of)
}

/** Rows for one table; each row names its columns. */
internal class InsertRows(private val table: String, private val rows: List<Map<String, Any?>>, private val source: String) : SqlOperation {
    override fun describe(): String = "insert ${rows.size} ${if (rows.size == 1) "row" else "rows"} into $table$source"

    /** One statement for each run of rows with the same columns, so that rows stay in order. */
    override fun render(dialect: Dialect): List<SqlStatement> {
        val runs = ArrayList<MutableList<Map<String, Any?>>>()
        for (row in rows) {
            if (runs.lastOrNull()?.first()?.keys != row.keys) runs.add(ArrayList())
            runs.last().add(row)
        }
        return runs.map { statement(it, dialect) }
    }

    private fun statement(run: List<Map<String, Any?>>, dialect: Dialect): SqlStatement {
        val ddl = Ddl.of(dialect)
        val columns = run.first().keys
        val names = columns.joinToString(", ") { ddl.name(it) }
        val places = columns.joinToString(", ") { "?" }
        return SqlStatement(
            "INSERT INTO ${ddl.name(Names.unquoted(table))} ($names) VALUES ($places)",
            run.map { row -> nullable(columns.map { row[it] }) },
        )
    }
}

/** Java's `List.of` takes no nulls, and a value may be NULL. */
private fun nullable(values: List<Any?>): List<Any?> = Collections.unmodifiableList(values)
