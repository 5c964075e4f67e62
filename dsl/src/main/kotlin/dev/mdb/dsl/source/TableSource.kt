package dev.mdb.dsl.source

import dev.mdb.dsl.schema.Names
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Table
import dev.mdb.schema.UniqueKey

/** What stands inside `createTable("x") { … }`, and what a model says beside its columns. */
internal class TableSource(private val dialect: Dialect) {
    private val columns = ColumnText(dialect)

    /** `createTable("item") { … }`; its lines begin with [indent]. */
    fun createTable(table: Table, indent: String = ""): String {
        val lines =
            listOf(KotlinSource.call("createTable", KotlinSource.literal(table.name())) + " {") + body(table).map { "    $it" } + "}"
        return lines.joinToString("\n") { if (it.isBlank()) "" else indent + it }
    }

    /** Columns, keys and the rest, a call each. */
    fun body(table: Table): List<String> {
        val names = PropertyNames(table.columns().map(Column::name))
        val key = table.primaryKey().orElse(null)
        val lines =
            table.columns().flatMap { column ->
                val value = if (key != null && column.name() in key.columns()) "val ${names.of(column.name())} = " else ""
                SourceLines.chain(value, columns.calls(column))
            }
        return lines + listOfNotNull(key?.let { primaryKey(table, it, names, "primaryKey") }) + rest(table)
    }

    /** `primaryKey(id, name = "item_key")`, or the constructor of a key. */
    fun primaryKey(table: Table, key: PrimaryKey, names: PropertyNames, function: String): String {
        val name = key.name().filter { it != "${table.name().substringAfterLast('.')}_pkey" && it != "PRIMARY" }
        return KotlinSource.call(function, *key.columns().map(names::of).toTypedArray(), KotlinSource.text("name", name.orElse(null)))
    }

    /** All but columns and the primary key, but these foreign keys. */
    fun rest(table: Table, without: Set<ForeignKey> = emptySet()): List<String> =
        table.uniqueKeys().flatMap { uniqueKey(table, it) } +
            table.foreignKeys().filterNot(without::contains).flatMap { foreignKey(table, it) } +
            table.checks().map(::check) +
            table.indexes().flatMap { index(table, it) } +
            listOfNotNull(table.comment().map { KotlinSource.call("tableComment", KotlinSource.literal(it)) }.orElse(null))

    private fun uniqueKey(table: Table, key: UniqueKey) =
        SourceLines.call(
            "uniqueKey",
            *KotlinSource.literals(key.columns()),
            name(key.name().orElse(""), Names.index(table.name(), key.columns(), true)),
        )

    private fun foreignKey(table: Table, key: ForeignKey) =
        SourceLines.call(
            "foreignKey",
            *KotlinSource.literals(key.columns()),
            KotlinSource.text("references", key.table()),
            KotlinSource.named("columns", KotlinSource.list(key.targetColumns())),
            *actions(key),
            KotlinSource.named("deferrable", "Deferral.${key.deferral()}".takeIf { key.deferral() != ForeignKey.Deferral.NOT_DEFERRABLE }),
            name(table, key),
        )

    /** `name = "…"` of a foreign key that is not called as the functions call one. */
    fun name(table: Table, key: ForeignKey): String? =
        name(key.name().orElse(""), Names.foreignKey(table.name(), key.columns(), key.targetColumns()))

    fun actions(key: ForeignKey): Array<String?> = arrayOf(action("onDelete", key.onDelete()), action("onUpdate", key.onUpdate()))

    private fun action(event: String, action: ReferenceAction) =
        KotlinSource.named(event, "ReferenceOption.$action".takeIf { action != ReferenceAction.NO_ACTION })

    private fun check(check: Check) =
        KotlinSource.call("check", KotlinSource.literal(check.name().orElse("")), KotlinSource.literal(check.expression()))

    private fun index(table: Table, index: Index): List<String> {
        val options = IndexSource.options(table.name(), index)
        if (IndexSource.isPlain(index)) return SourceLines.call("index", *IndexSource.columns(index), *options)
        val call = if (options.any { it != null }) KotlinSource.call("index", *options) else "index"
        return listOf("$call {") + IndexSource.parts(index) + "}"
    }

    private fun name(given: String, usual: String) = KotlinSource.text("name", given.takeIf { it != usual })
}
