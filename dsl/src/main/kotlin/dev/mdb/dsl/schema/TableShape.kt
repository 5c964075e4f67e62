package dev.mdb.dsl.schema

import dev.mdb.dsl.SchemaTable
import dev.mdb.dsl.operation.Rendering
import dev.mdb.schema.Check
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.UniqueKey
import org.jetbrains.exposed.v1.core.Expression
import org.jetbrains.exposed.v1.core.ForeignKeyConstraint
import org.jetbrains.exposed.v1.core.Index
import org.jetbrains.exposed.v1.core.InternalApi
import org.jetbrains.exposed.v1.core.QueryBuilder
import org.jetbrains.exposed.v1.core.Table
import java.util.Optional
import org.jetbrains.exposed.v1.core.Sequence as ExposedSequence

/**
 * The table as a value, with the texts of the dialect.
 *
 * As in Exposed's own DDL, a plain unique index is a UNIQUE constraint, but on SQLite, where it is an index. A primary key that was
 * given no name has none here: the engine gives it its own. The range checks that Exposed adds to integers by itself are left out,
 * those of unsigned types stay.
 */
internal fun Table.shape(dialect: Dialect): dev.mdb.schema.Table = TableShape(this, dialect).shape()

/** The sequences that columns of the table name; none where the dialect has no sequences. */
internal fun Table.sequenceShapes(dialect: Dialect): List<dev.mdb.schema.Sequence> =
    if (dialect == Dialect.POSTGRESQL || dialect == Dialect.MARIADB) {
        columns.mapNotNull { ColumnShape(it, dialect).sequence() }
    } else {
        emptyList()
    }

internal fun ExposedSequence.shape(): dev.mdb.schema.Sequence =
    dev.mdb.schema.Sequence(
        Names.unquoted(name),
        Optional.empty(),
        startWith ?: 1,
        incrementBy ?: 1,
        Optional.ofNullable(minValue),
        Optional.ofNullable(maxValue),
        cache ?: 1,
        cycle ?: false,
    )

private class TableShape(private val table: Table, private val dialect: Dialect) {
    private val name = Names.unquoted(table.tableName)
    private val additions = (table as? SchemaTable)?.additions

    fun shape(): dev.mdb.schema.Table {
        val (keys, indexes) = table.indices.partition { isConstraint(it) }
        return dev.mdb.schema.Table(
            name,
            table.columns.map { ColumnShape(it, dialect).shape() },
            Optional.ofNullable(primaryKey()),
            keys.map { UniqueKey(Optional.of(indexName(it)), names(it.columns)) } + additions?.uniqueKeys(name).orEmpty(),
            table.foreignKeys.map { foreignKey(it) } + additions?.foreignKeys(name).orEmpty(),
            checks() + additions?.checks().orEmpty(),
            indexes.map { index(it) } + additions?.indexes(name).orEmpty(),
            Optional.ofNullable(additions?.comment),
        )
    }

    private fun isConstraint(index: Index) =
        index.unique && dialect != Dialect.SQLITE && index.filterCondition == null && index.functions.isNullOrEmpty()

    private fun primaryKey(): PrimaryKey? =
        table.primaryKey?.let { key -> PrimaryKey(Optional.ofNullable(ownName(key.name)), names(key.columns.asList())) }

    @OptIn(InternalApi::class)
    private fun ownName(name: String) =
        Names.unquoted(name).takeUnless { it == "pk_${table.tableName}" || it == "pk_${table.tableNameWithoutSchemeSanitized}" }

    private fun foreignKey(key: ForeignKeyConstraint): ForeignKey {
        val columns = names(key.from)
        val targets = names(key.target)
        return foreignKey(
            name,
            columns,
            Names.unquoted(key.targetTable.tableName),
            targets,
            ExposedForeignKey.onDelete(key),
            ExposedForeignKey.onUpdate(key),
            ForeignKey.Deferral.NOT_DEFERRABLE,
            key.customFkName?.let(Names::unquoted),
        )
    }

    @OptIn(InternalApi::class)
    private fun checks(): List<Check> =
        Rendering.inDialect(dialect) {
            table
                .checkConstraints()
                .filterNot { Names.unquoted(it.checkName).startsWith("chk_${table.tableNameWithoutSchemeSanitized}_signed_") }
                .map { Check(Optional.of(Names.unquoted(it.checkName)), it.checkOp) }
        }

    private fun index(index: Index): dev.mdb.schema.Index {
        val functions =
            index.functions.orEmpty().map {
                dev.mdb.schema.Index
                    .Part(text(it), true, false, "")
            }
        return dev.mdb.schema.Index(
            indexName(index),
            index.unique,
            names(index.columns).map(dev.mdb.schema.Index.Part::column) + functions,
            Optional.ofNullable(index.indexType?.lowercase()),
            Optional.ofNullable(index.filterCondition?.let(::text)),
            emptyList(),
        )
    }

    private fun indexName(index: Index): String {
        index.customName?.let { return Names.unquoted(it) }
        val functions = index.functions.orEmpty().map { Names.ofExpression(text(it)) }
        return Names.index(name, names(index.columns) + functions, index.unique)
    }

    /** Exposed writes the table in front of every column, which an index does not take everywhere. */
    private fun text(expression: Expression<*>): String =
        Rendering.inDialect(dialect) {
            val prefix = Regex.escape(Rendering.identifier(dialect, table.tableName) + ".")
            Regex("'(?:[^']|'')*'|(?<![\\w.\"`])$prefix").replace(QueryBuilder(false).append(expression).toString()) { match ->
                match.value.takeIf { it.startsWith("'") }.orEmpty()
            }
        }

    private fun names(columns: Iterable<org.jetbrains.exposed.v1.core.Column<*>>) = columns.map { Names.unquoted(it.name) }
}
