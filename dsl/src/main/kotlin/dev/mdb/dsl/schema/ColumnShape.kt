package dev.mdb.dsl.schema

import dev.mdb.dsl.operation.Rendering
import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.schema.Dialect
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.Sequence
import org.jetbrains.exposed.v1.core.AutoIncColumnType
import org.jetbrains.exposed.v1.core.ByteColumnType
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.EntityIDColumnType
import org.jetbrains.exposed.v1.core.IColumnType
import org.jetbrains.exposed.v1.core.ShortColumnType
import org.jetbrains.exposed.v1.core.UByteColumnType
import org.jetbrains.exposed.v1.core.UShortColumnType
import org.jetbrains.exposed.v1.core.vendors.currentDialect
import java.util.Optional

/** Reads one column of Exposed. */
internal class ColumnShape(private val column: Column<*>, private val dialect: Dialect) {
    private val definitions = ExposedColumn.extraDefinitions(column)
    private val written = definitions.filterNot { it is ColumnDefinition }.joinToString(" ")
    private val generated = definition<GeneratedAs>() ?: generatedInWords()

    fun shape(): dev.mdb.schema.Column =
        Rendering.inDialect(dialect) {
            val identity = identity()
            val (type, collation) = typeAndCollation(identity)
            dev.mdb.schema.Column(
                Names.unquoted(column.name),
                type,
                column.columnType.nullable,
                Optional.ofNullable(default()),
                identity,
                Optional.ofNullable(generated?.let { Generated(it.expression, it.stored) }),
                Optional.ofNullable(collation),
                Optional.ofNullable(ExposedColumn.comment(column) ?: commentInWords()),
            )
        }

    /** The sequence that the column names, if it does. */
    fun sequence(): Sequence? =
        Rendering.inDialect(dialect) {
            (base(column.columnType) as? AutoIncColumnType<*>)?.takeUnless(::numbersItself)?.sequence?.shape()
        }

    private fun identity(): Identity {
        val asked = definition<IdentityAs>()
        return when {
            asked != null && dialect == Dialect.POSTGRESQL -> if (asked.always) Identity.ALWAYS else Identity.BY_DEFAULT
            asked != null -> Identity.AUTO_INCREMENT
            else -> autoIncrement()
        }
    }

    /** A column that names a sequence has a plain type, and the client takes values from the sequence. */
    private fun autoIncrement(): Identity {
        val type = base(column.columnType) as? AutoIncColumnType<*> ?: return Identity.NONE
        return if (numbersItself(type)) Identity.AUTO_INCREMENT else Identity.NONE
    }

    /** Of the smaller numbers Exposed has no word for one that counts; the engines have. */
    private fun numbersItself(type: AutoIncColumnType<*>): Boolean =
        when (base(type.delegate)) {
            is ByteColumnType, is UByteColumnType, is ShortColumnType, is UShortColumnType -> type.sequence == null
            else -> counting(type) != type.delegate.sqlType()
        }

    private fun counting(type: AutoIncColumnType<*>): String =
        try {
            type.sqlType()
        } catch (unknown: IllegalStateException) {
            throw MdbException(cannotCount(type.delegate.sqlType()), unknown)
        }

    private fun cannotCount(type: String): Problem {
        val place = Names.unquoted(column.table.tableName) + "." + Names.unquoted(column.name)
        return Problem
            .of(Category.GRAPH, "cannot-count", "column $place: autoIncrement() does not go with the type $type")
            .help(
                "number the rows in a whole number: long(\"${Names.unquoted(column.name)}\").autoIncrement(); or give a defaultSql(\"…\")",
            )
    }

    /** Whatever else Exposed's `withDefinition` was given stays behind the type. */
    private fun typeAndCollation(identity: Identity): Pair<String, String?> {
        val type = base(column.columnType).let { if (it is AutoIncColumnType<*>) it.delegate.sqlType() else it.sqlType() }
        // SQLite numbers the rows of no other type.
        val text = if (identity != Identity.NONE && dialect == Dialect.SQLITE) "INTEGER" else type
        val rest = written.takeUnless { it.isEmpty() || generatedInWords() != null || commentInWords() != null }
        val plain = text.substringBefore(COLLATE) + rest?.let { " $it" }.orEmpty()
        return plain to text.substringAfter(COLLATE, "").trim('"', '`').ifEmpty { null }
    }

    private fun base(type: IColumnType<*>): IColumnType<*> = if (type is EntityIDColumnType<*>) base(type.idColumn.columnType) else type

    private fun default(): String? =
        definition<DefaultSql>()?.expression
            ?: column.defaultValueInDb()?.let { currentDialect.dataTypeProvider.processForDefaultValue(it) }

    private inline fun <reified D : ColumnDefinition> definition(): D? = definitions.filterIsInstance<D>().lastOrNull()

    private fun generatedInWords(): GeneratedAs? =
        GENERATED.matchEntire(written)?.let { GeneratedAs(it.groupValues[1], it.groupValues[2].equals("STORED", ignoreCase = true)) }

    private fun commentInWords(): String? = COMMENT.matchEntire(written)?.let { it.groupValues[1].replace("''", "'") }

    private companion object {
        const val COLLATE = " COLLATE "

        /** How Exposed's own documentation writes these two with `withDefinition`. */
        val GENERATED = Regex("GENERATED\\s+ALWAYS\\s+AS\\s*\\((.*)\\)\\s*(STORED|VIRTUAL)", RegexOption.IGNORE_CASE)
        val COMMENT = Regex("COMMENT\\s+'((?:[^']|'')*)'", RegexOption.IGNORE_CASE)
    }
}
