package dev.mdb.dsl

import dev.mdb.dsl.schema.Names
import dev.mdb.schema.Index
import org.jetbrains.exposed.v1.core.Column
import java.util.Optional

/** What an index is of, in order: `column("a"); column("b", descending = true); expression("lower(name)")`. */
@MigrationDsl
public class IndexBuilder internal constructor() {
    private val parts = ArrayList<Index.Part>()

    /** @param qualifier what the engine wants behind it: `text_pattern_ops`, `NULLS LAST`, MySQL's prefix length `(10)` */
    public fun column(name: String, descending: Boolean = false, qualifier: String = "") {
        parts += Index.Part(name, false, descending, qualifier)
    }

    public fun column(column: Column<*>, descending: Boolean = false, qualifier: String = "") {
        column(Names.unquoted(column.name), descending, qualifier)
    }

    /** @param sql without brackets around it */
    public fun expression(sql: String, descending: Boolean = false, qualifier: String = "") {
        parts += Index.Part(sql, true, descending, qualifier)
    }

    internal fun build(): List<Index.Part> {
        require(parts.isNotEmpty()) { "an index has at least one column or expression" }
        return parts.toList()
    }
}

/** An index whose name may be left to its table and parts. */
internal class IndexDefinition(
    private val name: String?,
    private val unique: Boolean,
    private val parts: List<Index.Part>,
    private val using: String?,
    private val where: String?,
    private val include: List<String>,
) {
    fun of(table: String): Index =
        Index(name ?: defaultName(table), unique, parts, Optional.ofNullable(using), Optional.ofNullable(where), include)

    private fun defaultName(table: String) =
        Names.index(table, parts.map { if (it.isExpression) Names.ofExpression(it.text) else it.text }, unique)
}
