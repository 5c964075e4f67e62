package dev.mdb.dsl.operation

import dev.mdb.dsl.schema.Names
import dev.mdb.dsl.schema.sequenceShapes
import dev.mdb.dsl.schema.shape
import dev.mdb.operation.Operation
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.schema.Ddl
import dev.mdb.schema.Dialect
import dev.mdb.schema.EnumType
import dev.mdb.schema.Index
import dev.mdb.schema.Sequence
import dev.mdb.schema.View
import org.jetbrains.exposed.v1.core.Table
import java.util.Optional
import java.util.function.Function
import org.jetbrains.exposed.v1.core.Sequence as ExposedSequence

/** An operation whose statements have no parameters. */
internal class DdlOperation(
    private val description: String,
    private val undo: (() -> Operation)?,
    private val texts: (Ddl, Dialect) -> List<String>,
) : SqlOperation {
    override fun describe(): String = description

    override fun render(dialect: Dialect): List<SqlStatement> = texts(Ddl.of(dialect), dialect).map(SqlStatement::of)

    override fun inverse(): Optional<Operation> = Optional.ofNullable(undo?.invoke())

    override fun toString(): String = description
}

/** The operations on whole things. Changes within a table are [AlterTable]. */
internal object SchemaOperations {
    fun createTable(table: Table): Operation =
        operation("create table ${table.tableName}", { dropTable(table, false) }) { ddl, dialect ->
            table.sequenceShapes(dialect).flatMap(ddl::createSequence) + ddl.createTable(table.shape(dialect))
        }

    fun dropTable(table: Table, ifExists: Boolean): Operation =
        operation("drop table ${table.tableName}", { createTable(table) }) { ddl, dialect ->
            listOf(ddl.dropTable(Names.unquoted(table.tableName), ifExists)) +
                table.sequenceShapes(dialect).reversed().map { ddl.dropSequence(it.name()) }
        }

    fun dropTable(name: String, ifExists: Boolean): Operation =
        one("drop table $name", null) { it.dropTable(Names.unquoted(name), ifExists) }

    fun renameTable(from: String, to: String): Operation =
        one("rename table $from to $to", { renameTable(to, from) }) { it.renameTable(Names.unquoted(from), Names.unquoted(to)) }

    fun createIndex(table: String, index: Index, ifNotExists: Boolean, concurrently: Boolean): Operation =
        operation("create index ${index.name()} on $table", { dropIndex(table, index, false, concurrently) }) { ddl, _ ->
            ddl.createIndex(Names.unquoted(table), index, ifNotExists, concurrently)
        }

    /** @param index without parts when only its name is known */
    fun dropIndex(table: String, index: Index, ifExists: Boolean, concurrently: Boolean): Operation {
        val undo = if (index.parts().isEmpty()) null else ({ createIndex(table, index, false, concurrently) })
        return one("drop index ${index.name()}", undo) { it.dropIndex(Names.unquoted(table), index.name(), ifExists, concurrently) }
    }

    fun renameIndex(table: String, from: String, to: String): Operation = RenameIndex(Names.unquoted(table), from, to)

    /** The indexes that new columns bring along; null for none. Which of them are constraints depends on the dialect. */
    fun createIndexes(columns: Table): Operation? =
        ofIndexes(columns)?.let { names ->
            operation("create $names", { dropIndexes(columns)!! }) { ddl, dialect ->
                columns.shape(dialect).run { indexes().flatMap { ddl.createIndex(name(), it, false, false) } }
            }
        }

    fun dropIndexes(columns: Table): Operation? =
        ofIndexes(columns)?.let { names ->
            operation("drop $names", { createIndexes(columns)!! }) { ddl, dialect ->
                columns.shape(dialect).run { indexes().reversed().map { ddl.dropIndex(name(), it.name(), false, false) } }
            }
        }

    private fun ofIndexes(columns: Table): String? {
        val count = Dialect.entries.maxOf { columns.shape(it).indexes().size }
        return if (count == 0) null else "the indexes of ${columns.columns.joinToString { it.name }} of ${columns.tableName}"
    }

    fun createSequence(sequence: ExposedSequence): Operation = createSequence(sequence.shape())

    fun createSequence(sequence: Sequence): Operation =
        operation(
            "create sequence ${sequence.name()}",
            { dropSequence(sequence.name(), sequence) },
        ) { ddl, _ -> ddl.createSequence(sequence) }

    fun alterSequence(sequence: Sequence, was: Sequence?): Operation =
        operation(
            "alter sequence ${sequence.name()}",
            was?.let { { alterSequence(it, sequence) } },
        ) { ddl, _ -> ddl.alterSequence(sequence) }

    fun dropSequence(sequence: ExposedSequence): Operation = sequence.shape().let { dropSequence(it.name(), it) }

    fun dropSequence(name: String, was: Sequence?): Operation =
        one("drop sequence $name", was?.let { { createSequence(it) } }) { it.dropSequence(name) }

    fun renameSequence(from: String, to: String): Operation =
        one("rename sequence $from to $to", { renameSequence(to, from) }) { it.renameSequence(from, to) }

    fun createEnum(type: EnumType): Operation = one("create enum ${type.name()}", { dropEnum(type) }) { it.createEnum(type) }

    /** @param type without values when only its name is known */
    fun dropEnum(type: EnumType): Operation {
        val undo = if (type.values().isEmpty()) null else ({ createEnum(type) })
        return one("drop enum ${type.name()}", undo) { it.dropEnum(type.name()) }
    }

    fun addEnumValue(type: String, value: String, before: String?): Operation =
        one("add value $value to enum $type", null) { it.addEnumValue(type, value, Optional.ofNullable(before)) }

    fun renameEnumValue(type: String, from: String, to: String): Operation =
        one("rename value $from of enum $type to $to", { renameEnumValue(type, to, from) }) { it.renameEnumValue(type, from, to) }

    fun createSchema(name: String): Operation = one("create schema $name", { dropSchema(name) }) { it.createSchema(name) }

    fun dropSchema(name: String): Operation = one("drop schema $name", { createSchema(name) }) { it.dropSchema(name) }

    /** @param was the view whose place it takes */
    fun createView(view: View, replace: Boolean, was: View?): Operation {
        val undo =
            when {
                was != null -> ({ createView(was, true, view) })
                replace -> null
                else -> ({ dropView(view.name(), view.materialized(), view) })
            }
        return operation("create ${kind(view.materialized())} ${view.name()}", undo) { ddl, _ -> ddl.createView(view, replace) }
    }

    fun dropView(name: String, materialized: Boolean, was: View?): Operation =
        one("drop ${kind(materialized)} $name", was?.let { { createView(it, false, null) } }) { it.dropView(name, materialized) }

    private fun kind(materialized: Boolean) = if (materialized) "materialized view" else "view"

    private fun one(description: String, undo: (() -> Operation)?, text: (Ddl) -> String): Operation =
        operation(description, undo) { ddl, _ -> listOf(text(ddl)) }

    private fun operation(description: String, undo: (() -> Operation)?, texts: (Ddl, Dialect) -> List<String>): Operation =
        DdlOperation(description, undo, texts)
}

/** SQLite has to know the index to rename it. */
internal class RenameIndex(private val table: String, private val from: String, private val to: String) : SqlOperation {
    override fun describe(): String = "rename index $from to $to"

    override fun render(dialect: Dialect): List<SqlStatement> = render(dialect) { Optional.empty() }

    override fun render(dialect: Dialect, current: Function<String, Optional<dev.mdb.schema.Table>>): List<SqlStatement> =
        Ddl.of(dialect).renameIndex(table, from, to, current).map(SqlStatement::of)

    override fun inverse(): Optional<Operation> = Optional.of(RenameIndex(table, to, from))
}
