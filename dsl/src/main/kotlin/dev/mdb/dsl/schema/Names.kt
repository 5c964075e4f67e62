package dev.mdb.dsl.schema

import java.util.Optional

/** Names that nobody gave; those that Exposed would give, so that its tables and these functions mean the same. */
internal object Names {
    /** What PostgreSQL keeps of a name; MySQL takes one letter more. */
    private const val LONGEST = 63

    fun index(table: String, parts: List<String>, unique: Boolean): String =
        cut("${bare(table)}_${parts.joinToString("_")}${if (unique) "_unique" else ""}")

    fun foreignKey(table: String, columns: List<String>, targets: List<String>): String =
        cut("fk_${bare(table)}_${columns.joinToString("_")}__${targets.joinToString("_")}")

    /** For the name of an index: `lower(name)` gives `lower`. */
    fun ofExpression(expression: String): String = expression.substringBefore('(').filter { it.isLetterOrDigit() || it == '_' }.lowercase()

    /** Without the quotes that a table or column of Exposed may carry in its name. */
    fun unquoted(identifier: String): String = identifier.split('.').joinToString(".") { it.trim('"', '`') }

    /** An empty name leaves the naming to the engine. */
    fun given(name: String): Optional<String> = Optional.of(name).filter { it.isNotEmpty() }

    private fun bare(table: String) = unquoted(table).substringAfterLast('.')

    private fun cut(name: String) = name.take(LONGEST)
}
