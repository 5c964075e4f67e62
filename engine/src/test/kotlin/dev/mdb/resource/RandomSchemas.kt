package dev.mdb.resource

import dev.mdb.schema.Catalog
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Table
import dev.mdb.schema.UniqueKey
import java.util.Optional
import kotlin.random.Random

/** How many pairs of schemas are tried on each engine; the profile `nightly` sets more. */
val schemaCount: Int = Integer.getInteger("mdb.schemas", 15)

/**
 * Schemas that an engine takes, written as models write them. Two of them share their names, so that much of the one is changed in the
 * other: types only to such as the engine can make of each other without rows.
 */
class RandomSchemas(private val dialect: Dialect, private val random: Random) {
    private val mysql = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB
    private val noText = Optional.empty<String>()

    fun next(): Catalog {
        val names = listOf("author", "book", "order", "Part").filter { chance(4, 5) }
        val ids = names.associateWith { one("integer", "bigint").let { if (mysql && it == "integer") "int" else it } }
        return Catalog(names.sorted().map { table(it, ids) }, emptyList(), emptyList(), emptyList(), emptyList())
    }

    private fun chance(of: Int, among: Int) = random.nextInt(among) < of

    private fun <T> one(vararg choices: T): T = choices.random(random)

    private fun table(name: String, ids: Map<String, String>): Table {
        val identity = if (chance(1, 3) && dialect != Dialect.SQLITE) Identity.AUTO_INCREMENT else Identity.NONE
        val id = column("id", ids.getValue(name), false, identity = identity)
        val plain =
            listOf("amount", "count").filter { chance(2, 3) }.map(::number) + listOf("title", "from").filter { chance(2, 3) }.map(::text)
        val computed = if (chance(1, 4)) listOf(computed(plain)) else emptyList()
        val targets = ids.keys.filter { chance(1, 3) }
        val references = targets.map { column("${it}_id", ids.getValue(it), chance(2, 3)) }
        val columns = listOf(id) + plain + computed + references
        return Table(
            name,
            columns,
            Optional.of(PrimaryKey(noText, listOf("id"))),
            plain.filter { isShort(it) && chance(1, 4) }.map { UniqueKey(Optional.of("${name}_${it.name()}_key"), listOf(it.name())) },
            targets.map { foreignKey(name, it, references.single { column -> column.name() == "${it}_id" }) },
            plain.filter { chance(1, 3) }.map { Check(Optional.of("${name}_${it.name()}_check"), condition(it)) },
            columns
                .filter {
                    isShort(
                        it,
                    ) && chance(1, 3)
                }.map { index(name, it, columns.filter(::isShort).random(random)) }
                .distinctBy { it.name() },
            text("of $name", 1, 4),
        )
    }

    private fun isShort(column: Column) = column.type() != "text" && column.generated().isEmpty

    private fun text(text: String, of: Int, among: Int) =
        if (chance(of, among) && dialect != Dialect.SQLITE) Optional.of("it's $text ${random.nextInt(2)}") else noText

    private fun column(
        name: String,
        type: String,
        nullable: Boolean,
        default: String? = null,
        identity: Identity = Identity.NONE,
        generated: Generated? = null,
    ) = Column(name, type, nullable, Optional.ofNullable(default), identity, Optional.ofNullable(generated), noText, text(name, 1, 5))

    private fun number(name: String): Column {
        val type = one("integer", "bigint", "decimal(10, 2)", "varchar(20)")
        val default = one(null, "0", "7", "-3")
        return column(name, type, chance(1, 2), default?.let { if (type.startsWith("varchar")) "'$it'" else it })
    }

    private fun text(name: String): Column {
        val type = one("varchar(40)", "varchar(80)", "char(9)", "text")
        val default = one(null, "'it''s'", "'\"a\" `b`'", "''").takeUnless { type == "text" && dialect == Dialect.MYSQL }
        return column(name, type, chance(1, 2), default)
    }

    private fun computed(columns: List<Column>): Column {
        val stored = dialect == Dialect.POSTGRESQL || chance(1, 2)
        val of = columns.firstOrNull { it.type() == "integer" }?.name() ?: "7"
        return column("twice", "integer", true, generated = Generated("2 * $of", stored))
    }

    private fun condition(column: Column): String {
        val isNumber = !column.type().startsWith("varchar") && column.type() !in setOf("char(9)", "text")
        val name = if (column.name() == "from") quoted("from") else column.name()
        return if (isNumber) one("$name > -9", "$name between -5 and 9") else one("$name <> 'it''s'", "length($name) < 9 or $name is null")
    }

    private fun quoted(name: String) = if (mysql) "`$name`" else "\"$name\""

    private fun foreignKey(table: String, target: String, column: Column): ForeignKey {
        val actions = listOf(ReferenceAction.CASCADE, ReferenceAction.NO_ACTION, ReferenceAction.SET_NULL)
        val onDelete = actions.filter { column.nullable() || it != ReferenceAction.SET_NULL }.random(random)
        val late = dialect == Dialect.POSTGRESQL && chance(1, 3)
        return ForeignKey(
            Optional.of("${table}_$target"),
            listOf(column.name()),
            target,
            listOf("id"),
            onDelete,
            ReferenceAction.NO_ACTION,
            if (late) ForeignKey.Deferral.INITIALLY_DEFERRED else ForeignKey.Deferral.NOT_DEFERRABLE,
        )
    }

    private fun index(table: String, column: Column, second: Column): Index {
        val first = Index.Part(column.name(), false, chance(1, 4), "")
        val parts = if (chance(1, 2) && second != column) listOf(first, Index.Part.column(second.name())) else listOf(first)
        val expression = Index.Part("lower(title)", true, false, "")
        val isExpression = !mysql && column.name() == "title" && chance(1, 2)
        return Index(
            "${table}_by_${column.name()}",
            chance(1, 3),
            if (isExpression) listOf(expression) else parts,
            noText,
            if (!mysql && chance(1, 4)) Optional.of("id > 0") else noText,
            emptyList(),
        )
    }
}
