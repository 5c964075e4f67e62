package dev.mdb.schema.diff

import dev.mdb.schema.Catalog
import dev.mdb.schema.Column
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Index
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Table
import io.kotest.property.Arb
import io.kotest.property.arbitrary.arbitrary
import kotlin.random.Random

/** How many random pairs of schemas each property is tried on; the profile `nightly` sets more. */
val catalogCount: Int = Integer.getInteger("mdb.catalogs", 200)

/** Two schemas that have names in common, with everything in them; their foreign keys lead to tables that are there. */
val catalogPairs: Arb<Pair<Catalog, Catalog>> = arbitrary { source -> catalog(source.random) to catalog(source.random) }

private fun catalog(random: Random): Catalog {
    val names = listOf("a", "b", "c", "d").filter { random.nextInt(4) > 0 }
    val tables = names.map { it to columns(random) }
    val enums = if (random.nextBoolean()) listOf(enum("mood", "sad", "ok")) else emptyList()
    val sequences = listOf("s", "t").filter { random.nextBoolean() }.map { sequence(it, random.nextLong(1, 3)) }
    return catalog(
        *tables
            .map { (name, columns) ->
                table(random, name, columns, tables.toMap())
            }.toTypedArray(),
        sequences = sequences,
        enums = enums,
    )
}

private fun columns(random: Random): List<Column> =
    listOf(column("id", listOf("integer", "bigint").random(random), false)) +
        listOf("u", "v", "w", "x").filter { random.nextBoolean() }.map { column(random, it) }

private fun column(random: Random, name: String): Column {
    val generated = if (random.nextInt(6) == 0) Generated("id + 1", random.nextBoolean()) else null
    val type = if (generated != null) "integer" else listOf("integer", "varchar(20)", "text").random(random)
    val default = if (generated == null && random.nextInt(3) == 0) "'it''s'" else null
    val comment = if (random.nextInt(4) == 0) "about $name" else null
    return column(name, type, random.nextBoolean(), default, generated, comment)
}

private fun table(random: Random, name: String, columns: List<Column>, all: Map<String, List<Column>>): Table {
    val names = columns.map { it.name() }

    fun <T> some(make: (String) -> T): List<T> = names.filter { random.nextInt(4) == 0 }.map(make)
    return table(
        name,
        *columns.toTypedArray(),
        key = if (random.nextInt(4) > 0) primaryKey(names.random(random), name = "${name}_pk") else null,
        uniques = some { unique("${name}_${it}_key", it) },
        foreignKeys = some { foreignKey(random, name, it, all) },
        checks = some { check("${name}_${it}_check", "$it > ${random.nextInt(2)}") },
        indexes = some { index(random, name, it, names) },
        comment = if (random.nextInt(4) == 0) "comment ${random.nextInt(2)}" else null,
    )
}

private fun foreignKey(random: Random, table: String, column: String, all: Map<String, List<Column>>): ForeignKey {
    val target = all.keys.random(random)
    val action = listOf(ReferenceAction.CASCADE, ReferenceAction.NO_ACTION).random(random)
    return foreignKey("${table}_${column}_fk", column, target, all.getValue(target).random(random).name(), action)
}

private fun index(random: Random, table: String, column: String, columns: List<String>): Index {
    val parts = listOf(column, columns.random(random)).distinct().toTypedArray()
    return index("${table}_$column", *parts, unique = random.nextBoolean(), where = if (random.nextInt(4) == 0) "id > 0" else null)
}
