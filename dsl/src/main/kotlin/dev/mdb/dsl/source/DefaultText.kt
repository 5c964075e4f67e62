package dev.mdb.dsl.source

import dev.mdb.dsl.ModelTable
import dev.mdb.dsl.schema.shape
import dev.mdb.schema.Dialect
import org.jetbrains.exposed.v1.core.Column

/** A default as a person would write it: `default(3)` where that gives the same SQL, else `defaultSql("now()")`. */
internal class DefaultText(private val dialect: Dialect) {
    fun source(expression: String, builder: TypeBuilder?): String =
        builder?.let { value(expression, it) } ?: KotlinSource.call("defaultSql", KotlinSource.literal(expression))

    private fun value(expression: String, builder: TypeBuilder): String? {
        val plain = withoutCast(expression, builder)
        val (value, source) = parsed(plain, builder) ?: return null
        return "default($source)".takeIf { sql(value, builder) == plain }
    }

    /** PostgreSQL shows a literal with the type of the column behind it, and a negative number as such a literal. */
    private fun withoutCast(expression: String, builder: TypeBuilder): String {
        if (dialect != Dialect.POSTGRESQL) return expression
        val (literal, type) = CAST.matchEntire(expression)?.destructured ?: return expression
        val own = TypeWords(dialect).canonical(type(builder))
        val shown = if (type == "bpchar") "character" else type
        if (TypeWords(dialect).canonical(shown).substringBefore('(') != own.substringBefore('(')) return expression
        return if (builder.isText) literal else literal.trim('\'')
    }

    private fun parsed(text: String, builder: TypeBuilder): Pair<Any, String>? =
        when (builder.values) {
            "Byte" -> text.toByteOrNull()?.let { it to "$it" }
            "Short" -> text.toShortOrNull()?.let { it to "$it" }
            "Int" -> text.toIntOrNull()?.let { it to "$it" }
            "Long" -> text.toLongOrNull()?.let { it to "$it" }
            "Boolean" -> truth(text)?.let { it to "$it" }
            "String" -> string(text)?.let { it to KotlinSource.literal(it) }
            else -> null
        }

    private fun truth(text: String): Boolean? =
        when (text.lowercase()) {
            "true", "1" -> true
            "false", "0" -> false
            else -> null
        }

    /** A backslash means something in some literals of some engines. */
    private fun string(literal: String): String? =
        literal.takeIf { PLAIN.matches(it) }?.run { substring(1, length - 1).replace("''", "'") }

    private fun type(builder: TypeBuilder) = probe(builder) {}.type()

    private fun sql(value: Any, builder: TypeBuilder): String? =
        probe(builder) {
            @Suppress("UNCHECKED_CAST")
            (it as Column<Any>).default(value)
        }.defaultValue().orElse(null)?.let { if (builder.values == "Boolean") truth(it)?.let { same -> shown(same) } else it }

    /** Which of the words for a truth an engine shows is its own matter. */
    private fun shown(truth: Boolean) =
        if (dialect == Dialect.POSTGRESQL) {
            "$truth"
        } else if (truth) {
            "1"
        } else {
            "0"
        }

    private fun probe(builder: TypeBuilder, change: ModelTable.(Column<*>) -> Unit): dev.mdb.schema.Column =
        ModelTable("t")
            .apply { change(builder.build(this)) }
            .shape(dialect)
            .columns()
            .single()

    private companion object {
        val CAST = Regex("('(?:[^']|'')*')::([a-z ]+)")
        val PLAIN = Regex("'(?:[^'\\\\\\p{Cntrl}]|'')*'")
    }
}
