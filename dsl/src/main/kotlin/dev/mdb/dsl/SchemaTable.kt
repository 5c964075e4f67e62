package dev.mdb.dsl

import dev.mdb.dsl.schema.Names
import dev.mdb.dsl.schema.foreignKey
import dev.mdb.dsl.sql.names
import dev.mdb.schema.Check
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Index
import dev.mdb.schema.UniqueKey
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Table

/** When a foreign key is looked at: after each statement, or at the commit. */
public typealias Deferral = ForeignKey.Deferral

/**
 * A table that says what Exposed's [Table] cannot: a model extends [ModelTable], or any table of Exposed and this interface:
 * `object Book : IntIdTable("book"), SchemaTable { override val additions = TableAdditions(); init { tableComment("…") } }`.
 * Conditions and expressions are SQL of the engine. Without a name, a key or index is called as Exposed would call it; with the name
 * `""`, a constraint gets the one that the engine gives it.
 */
public interface SchemaTable {
    /** Where the table keeps all this. */
    public val additions: TableAdditions

    public fun tableComment(text: String) {
        additions.comment = text
    }

    /** A condition in SQL; Exposed's `check { }` takes one in Kotlin. */
    public fun check(name: String, condition: String) {
        additions.checks += Check(Names.given(name), condition)
    }

    /** A UNIQUE constraint; without a name it is called `<table>_<columns>_unique`. */
    public fun uniqueKey(vararg columns: String, name: String? = null) {
        additions.uniqueKeys += TableAdditions.NamedColumns(columns.asList(), name)
    }

    public fun uniqueKey(first: Column<*>, vararg more: Column<*>, name: String? = null) {
        uniqueKey(*names(first, more), name = name)
    }

    /**
     * An index; without a name it is called `<table>_<columns>`, with `_unique` behind a unique one.
     *
     * @param where the condition of a partial index
     * @param using `gin`, `hash`, …
     * @param include columns that are kept with it without being searched
     */
    public fun index(
        vararg columns: String,
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
    ) {
        additions.indexes += IndexDefinition(name, unique, columns.map(Index.Part::column), using, where, include)
    }

    /** An index of expressions, or with an order: `index(name = "…") { expression("lower(name)"); column("id", descending = true) }`. */
    public fun index(
        unique: Boolean = false,
        name: String? = null,
        where: String? = null,
        using: String? = null,
        include: List<String> = emptyList(),
        parts: IndexBuilder.() -> Unit,
    ) {
        additions.indexes += IndexDefinition(name, unique, IndexBuilder().apply(parts).build(), using, where, include)
    }

    /** A foreign key of several columns, or to a table of which only the name is known. */
    public fun foreignKey(
        vararg from: String,
        references: String,
        columns: List<String> = listOf("id"),
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ) {
        additions.foreignKeys += { table ->
            foreignKey(table, from.asList(), references, columns, onDelete, onUpdate, deferrable, name)
        }
    }

    /** A foreign key to a column of another table, which is known by its name only. */
    public fun <T> Column<T>.references(
        table: String,
        column: String,
        onDelete: ReferenceOption? = null,
        onUpdate: ReferenceOption? = null,
        deferrable: Deferral = Deferral.NOT_DEFERRABLE,
        name: String? = null,
    ): Column<T> {
        foreignKey(
            this.name,
            references = table,
            columns = listOf(column),
            onDelete = onDelete,
            onUpdate = onUpdate,
            deferrable = deferrable,
            name = name,
        )
        return this
    }
}

/** A table of a model that can say all that mdb knows of tables. */
public open class ModelTable(name: String = "") : Table(name), SchemaTable {
    override val additions: TableAdditions = TableAdditions()
}

/** What a [SchemaTable] was told. */
public class TableAdditions {
    internal var comment: String? = null
    internal val checks = ArrayList<Check>()
    internal val uniqueKeys = ArrayList<NamedColumns>()
    internal val indexes = ArrayList<IndexDefinition>()
    internal val foreignKeys = ArrayList<(String) -> ForeignKey>()

    internal class NamedColumns(val columns: List<String>, val name: String?)

    internal fun checks(): List<Check> = checks

    internal fun uniqueKeys(table: String): List<UniqueKey> =
        uniqueKeys.map {
            UniqueKey(Names.given(it.name ?: Names.index(table, it.columns, true)), it.columns)
        }

    internal fun indexes(table: String): List<Index> = indexes.map { it.of(table) }

    internal fun foreignKeys(table: String): List<ForeignKey> = foreignKeys.map { it(table) }
}
