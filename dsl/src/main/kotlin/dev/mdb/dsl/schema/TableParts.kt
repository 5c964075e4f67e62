package dev.mdb.dsl.schema

import dev.mdb.schema.ForeignKey
import dev.mdb.schema.ReferenceAction
import org.jetbrains.exposed.v1.core.ReferenceOption
import java.util.Optional

/** A key that is not of Exposed. */
internal fun foreignKey(
    table: String,
    columns: List<String>,
    references: String,
    targets: List<String>,
    onDelete: ReferenceOption?,
    onUpdate: ReferenceOption?,
    deferrable: ForeignKey.Deferral,
    name: String?,
): ForeignKey {
    require(columns.isNotEmpty() && columns.size == targets.size) {
        "a foreign key refers to as many columns as it has: ${columns.joinToString()} → $references (${targets.joinToString()})"
    }
    return ForeignKey(
        Names.given(name ?: Names.foreignKey(table, columns, targets)),
        columns,
        references,
        targets,
        action(onDelete),
        action(onUpdate),
        deferrable,
    )
}

/** What nobody asked for is NO ACTION everywhere, whatever Exposed takes for the usual thing of a dialect. */
internal fun action(option: ReferenceOption?): ReferenceAction =
    option?.let { ReferenceAction.valueOf(it.name) } ?: ReferenceAction.NO_ACTION
