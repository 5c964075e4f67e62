package dev.mdb.dsl.schema

import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ForeignKeyConstraint
import org.jetbrains.exposed.v1.core.ReferenceOption

/**
 * What Exposed has no word for. It is kept among the extra definitions of a column, which Exposed carries along when it copies the
 * column and writes behind the type: so a table that says such things is created right by Exposed itself, too.
 */
internal sealed interface ColumnDefinition

internal data class DefaultSql(val expression: String) : ColumnDefinition {
    override fun toString() = "DEFAULT $expression"
}

internal data class GeneratedAs(val expression: String, val stored: Boolean) : ColumnDefinition {
    override fun toString() = "GENERATED ALWAYS AS ($expression) ${if (stored) "STORED" else "VIRTUAL"}"
}

internal data class IdentityAs(val always: Boolean) : ColumnDefinition {
    override fun toString() = "GENERATED ${if (always) "ALWAYS" else "BY DEFAULT"} AS IDENTITY"
}

/** Exposed keeps these to itself. */
internal object ExposedColumn {
    private val extraDefinitions = Column::class.java.getMethod("getExtraDefinitions\$exposed_core")
    private val comment = Column::class.java.getMethod("getColumnComment\$exposed_core")

    fun extraDefinitions(column: Column<*>): List<Any> = (extraDefinitions.invoke(column) as List<*>).filterNotNull()

    fun comment(column: Column<*>): String? = comment.invoke(column) as String?
}

/** The actions that were asked for: Exposed adds those of the dialect where none were. */
internal object ExposedForeignKey {
    private val onDelete = field("onDelete")
    private val onUpdate = field("onUpdate")

    private fun field(name: String) = ForeignKeyConstraint::class.java.getDeclaredField(name).apply { isAccessible = true }

    fun onDelete(key: ForeignKeyConstraint): ReferenceOption? = onDelete.get(key) as ReferenceOption?

    fun onUpdate(key: ForeignKeyConstraint): ReferenceOption? = onUpdate.get(key) as ReferenceOption?
}
