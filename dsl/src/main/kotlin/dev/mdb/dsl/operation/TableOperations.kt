package dev.mdb.dsl.operation

import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.schema.Dialect
import org.jetbrains.exposed.v1.core.Table

/** An operation whose statements have no parameters. */
internal abstract class DdlOperation(private val description: String) : SqlOperation {
    protected abstract fun texts(dialect: Dialect): List<String>

    override fun describe(): String = description

    override fun render(dialect: Dialect): List<SqlStatement> = Rendering.inDialect(dialect) { texts(dialect).map(SqlStatement::of) }

    override fun toString(): String = description
}

internal class CreateTable(private val table: Table) : DdlOperation("create table ${table.tableName}") {
    override fun texts(dialect: Dialect): List<String> = TableText(table, dialect).create()
}

internal class DropTable(private val name: String, private val ifExists: Boolean) : DdlOperation("drop table $name") {
    override fun texts(dialect: Dialect): List<String> =
        listOf("DROP TABLE ${if (ifExists) "IF EXISTS " else ""}${Rendering.identifier(dialect, name)}")
}

internal class RenameTable(private val from: String, private val to: String) : DdlOperation("rename table $from to $to") {
    override fun texts(dialect: Dialect): List<String> =
        listOf("ALTER TABLE ${Rendering.identifier(dialect, from)} RENAME TO ${Rendering.identifier(dialect, to)}")
}

/** @param table holds only the new columns */
internal class AddColumns(private val table: Table) :
    DdlOperation("add ${table.columns.joinToString { it.name }} to ${table.tableName}") {
    override fun texts(dialect: Dialect): List<String> = TableText(table, dialect).addColumns()
}

internal class DropColumns(private val table: String, private val columns: List<String>) :
    DdlOperation("drop ${columns.joinToString()} from $table") {
    override fun texts(dialect: Dialect): List<String> =
        columns.map { "ALTER TABLE ${Rendering.identifier(dialect, table)} DROP COLUMN ${Rendering.identifier(dialect, it)}" }
}

internal class RenameColumn(private val table: String, private val from: String, private val to: String) :
    DdlOperation("rename column $table.$from to $to") {
    override fun texts(dialect: Dialect): List<String> =
        listOf(
            "ALTER TABLE ${Rendering.identifier(dialect, table)} " +
                "RENAME COLUMN ${Rendering.identifier(dialect, from)} TO ${Rendering.identifier(dialect, to)}",
        )
}

/** @param concurrently on PostgreSQL without blocking writers, which it refuses in a transaction; elsewhere as ever */
internal class CreateIndex(
    private val name: String,
    private val table: String,
    private val columns: List<String>,
    private val unique: Boolean,
    private val concurrently: Boolean,
) : DdlOperation("create index $name on $table") {
    override fun texts(dialect: Dialect): List<String> {
        val names = columns.joinToString(", ") { Rendering.identifier(dialect, it) }
        val kind = if (unique) "UNIQUE INDEX" else "INDEX"
        val apart = concurrently && dialect == Dialect.POSTGRESQL
        val create =
            "CREATE $kind ${if (apart) "CONCURRENTLY " else ""}${Rendering.identifier(dialect, name)} " +
                "ON ${Rendering.identifier(dialect, table)} ($names)"
        return if (apart) listOf(dropLeftover(), create) else listOf(create)
    }

    /** A concurrent creation that failed leaves an index of this name behind that is not valid. */
    private fun dropLeftover(): String {
        val index = Rendering.identifier(Dialect.POSTGRESQL, besideTable(name, table))
        return """
            DO ${'$'}mdb${'$'} BEGIN
              IF EXISTS (SELECT FROM pg_index WHERE indexrelid = to_regclass('${index.replace("'", "''")}') AND NOT indisvalid) THEN
                DROP INDEX $index;
              END IF;
            END ${'$'}mdb${'$'}
            """.trimIndent()
    }
}

/** @param table MySQL and MariaDB look for an index in its table */
internal class DropIndex(private val name: String, private val table: String) : DdlOperation("drop index $name") {
    override fun texts(dialect: Dialect): List<String> {
        val on = Rendering.identifier(dialect, table)
        val index = Rendering.identifier(dialect, if (dialect == Dialect.POSTGRESQL) besideTable(name, table) else name)
        val perTable = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB
        return listOf("DROP INDEX $index" + if (perTable) " ON $on" else "")
    }
}

/** PostgreSQL creates an index in the schema of its table, but looks for it along the search path. */
private fun besideTable(index: String, table: String) =
    if ('.' in table && '.' !in index) "${table.substringBeforeLast('.')}.$index" else index
