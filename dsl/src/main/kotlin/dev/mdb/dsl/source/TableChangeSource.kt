package dev.mdb.dsl.source

import dev.mdb.dsl.schema.Names
import dev.mdb.schema.Column
import dev.mdb.schema.ColumnPatch
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.TableChange
import dev.mdb.schema.UniqueKey
import java.util.Optional

/** Changes of one table: a call of its own when there is one, else an `alterTable { }` for all of them. */
internal class TableChangeSource(private val table: String, private val dialect: Dialect) {
    private val columns = ColumnText(dialect)
    private val tables = TableSource(dialect)

    fun lines(changes: List<TableChange>): List<String> {
        val calls = calls(changes)
        if (calls.size == 1) return calls.single().alone(KotlinSource.literal(table))
        return listOf(KotlinSource.call("alterTable", KotlinSource.literal(table)) + " {") +
            calls.flatMap { it.inBlock() }.map { "    $it" } + "}"
    }

    /** A function that stands by itself with the name of its table, or inside of `alterTable`. */
    private class Call(
        private val function: String,
        private vararg val arguments: String?,
        private val block: List<String> = emptyList(),
        private val alone: String = function,
    ) {
        fun alone(table: String) = lines(alone, arrayOf(table, *arguments))

        fun inBlock() = lines(function, arguments)

        private fun lines(name: String, arguments: Array<out String?>): List<String> {
            if (block.isEmpty()) return SourceLines.call(name, *arguments)
            val start = if (arguments.all { it == null }) name else KotlinSource.call(name, *arguments)
            val single = "$start { ${block.first()} }"
            if (block.size == 1 && single.length <= LONGEST) return listOf(single)
            return listOf("$start {") + block.map { "    $it" } + "}"
        }
    }

    private fun calls(changes: List<TableChange>): List<Call> {
        val calls = ArrayList<Call>()
        var rest = changes
        while (rest.isNotEmpty()) {
            val added = rest.takeWhile { it is TableChange.AddColumn }.map { (it as TableChange.AddColumn).column }
            val dropped = rest.takeWhile { it is TableChange.DropColumn }.map { (it as TableChange.DropColumn).name }
            calls +=
                when {
                    added.isNotEmpty() -> Call("addColumn", block = added.flatMap(::column))
                    dropped.isNotEmpty() -> Call("dropColumn", *KotlinSource.literals(dropped))
                    else -> call(rest.first())
                }
            rest = rest.drop(maxOf(1, added.size, dropped.size))
        }
        return calls
    }

    private fun column(column: Column) = SourceLines.chain("", columns.calls(column))

    private fun call(change: TableChange): Call =
        when (change) {
            is TableChange.AddColumn -> Call("addColumn", block = column(change.column))
            is TableChange.DropColumn -> Call("dropColumn", KotlinSource.literal(change.name))
            is TableChange.RenameColumn -> Call("renameColumn", *KotlinSource.literals(listOf(change.from, change.to)))
            is TableChange.AlterColumn -> alter(change.name, change.patch)
            is TableChange.RenameConstraint -> Call("renameConstraint", *KotlinSource.literals(listOf(change.from, change.to)))
            is TableChange.SetTableComment -> comment(change)
            else -> key(change)
        }

    /** The comparison says all of a column. */
    private fun alter(name: String, patch: ColumnPatch): Call {
        val column = patch.applyTo(Column.of(name, "", true))
        return Call("alterColumn", KotlinSource.text("using", patch.using().orElse(null)), block = column(column))
    }

    private fun comment(change: TableChange.SetTableComment) =
        Call("comment", change.comment.map(KotlinSource::literal).orElse("null"), alone = "commentOnTable")

    private fun key(change: TableChange): Call =
        when (change) {
            is TableChange.AddPrimaryKey -> Call("primaryKey", *KotlinSource.literals(change.key.columns()), keyName(change.key.name()))
            is TableChange.DropPrimaryKey -> Call("dropPrimaryKey", keyName(change.name))
            is TableChange.AddUnique -> Call("uniqueKey", *KotlinSource.literals(change.key.columns()), name(change.key))
            is TableChange.DropUnique -> dropUnique(change)
            is TableChange.AddForeignKey -> foreignKey("foreignKey", change.key)
            is TableChange.DropForeignKey -> dropForeignKey(change)
            is TableChange.AddCheck -> check("check", change.check.name().orElse(""), change.check.expression())
            is TableChange.DropCheck ->
                check(
                    "dropCheck",
                    change.name,
                    change.was
                        .map {
                            it.expression()
                        }.orElse(null)
                        .takeIf { change.name.isEmpty() },
                )
            else -> throw IllegalArgumentException("no key: $change")
        }

    private fun check(function: String, name: String, condition: String?) =
        Call(function, KotlinSource.literal(name), condition?.let(KotlinSource::literal))

    private fun keyName(name: Optional<String>) =
        KotlinSource.text("name", name.filter { it != "${table.substringAfterLast('.')}_pkey" && it != "PRIMARY" }.orElse(null))

    private fun name(key: UniqueKey) = named(key.name(), Names.index(table, key.columns(), true))

    private fun named(name: Optional<String>, usual: String) = KotlinSource.text("name", name.filter { it != usual }.orElse(null))

    /** One without a name is found by its columns. */
    private fun dropUnique(change: TableChange.DropUnique): Call {
        val columns = change.was.map { it.columns() }.orElse(emptyList())
        val isUsual = change.name.isEmpty() || change.name == Names.index(table, columns, true)
        return if (isUsual) {
            Call(
                "dropUniqueKey",
                *KotlinSource.literals(columns),
            )
        } else {
            Call("dropUniqueKey", KotlinSource.text("name", change.name))
        }
    }

    private fun dropForeignKey(change: TableChange.DropForeignKey): Call {
        if (change.name.isEmpty()) return foreignKey("dropForeignKey", change.was.orElseThrow())
        val key = change.was.filter { change.name == Names.foreignKey(table, it.columns(), it.targetColumns()) }.orElse(null)
        if (key == null) return Call("dropForeignKey", KotlinSource.text("name", change.name))
        return Call("dropForeignKey", *KotlinSource.literals(key.columns()), targets(key))
    }

    private fun foreignKey(function: String, key: ForeignKey) =
        Call(
            function,
            *KotlinSource.literals(key.columns()),
            KotlinSource.text("references", key.table()),
            targets(key),
            *tables.actions(key),
            KotlinSource.named("deferrable", "Deferral.${key.deferral()}".takeIf { key.deferral() != ForeignKey.Deferral.NOT_DEFERRABLE }),
            named(key.name(), Names.foreignKey(table, key.columns(), key.targetColumns())),
        )

    private fun targets(key: ForeignKey) =
        KotlinSource.named("columns", key.targetColumns().takeIf { it != listOf("id") }?.let(KotlinSource::list))

    private companion object {
        const val LONGEST = 120
    }
}
