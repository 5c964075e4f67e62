package dev.mdb.dsl

import dev.mdb.schema.ColumnPatch
import java.util.Optional

/**
 * A part of a column's definition: what it is to be, or what it was. What is not named is left alone.
 *
 * @param type in the engine's words
 * @param default an SQL expression
 * @param using the expression that makes the value, on PostgreSQL and SQLite
 */
public class ColumnPart(
    private val type: String? = null,
    private val nullable: Boolean? = null,
    private val default: String? = null,
    private val dropDefault: Boolean = false,
    private val comment: String? = null,
    private val dropComment: Boolean = false,
    private val using: String? = null,
) {
    init {
        require(default == null || !dropDefault) { "a default is set or dropped, not both" }
        require(comment == null || !dropComment) { "a comment is set or dropped, not both" }
        val parts = listOf(type, nullable, default, comment)
        require(parts.any { it != null } || dropDefault || dropComment) { "alterColumn names at least one part that changes" }
    }

    internal fun patch(): ColumnPatch =
        ColumnPatch(
            Optional.ofNullable(type),
            Optional.ofNullable(using),
            Optional.ofNullable(nullable),
            part(default, dropDefault),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            part(comment, dropComment),
        )

    private fun part(value: String?, drop: Boolean): Optional<Optional<String>> =
        if (value == null && !drop) Optional.empty() else Optional.of(Optional.ofNullable(value))
}
