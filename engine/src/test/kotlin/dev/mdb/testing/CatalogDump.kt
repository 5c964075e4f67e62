package dev.mdb.testing

import dev.mdb.schema.Catalog
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.EnumType
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Sequence
import dev.mdb.schema.Table
import dev.mdb.schema.View
import java.util.Optional

/** A catalogue as text that people can read and compare: all that it holds, in its own order, a line for each thing. */
object CatalogDump {
    fun of(catalog: Catalog): String =
        buildList {
            catalog.enums().forEach { add(of(it)) }
            catalog.sequences().forEach { add(of(it)) }
            catalog.tables().forEach { add(of(it)) }
            catalog.views().forEach { add(of(it)) }
            catalog.unread().forEach { add("unread $it") }
        }.joinToString("\n")

    fun of(table: Table): String =
        buildList {
            add("table ${table.name()}${comment(table.comment())}")
            table.columns().forEach { add("  column " + of(it)) }
            table.primaryKey().ifPresent { add("  primary key${named(it.name())} ${it.columns()}") }
            table.uniqueKeys().forEach { add("  unique${named(it.name())} ${it.columns()}") }
            table.foreignKeys().forEach { add("  " + of(it)) }
            table.checks().forEach { add("  " + of(it)) }
            table.indexes().forEach { add("  " + of(it)) }
        }.joinToString("\n")

    private fun of(column: Column) =
        words(
            column.name(),
            column.type(),
            if (column.nullable()) "null" else "not null",
            column.defaultValue().text("default "),
            if (column.identity() == Identity.NONE) "" else column.identity().name,
            column.generated().map { "generated (${it.expression()}) ${if (it.stored()) "stored" else "virtual"}" }.orElse(""),
            column.collation().text("collate "),
        ) + comment(column.comment())

    private fun of(key: ForeignKey) =
        words(
            "foreign key${named(key.name())} ${key.columns()} to ${key.table()} ${key.targetColumns()}",
            action("on delete ", key.onDelete()),
            action("on update ", key.onUpdate()),
            if (key.deferral() == ForeignKey.Deferral.NOT_DEFERRABLE) "" else key.deferral().name,
        )

    private fun action(
        event: String,
        action: ReferenceAction,
    ) = if (action == ReferenceAction.NO_ACTION) "" else event + action.sql()

    private fun of(check: Check) = "check${named(check.name())} (${check.expression()})"

    private fun of(index: Index) =
        words(
            if (index.unique()) "unique index" else "index",
            index.name(),
            index.method().text("using "),
            index.parts().map { of(it) }.toString(),
            if (index.include().isEmpty()) "" else "include ${index.include()}",
            index.predicate().text("where "),
        )

    private fun of(part: Index.Part) =
        words(
            if (part.isExpression) "(${part.text()})" else part.text(),
            part.qualifier(),
            if (part.descending()) "desc" else "",
        )

    private fun of(sequence: Sequence) =
        words(
            "sequence ${sequence.name()}",
            sequence.type().text("as "),
            "start ${sequence.start()} increment ${sequence.increment()}",
            sequence.minimum().text("minimum "),
            sequence.maximum().text("maximum "),
            "cache ${sequence.cache()}",
            if (sequence.cycles()) "cycle" else "",
        )

    private fun of(type: EnumType) = "enum ${type.name()} ${type.values()}"

    private fun of(view: View) =
        "${if (view.materialized()) "materialized view" else "view"} ${view.name()}\n" + view.definition().prependIndent("  ")

    private fun named(name: Optional<String>) = name.text(" ")

    private fun comment(text: Optional<String>) = text.text(" -- ")

    private fun Optional<*>.text(before: String) = map { before + it }.orElse("")

    private fun words(vararg words: String) = words.filter { it.isNotEmpty() }.joinToString(" ")
}
