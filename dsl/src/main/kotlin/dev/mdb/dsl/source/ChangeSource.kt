package dev.mdb.dsl.source

import dev.mdb.schema.Dialect
import dev.mdb.schema.Index
import dev.mdb.schema.Sequence
import dev.mdb.schema.diff.SchemaChange

/** One change of a schema as calls of the DSL. */
internal class ChangeSource(private val dialect: Dialect) {
    fun lines(change: SchemaChange): List<String> =
        when (change) {
            is SchemaChange.CreateTable -> TableSource(dialect).createTable(change.table).lines()
            is SchemaChange.DropTable -> call("dropTable", change.was.name())
            is SchemaChange.RenameTable -> call("renameTable", change.from, change.to)
            is SchemaChange.ChangeTable -> TableChangeSource(change.table, dialect).lines(change.changes)
            is SchemaChange.CreateIndex -> createIndex(change.table, change.index)
            is SchemaChange.DropIndex -> dropIndex(change.table, change.was)
            is SchemaChange.RenameIndex -> call("renameIndex", change.table, change.from, change.to)
            is SchemaChange.CreateSequence -> sequence("createSequence", change.sequence)
            is SchemaChange.DropSequence -> call("dropSequence", change.was.name())
            is SchemaChange.AlterSequence -> sequence("alterSequence", change.sequence)
            is SchemaChange.CreateEnum -> call("createEnum", change.type.name(), *change.type.values().toTypedArray())
            is SchemaChange.DropEnum -> call("dropEnum", change.was.name(), *change.was.values().toTypedArray())
            is SchemaChange.AddEnumValue -> addEnumValue(change)
        }

    private fun call(function: String, vararg texts: String) = SourceLines.call(function, *KotlinSource.literals(texts.asList()))

    private fun addEnumValue(change: SchemaChange.AddEnumValue) =
        SourceLines.call(
            "addEnumValue",
            KotlinSource.literal(change.type),
            KotlinSource.literal(change.value),
            KotlinSource.text("before", change.before.orElse(null)),
        )

    private fun sequence(function: String, sequence: Sequence) =
        SourceLines.call(
            function,
            KotlinSource.literal(sequence.name()),
            KotlinSource.text("type", sequence.type().orElse(null)),
            number("start", sequence.start()),
            number("increment", sequence.increment()),
            KotlinSource.named("minimum", sequence.minimum().orElse(null)?.let(::long)),
            KotlinSource.named("maximum", sequence.maximum().orElse(null)?.let(::long)),
            number("cache", sequence.cache()),
            KotlinSource.named("cycles", "true".takeIf { sequence.cycles() }),
        )

    private fun number(name: String, value: Long) = KotlinSource.named(name, "$value".takeIf { value != 1L })

    /** The smallest number is no literal of Kotlin. */
    private fun long(value: Long) = if (value == Long.MIN_VALUE) "Long.MIN_VALUE" else "$value"

    private fun createIndex(table: String, index: Index): List<String> {
        val name = KotlinSource.literal(table)
        val options = IndexSource.options(table, index)
        if (IndexSource.isPlain(index)) return SourceLines.call("createIndex", name, *IndexSource.columns(index), *options)
        return listOf(KotlinSource.call("createIndex", name, *options) + " {") + IndexSource.parts(index) + "}"
    }

    private fun dropIndex(table: String, index: Index): List<String> {
        val isUsual = IndexSource.isPlain(index) && index.name() == IndexSource.usualName(table, index)
        if (!isUsual) return SourceLines.call("dropIndex", KotlinSource.literal(table), KotlinSource.text("name", index.name()))
        val unique = KotlinSource.named("unique", "true".takeIf { index.unique() })
        return SourceLines.call("dropIndex", KotlinSource.literal(table), *IndexSource.columns(index), unique)
    }
}
