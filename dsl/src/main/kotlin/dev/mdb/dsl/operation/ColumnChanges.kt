package dev.mdb.dsl.operation

import dev.mdb.dsl.schema.Names
import dev.mdb.dsl.schema.shape
import dev.mdb.schema.ColumnPatch
import dev.mdb.schema.Dialect
import dev.mdb.schema.TableChange
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.Table
import java.util.Optional
import dev.mdb.schema.Table as TableValue

/** Changes of columns and of comments. */
internal object ColumnChanges {
    /** @param added holds only the new columns, with their keys and checks; indexes are no change of the table */
    fun add(added: Table): Change =
        Change("add ${names(added)} to ${added.tableName}", "drop ${names(added)} from ${added.tableName}", true) { parts(added, it) }

    fun drop(dropped: Table): Change = add(dropped).inverse()

    private fun parts(columns: Table, dialect: Dialect): List<TableChange> {
        val shape = columns.shape(dialect)
        return shape.columns().map { TableChange.AddColumn(it) } +
            listOfNotNull(shape.primaryKey().map { TableChange.AddPrimaryKey(it) }.orElse(null)) +
            shape.uniqueKeys().map { TableChange.AddUnique(it) } +
            shape.foreignKeys().map { TableChange.AddForeignKey(it) } +
            shape.checks().map { TableChange.AddCheck(it) }
    }

    fun drop(table: String, column: String): Change = Change("drop $column from $table", TableChange.DropColumn(column, Optional.empty()))

    fun drop(table: String, column: Column<*>): Change =
        Change("drop ${column.name} from $table", "add ${column.name} to $table", true) { dialect ->
            val shape = column.table.shape(dialect).column(Names.unquoted(column.name))
            listOf(TableChange.DropColumn(Names.unquoted(column.name), shape))
        }

    fun rename(table: String, from: String, to: String): Change =
        Change("rename column $table.$from to $to", TableChange.RenameColumn(Names.unquoted(from), to), "rename column $table.$to to $from")

    /** @param to holds the columns as they are to be, [was] as they were */
    fun alter(to: Table, was: Table?, using: String?, undoUsing: String?): Change {
        require(using == null || to.columns.size == 1) { "using is about one column: alter the others in a block of their own" }
        require(was == null || was.columns.map { it.name } == to.columns.map { it.name }) { "was names the columns that change" }
        val description = "alter ${names(to)} of ${to.tableName}"
        return Change(description, "take back: $description", was != null) { dialect ->
            val before = was?.let { onlyColumns(it, dialect) }
            onlyColumns(to, dialect).columns().map { column ->
                val back = before?.column(column.name())?.orElseThrow()?.let { patch(it, undoUsing) }
                TableChange.AlterColumn(column.name(), patch(column, using), Optional.ofNullable(back))
            }
        }
    }

    fun alter(table: String, column: String, patch: ColumnPatch, back: ColumnPatch?): Change =
        Change("alter $column of $table", TableChange.AlterColumn(Names.unquoted(column), patch, Optional.ofNullable(back)))

    /** An empty comment is none; a null [was] is not known. */
    fun comment(table: String, column: String, text: String?, was: String?): Change =
        Change(
            "comment on $table.$column",
            TableChange.AlterColumn(Names.unquoted(column), comment(text), Optional.ofNullable(was?.let(::comment))),
        )

    fun tableComment(table: String, text: String?, was: String?): Change =
        Change("comment on $table", TableChange.SetTableComment(given(text), Optional.ofNullable(was?.let(::given))))

    private fun comment(text: String?): ColumnPatch {
        val stays = Optional.empty<Optional<String>>()
        val none = Optional.empty<String>()
        return ColumnPatch(none, none, Optional.empty(), stays, Optional.empty(), Optional.empty(), stays, Optional.of(given(text)))
    }

    private fun given(text: String?): Optional<String> = Optional.ofNullable(text?.ifEmpty { null })

    private fun patch(column: dev.mdb.schema.Column, using: String?): ColumnPatch =
        ColumnPatch.to(column).let { if (using == null) it else it.using(using) }

    private fun onlyColumns(table: Table, dialect: Dialect): TableValue {
        val shape = table.shape(dialect)
        val keys = shape.uniqueKeys() + shape.foreignKeys() + shape.checks() + shape.indexes() + shape.primaryKey().stream().toList()
        require(
            keys.isEmpty(),
        ) { "alterColumn changes columns only: use uniqueKey, foreignKey, check, primaryKey or createIndex for the rest" }
        return shape
    }

    private fun names(table: Table) = table.columns.joinToString { it.name }
}
