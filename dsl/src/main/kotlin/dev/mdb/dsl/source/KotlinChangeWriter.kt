package dev.mdb.dsl.source

import dev.mdb.project.author.ChangeWriter
import dev.mdb.schema.Dialect
import dev.mdb.schema.diff.SchemaChange

/** Writes changes as calls of the DSL. */
public class KotlinChangeWriter : ChangeWriter {
    override fun upgrade(changes: List<SchemaChange>, dialect: Dialect): String = text(changes.map { ChangeSource(dialect).lines(it) })

    override fun downgrade(changes: List<SchemaChange>, dialect: Dialect): String =
        text(
            changes.reversed().map { change ->
                change.inverse().map { ChangeSource(dialect).lines(it) }.orElseGet { listOf(stays(change)) }
            },
        )

    private fun stays(change: SchemaChange): String =
        when (change) {
            is SchemaChange.AddEnumValue -> "// PostgreSQL takes no value from an enum type: ${comment(
                change.value,
            )} of ${comment(change.type)} stays."
            else -> "// Nothing takes this back: ${comment(change.toString())}"
        }

    private fun comment(text: String) = text.replace(Regex("\\s+"), " ")

    private fun text(calls: List<List<String>>) = calls.flatten().joinToString("\n")
}
