package dev.mdb.dsl.source

import dev.mdb.schema.Catalog
import dev.mdb.schema.Column
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Table

/**
 * Which foreign keys may name a column of another object: `references(Album.albumId)`. An object that is looked at while it comes into
 * being is not complete, so these references form no circle; those that would close one name their table by its text. A table may name
 * its own columns that stand before.
 */
internal class ObjectReferences(private val catalog: Catalog, private val columns: ColumnText) {
    private val leads = HashMap<String, MutableSet<String>>()
    private val chosen = catalog.tables().associate { it.name() to choose(it) }

    /** By column. */
    fun of(table: Table): Map<String, ForeignKey> = chosen.getValue(table.name())

    private fun choose(table: Table): Map<String, ForeignKey> {
        val found = LinkedHashMap<String, ForeignKey>()
        for (key in table.foreignKeys()) {
            val column = key.columns().singleOrNull() ?: continue
            if (column in found || key.name().isEmpty || key.deferral() != ForeignKey.Deferral.NOT_DEFERRABLE) continue
            if (!isPossible(table, table.column(column).get(), key)) continue
            found[column] = key
            if (key.table() != table.name()) leads.getOrPut(table.name(), ::HashSet) += key.table()
        }
        return found
    }

    private fun isPossible(table: Table, column: Column, key: ForeignKey): Boolean {
        val target = catalog.table(key.table()).flatMap { it.column(key.targetColumns().single()) }.orElse(null) ?: return false
        // Exposed compares the Kotlin types, nullability included.
        if (target.nullable() || columns.values(column) != columns.values(target)) return false
        if (key.table() != table.name()) return !leads(key.table(), table.name())
        return table.columns().indexOf(target) < table.columns().indexOf(column)
    }

    private fun leads(from: String, to: String, seen: MutableSet<String> = HashSet()): Boolean =
        from == to || seen.add(from) && leads[from].orEmpty().any { leads(it, to, seen) }
}
