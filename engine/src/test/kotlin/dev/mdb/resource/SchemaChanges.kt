package dev.mdb.resource

import dev.mdb.operation.Operation
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.operation.TableOperation
import dev.mdb.schema.Catalog
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import dev.mdb.schema.diff.CatalogDiff
import dev.mdb.schema.diff.DiffOptions
import dev.mdb.schema.diff.GeneratedNames
import dev.mdb.schema.diff.SchemaChange
import java.util.Optional

/** Does the changes in one transaction, as a revision does. */
fun Session.make(changes: List<SchemaChange>) {
    Transactions.run(this) { changes.forEach { execute(operation(it)) } }
}

private fun Session.operation(change: SchemaChange): Operation =
    if (change is SchemaChange.ChangeTable) TableChanges(change) else Statements(change) { statements(it, change) }

private class TableChanges(private val change: SchemaChange.ChangeTable) : TableOperation {
    override fun table() = change.table

    override fun changes(dialect: Dialect) = change.changes

    override fun describe() = change.toString()

    override fun render(dialect: Dialect) =
        Ddl.of(dialect).alter(change.table, change.changes) { Optional.empty() }.map(SqlStatement::of)
}

private class Statements(private val change: SchemaChange, private val texts: (Ddl) -> List<String>) : SqlOperation {
    override fun describe() = change.toString()

    override fun render(dialect: Dialect) = texts(Ddl.of(dialect)).map(SqlStatement::of)
}

private fun Session.statements(ddl: Ddl, change: SchemaChange): List<String> =
    when (change) {
        is SchemaChange.CreateTable -> ddl.createTable(change.table)
        is SchemaChange.DropTable -> listOf(ddl.dropTable(change.was.name(), false))
        is SchemaChange.RenameTable -> listOf(ddl.renameTable(change.from, change.to))
        is SchemaChange.CreateIndex -> ddl.createIndex(change.table, change.index, false, false)
        is SchemaChange.DropIndex -> listOf(ddl.dropIndex(change.table, change.was.name(), false, false))
        is SchemaChange.RenameIndex -> ddl.renameIndex(change.table, change.from, change.to) { catalog().table(it) }
        is SchemaChange.CreateSequence -> ddl.createSequence(change.sequence)
        is SchemaChange.DropSequence -> listOf(ddl.dropSequence(change.was.name()))
        is SchemaChange.AlterSequence -> ddl.alterSequence(change.sequence)
        is SchemaChange.CreateEnum -> listOf(ddl.createEnum(change.type))
        is SchemaChange.DropEnum -> listOf(ddl.dropEnum(change.was.name()))
        is SchemaChange.AddEnumValue -> listOf(ddl.addEnumValue(change.type, change.value, change.before))
        is SchemaChange.ChangeTable -> error("an operation of its own")
    }

/** The database beside models. */
fun Session.differenceTo(models: Catalog, change: (DiffOptions) -> DiffOptions): CatalogDiff {
    val normalised = catalog().normalise(models)
    val options = DiffOptions.of(dialect().get()).generatedNames(GeneratedNames.of(models, normalised))
    return CatalogDiff.between(catalog().read(emptyList()), normalised, change(options))
}

/** With all tables that the models do not know among the differences. */
fun Session.differenceTo(models: Catalog): CatalogDiff = differenceTo(models) { it.dropUnknown(true) }
