package dev.mdb.schema.diff

import dev.mdb.schema.Catalog
import dev.mdb.schema.ChangedTable
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.EnumType
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Sequence
import dev.mdb.schema.Table
import dev.mdb.schema.UniqueKey
import java.util.Optional

/** Short words for schemas. */
fun column(
    name: String,
    type: String = "integer",
    nullable: Boolean = true,
    default: String? = null,
    generated: Generated? = null,
    comment: String? = null,
    identity: Identity = Identity.NONE,
    collation: String? = null,
) = Column(
    name,
    type,
    nullable,
    Optional.ofNullable(default),
    identity,
    Optional.ofNullable(generated),
    Optional.ofNullable(collation),
    Optional.ofNullable(comment),
)

fun table(
    name: String,
    vararg columns: Column = arrayOf(column("id", nullable = false)),
    key: PrimaryKey? = null,
    uniques: List<UniqueKey> = emptyList(),
    foreignKeys: List<ForeignKey> = emptyList(),
    checks: List<Check> = emptyList(),
    indexes: List<Index> = emptyList(),
    comment: String? = null,
) = Table(name, columns.asList(), Optional.ofNullable(key), uniques, foreignKeys, checks, indexes, Optional.ofNullable(comment))

fun primaryKey(vararg columns: String, name: String? = null) = PrimaryKey(Optional.ofNullable(name), columns.asList())

fun unique(name: String?, vararg columns: String) = UniqueKey(Optional.ofNullable(name), columns.asList())

fun check(name: String?, expression: String) = Check(Optional.ofNullable(name), expression)

fun index(name: String, vararg columns: String, unique: Boolean = false, where: String? = null, method: String? = null) =
    Index(name, unique, columns.map(Index.Part::column), Optional.ofNullable(method), Optional.ofNullable(where), emptyList())

fun foreignKey(
    name: String?,
    column: String,
    table: String,
    target: String = "id",
    onDelete: ReferenceAction = ReferenceAction.NO_ACTION,
    deferral: ForeignKey.Deferral = ForeignKey.Deferral.NOT_DEFERRABLE,
) = ForeignKey(
    Optional.ofNullable(name),
    listOf(column),
    table,
    listOf(target),
    onDelete,
    ReferenceAction.NO_ACTION,
    deferral,
)

fun sequence(name: String, start: Long = 1) = Sequence(name, Optional.empty(), start, 1, Optional.empty(), Optional.empty(), 1, false)

fun enum(name: String, vararg values: String) = EnumType(name, values.asList())

fun catalog(
    vararg tables: Table,
    sequences: List<Sequence> = emptyList(),
    enums: List<EnumType> = emptyList(),
    unread: List<String> = emptyList(),
) = Catalog(tables.sortedBy { it.name() }, sequences, enums, emptyList(), unread)

/** What the changes make of a catalogue; fails where an engine would, as far as order goes. */
fun Catalog.after(changes: List<SchemaChange>): Catalog = changes.fold(this) { catalog, change -> catalog.after(change) }

private fun Catalog.after(change: SchemaChange): Catalog =
    when (change) {
        is SchemaChange.CreateTable -> {
            missing(change.table.name())
            change.table.foreignKeys().forEach { requireTarget(it, change.table) }
            withTables(tables() + change.table)
        }

        is SchemaChange.DropTable -> {
            existing(change.was.name())
            require(tables().none { table -> table != change.was && table.foreignKeys().any { it.table() == change.was.name() } }) {
                "something refers to ${change.was.name()}"
            }
            withTables(tables() - existing(change.was.name()))
        }

        is SchemaChange.RenameTable -> {
            missing(change.to)
            existing(change.from)
            RenamedCatalog.table(this, change.from, change.to)
        }

        is SchemaChange.ChangeTable -> change.changes.fold(this) { catalog, each -> catalog.after(change.table, each) }

        is SchemaChange.CreateIndex ->
            changed(change.table) { table ->
                TableDelta.columns(change.index).forEach { requireColumn(table, it) }
                table.with(indexes = table.indexes() + change.index)
            }

        is SchemaChange.DropIndex ->
            changed(change.table) { table ->
                require(change.was in table.indexes()) { "no index ${change.was}" }
                table.with(indexes = table.indexes() - change.was)
            }

        is SchemaChange.RenameIndex ->
            changed(change.table) { table ->
                table.with(
                    indexes = table.indexes().map { if (it.name() == change.from) Part.OfIndex("").named(it, change.to) else it },
                )
            }

        is SchemaChange.CreateSequence -> with(sequences = sequences() + change.sequence)
        is SchemaChange.DropSequence -> with(sequences = sequences() - change.was)
        is SchemaChange.AlterSequence -> with(sequences = sequences() - change.was + change.sequence)
        is SchemaChange.CreateEnum -> with(enums = enums() + change.type)
        is SchemaChange.DropEnum -> with(enums = enums() - change.was)
        is SchemaChange.AddEnumValue -> with(enums = enums().map { if (it.name() == change.type) it.with(change) else it })
    }

private fun EnumType.with(added: SchemaChange.AddEnumValue): EnumType {
    val at = added.before.map { values().indexOf(it) }.orElse(values().size)
    require(at >= 0) { "no value ${added.before}" }
    return EnumType(name(), values().toMutableList().apply { add(at, added.value) })
}

private fun Catalog.after(name: String, change: dev.mdb.schema.TableChange): Catalog {
    if (change is dev.mdb.schema.TableChange.RenameColumn) return RenamedCatalog.column(this, name, change.from, change.to)
    return changed(name) { table ->
        refuse(table, change)
        ChangedTable.after(table, change)
    }
}

/** What an engine refuses. */
private fun Catalog.refuse(table: Table, change: dev.mdb.schema.TableChange) {
    when (change) {
        is dev.mdb.schema.TableChange.DropColumn -> {
            val used =
                table.indexes().any { change.name in TableDelta.columns(it) } ||
                    table.uniqueKeys().any { change.name in it.columns() } ||
                    table.foreignKeys().any { change.name in it.columns() } ||
                    table.primaryKey().filter { change.name in it.columns() }.isPresent ||
                    tables().any { other -> other.foreignKeys().any { it.table() == table.name() && change.name in it.targetColumns() } }
            require(!used) { "column ${table.name()}.${change.name} is in use" }
            requireColumn(table, change.name)
        }

        is dev.mdb.schema.TableChange.AddColumn ->
            require(table.column(change.column.name()).isEmpty) { "column ${change.column.name()} is there" }

        is dev.mdb.schema.TableChange.AddForeignKey -> requireTarget(change.key, table)
        is dev.mdb.schema.TableChange.AddUnique -> change.key.columns().forEach { requireColumn(table, it) }
        is dev.mdb.schema.TableChange.AddPrimaryKey -> {
            require(table.primaryKey().isEmpty) { "${table.name()} has a primary key" }
            change.key.columns().forEach { requireColumn(table, it) }
        }

        else -> Unit
    }
}

private fun Catalog.requireTarget(key: ForeignKey, from: Table) {
    key.columns().forEach { requireColumn(from, it) }
    val target = if (key.table() == from.name()) from else existing(key.table())
    key.targetColumns().forEach { requireColumn(target, it) }
}

private fun requireColumn(table: Table, name: String) = require(table.column(name).isPresent) { "no column ${table.name()}.$name" }

private fun Catalog.existing(name: String): Table = table(name).orElseThrow { IllegalArgumentException("no table $name") }

private fun Catalog.missing(name: String) = require(table(name).isEmpty) { "table $name is there" }

private fun Catalog.changed(name: String, change: (Table) -> Table): Catalog {
    val table = existing(name)
    return withTables(tables() - table + change(table))
}

private fun Catalog.withTables(tables: List<Table>) = Catalog(tables.sortedBy { it.name() }, sequences(), enums(), views(), unread())

private fun Catalog.with(sequences: List<Sequence> = sequences(), enums: List<EnumType> = enums()) =
    Catalog(tables(), sequences, enums, views(), unread())

fun Table.with(
    columns: List<Column> = columns(),
    primaryKey: Optional<PrimaryKey> = primaryKey(),
    uniqueKeys: List<UniqueKey> = uniqueKeys(),
    foreignKeys: List<ForeignKey> = foreignKeys(),
    checks: List<Check> = checks(),
    indexes: List<Index> = indexes(),
    comment: Optional<String> = comment(),
) = Table(name(), columns, primaryKey, uniqueKeys, foreignKeys, checks, indexes, comment)

/** In an order of names, as what is compared has none but that of an index's or key's columns. */
fun Catalog.sorted(): Catalog =
    Catalog(
        tables().sortedBy { it.name() }.map { table ->
            table.with(
                columns = table.columns().sortedBy { it.name() },
                uniqueKeys = table.uniqueKeys().sortedBy { it.toString() },
                foreignKeys = table.foreignKeys().sortedBy { it.toString() },
                checks = table.checks().sortedBy { it.toString() },
                indexes = table.indexes().sortedBy { it.toString() },
            )
        },
        sequences().sortedBy { it.name() },
        enums().sortedBy { it.name() },
        views(),
        unread(),
    )
