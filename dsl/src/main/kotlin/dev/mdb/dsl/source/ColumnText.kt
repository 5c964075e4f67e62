package dev.mdb.dsl.source

import dev.mdb.dsl.ModelTable
import dev.mdb.dsl.schema.shape
import dev.mdb.schema.Column
import dev.mdb.schema.Dialect
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity

/**
 * A column as a call of Exposed's builders: `varchar("name", 200).nullable().default("x")`. A type that no builder gives is written in
 * the engine's words. Compiled and turned into a value again, it is what the engine shows as this column.
 *
 * A builder is not trusted: it is tried, and taken when it gives just this type and nothing beside it.
 */
internal class ColumnText(private val dialect: Dialect) {
    private val words = TypeWords(dialect)
    private val defaults = DefaultText(dialect)
    private val exact = HashMap<String, Boolean>()

    /**
     * @param reference a call that belongs right behind the builder, as `references(Book.id)`
     * @return the calls, each but the first beginning with a dot
     */
    fun calls(column: Column, reference: String? = null): List<String> =
        type(column) +
            listOfNotNull(
                reference,
                identity(column),
                "nullable()".takeIf { column.nullable() },
                column.defaultValue().map { defaults.source(it, fitting(column)) }.orElse(null),
                column.generated().map(::generated).orElse(null),
                column.comment().map { KotlinSource.call("comment", KotlinSource.literal(it)) }.orElse(null),
            ).map { ".$it" }

    fun builder(column: Column): String = calls(column).joinToString("")

    /** The Kotlin type of the column's values, without nullability. */
    fun values(column: Column): String = TypeBuilder.of(column.type(), dialect)?.values ?: "String"

    private fun type(column: Column): List<String> {
        val collation = column.collation().orElse(null)
        val builder = TypeBuilder.of(column.type(), dialect)
        if (builder == null || collation != null && !builder.isText) return listOf(raw(column.name(), column.type(), collation))
        if (isExact(column, builder)) return listOf(builder.source(column.name(), collation))
        return listOf(
            builder.source(column.name()),
            "." + KotlinSource.call("sqlType", KotlinSource.literal(words(column.type(), collation))),
        )
    }

    private fun raw(name: String, type: String, collation: String?) =
        KotlinSource.call("sqlType", KotlinSource.literal(name), KotlinSource.literal(words(type, collation)))

    private fun words(type: String, collation: String?) = type + collation?.let { " COLLATE $it" }.orEmpty()

    private fun fitting(column: Column) = TypeBuilder.of(column.type(), dialect)?.takeIf { column.collation().isEmpty || it.isText }

    private fun isExact(column: Column, builder: TypeBuilder): Boolean =
        exact.getOrPut(column.type() + column.identity()) {
            val table = ModelTable("t").apply { builder.build(this) }.shape(dialect)
            val type = table.columns().single().type()
            val numbered = if (isNumbered(column) && dialect == Dialect.SQLITE) "INTEGER" else type
            table.checks().isEmpty() && words.canonical(numbered) == words.canonical(column.type())
        }

    private fun isNumbered(column: Column) = column.identity() != Identity.NONE

    private fun identity(column: Column): String? =
        when (column.identity()!!) {
            Identity.NONE -> null
            Identity.AUTO_INCREMENT -> if (incrementsItself(column)) "autoIncrement()" else "identity()"
            Identity.BY_DEFAULT -> "identity()"
            Identity.ALWAYS -> "identity(always = true)"
        }

    /** Said of whole numbers, and only as Exposed writes them itself. */
    private fun incrementsItself(column: Column) =
        values(column) in WHOLE_NUMBERS && isExact(column, checkNotNull(TypeBuilder.of(column.type(), dialect)))

    private fun generated(from: Generated) =
        KotlinSource.call("generated", KotlinSource.literal(from.expression()), "stored = false".takeUnless { from.stored() })

    private companion object {
        val WHOLE_NUMBERS = setOf("Byte", "UByte", "Short", "UShort", "Int", "UInt", "Long", "ULong")
    }
}
