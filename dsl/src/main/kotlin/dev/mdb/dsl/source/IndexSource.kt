package dev.mdb.dsl.source

import dev.mdb.dsl.schema.Names
import dev.mdb.schema.Index

/** What an index is written with, inside a table and outside. */
internal object IndexSource {
    /** No part of it is more than the name of a column. */
    fun isPlain(index: Index): Boolean = index.parts().all { it == Index.Part.column(it.text()) }

    fun usualName(table: String, index: Index): String =
        Names.index(table, index.parts().map { if (it.isExpression) Names.ofExpression(it.text()) else it.text() }, index.unique())

    fun options(table: String, index: Index): Array<String?> =
        arrayOf(
            KotlinSource.named("unique", "true".takeIf { index.unique() }),
            KotlinSource.text("name", index.name().takeIf { it != usualName(table, index) }),
            KotlinSource.text("where", index.predicate().orElse(null)),
            KotlinSource.text("using", index.method().orElse(null)),
            KotlinSource.named("include", index.include().takeIf { it.isNotEmpty() }?.let(KotlinSource::list)),
        )

    fun columns(index: Index): Array<String> = KotlinSource.literals(index.parts().map { it.text() })

    /** The lines between the braces. */
    fun parts(index: Index): List<String> = index.parts().map { "    " + part(it) }

    private fun part(part: Index.Part) =
        KotlinSource.call(
            if (part.isExpression) "expression" else "column",
            KotlinSource.literal(part.text()),
            KotlinSource.named("descending", "true".takeIf { part.descending() }),
            KotlinSource.text("qualifier", part.qualifier().ifEmpty { null }),
        )
}
