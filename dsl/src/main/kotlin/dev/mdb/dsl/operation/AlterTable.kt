package dev.mdb.dsl.operation

import dev.mdb.operation.Operation
import dev.mdb.operation.SqlStatement
import dev.mdb.operation.TableOperation
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import dev.mdb.schema.TableChange
import java.util.Optional

/**
 * What one call of a script changes in a table. The texts of types and defaults depend on the dialect, and so do the changes.
 *
 * @property description for people, [back] what takes it back is called
 */
internal class Change(
    val description: String,
    private val back: String,
    val isReversible: Boolean,
    private val changes: (Dialect) -> List<TableChange>,
) {
    constructor(description: String, change: TableChange, back: String = "take back: $description") :
        this(description, back, change.inverse().isPresent, { listOf(change) })

    fun of(dialect: Dialect): List<TableChange> = changes(dialect)

    /** A key whose name the engine chose has no inverse: it goes with its columns. */
    fun inverse(): Change =
        Change(back, description, true) { dialect -> changes(dialect).reversed().mapNotNull { it.inverse().orElse(null) } }
}

internal class AlterTable(private val table: String, private val changes: List<Change>) : TableOperation {
    override fun table(): String = table

    override fun changes(dialect: Dialect): List<TableChange> = changes.flatMap { it.of(dialect) }

    override fun describe(): String = changes.joinToString("; ") { it.description }

    override fun render(dialect: Dialect): List<SqlStatement> =
        Ddl.of(dialect).alter(table, changes(dialect)) { Optional.empty() }.map(SqlStatement::of)

    override fun inverse(): Optional<Operation> =
        if (changes.all { it.isReversible }) Optional.of(AlterTable(table, changes.reversed().map { it.inverse() })) else Optional.empty()

    override fun toString(): String = describe()
}
