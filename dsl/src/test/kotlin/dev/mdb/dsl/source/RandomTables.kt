package dev.mdb.dsl.source

import dev.mdb.schema.Catalog
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.Dialect
import dev.mdb.schema.EnumType
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Sequence
import dev.mdb.schema.Table
import dev.mdb.schema.UniqueKey
import java.util.Optional
import kotlin.random.Random

/** Schemas of all that models can say, with names and texts that are no Kotlin. They need not make sense to an engine. */
internal class RandomTables(seed: Int, private val dialect: Dialect) {
    private val random = Random(seed)
    private val names = ArrayList<String>()

    fun catalog(tables: Int): Catalog {
        repeat(tables) { names += "${name()}${if (it % 3 == 0) "" else "_$it"}".takeUnless { name -> name in names } ?: "t$it" }
        val all = names.map { table(it) }.sortedBy { it.name() }
        val keyed = all.map { withForeignKeys(it, all) }
        return Catalog(keyed, sequences(), enums(), emptyList(), emptyList())
    }

    private fun name() = NAMES.random(random)

    private fun <T : Any> maybe(value: () -> T): Optional<T> = if (random.nextInt(4) == 0) Optional.of(value()) else Optional.empty()

    private fun table(name: String): Table {
        val count = random.nextInt(1, 9)
        val columns = (NAMES.shuffled(random).take(count)).map(::column)
        // Exposed puts a column that counts its rows in front of the others of a key.
        val counting = columns.filter { it.identity() == Identity.AUTO_INCREMENT }.map { it.name() }
        val some = { columns.shuffled(random).take(random.nextInt(1, 4)).map { it.name() } }
        return Table(
            name,
            columns,
            if (random.nextBoolean()) {
                Optional.of(
                    PrimaryKey(maybe { "key of $name" }, some().sortedBy { it !in counting }),
                )
            } else {
                Optional.empty()
            },
            List(random.nextInt(2)) { UniqueKey(Optional.of("unique $it"), some()) },
            emptyList(),
            List(random.nextInt(2)) { Check(Optional.of("check $it"), "\"a\" > '\$x' AND ${it + 1} < 2") },
            List(random.nextInt(3)) { index(it, some()) },
            maybe { text() },
        )
    }

    private fun column(name: String): Column {
        val type = TYPES.getValue(dialect).random(random)
        val builder = TypeBuilder.of(type, dialect)
        val numbers = builder?.values in setOf("Short", "Int", "Long") && random.nextInt(3) == 0
        val identities = if (dialect == Dialect.POSTGRESQL) Identity.entries - Identity.NONE else listOf(Identity.AUTO_INCREMENT)
        val isGenerated = !numbers && random.nextInt(6) == 0
        val isSerial = numbers && dialect == Dialect.SQLITE
        return Column(
            name,
            if (isSerial) "INTEGER" else type,
            !numbers && random.nextBoolean(),
            if (numbers || isGenerated || random.nextBoolean()) Optional.empty() else Optional.of(default(type)),
            if (numbers) identities.random(random) else Identity.NONE,
            if (isGenerated) Optional.of(Generated("upper('\$a' || \"b\")", random.nextBoolean())) else Optional.empty(),
            if (builder?.isText == true && !isGenerated) maybe { "de_DE" } else Optional.empty(),
            maybe(::text),
        )
    }

    private fun text() = listOf("it's \"quoted\"", "costs \$x or \${y}", "two\nlines\tand a \\", "é 表 😀").random(random)

    private fun default(type: String): String {
        val general = listOf("now()", "'it''s \"here\"'", "'\$x'", "'a\\b'", "''", "NULL", "(1 + 2)")
        val number = listOf("0", "-1", "42", "99999999999", "1.50")
        val truth = listOf("true", "FALSE", "1", "0")
        val cast = listOf("'x'::$type", "'-1'::$type", "'x'::text")
        return (general + number + truth + if (dialect == Dialect.POSTGRESQL) cast else emptyList()).random(random)
    }

    private fun index(number: Int, columns: List<String>) =
        Index(
            "index $number",
            random.nextBoolean(),
            columns.map {
                when (random.nextInt(4)) {
                    0 -> Index.Part("lower(\"$it\")", true, random.nextBoolean(), "")
                    1 -> Index.Part(it, false, true, "NULLS LAST")
                    else -> Index.Part.column(it)
                }
            },
            maybe { "gin" },
            maybe { "a > '\$1'" },
            if (random.nextInt(4) == 0) columns else emptyList(),
        )

    private fun withForeignKeys(table: Table, all: List<Table>): Table {
        val keys =
            List(random.nextInt(3)) { number ->
                val target = all.random(random)
                val count = minOf(random.nextInt(1, 3), table.columns().size, target.columns().size)
                ForeignKey(
                    maybe { "key $number" }.or { Optional.of("fk $number") },
                    table
                        .columns()
                        .shuffled(random)
                        .take(count)
                        .map { it.name() },
                    target.name(),
                    target
                        .columns()
                        .shuffled(random)
                        .take(count)
                        .map { it.name() },
                    ReferenceAction.entries.random(random),
                    ReferenceAction.entries.random(random),
                    if (random.nextInt(4) == 0) ForeignKey.Deferral.entries.random(random) else ForeignKey.Deferral.NOT_DEFERRABLE,
                )
            }
        return Table(
            table.name(),
            table.columns(),
            table.primaryKey(),
            table.uniqueKeys(),
            keys,
            table.checks(),
            table.indexes(),
            table.comment(),
        )
    }

    private fun sequences() =
        listOf(
            Sequence("a seq", Optional.empty(), 1, 1, Optional.empty(), Optional.empty(), 1, false),
            Sequence("seq", Optional.empty(), 100, -5, Optional.of(-7L), Optional.of(1000L), 20, true),
        )

    private fun enums() =
        if (dialect ==
            Dialect.POSTGRESQL
        ) {
            listOf(EnumType("mood", listOf("it's \$1", "\"ok\"")), EnumType("seq", listOf("a")))
        } else {
            emptyList()
        }

    companion object {
        private val NAMES =
            listOf(
                "id",
                "album_id",
                "AlbumId",
                "albumId",
                "ALBUM_ID",
                "EmployeeID",
                "IDNumber",
                "Order Details",
                "2nd",
                "state-abbr",
                "class",
                "fun",
                "object",
                "val",
                "text",
                "integer",
                "char",
                "index",
                "check",
                "default",
                "name",
                "columns",
                "source",
                "fields",
                "primaryKey",
                "primary_key",
                "tableName",
                "table",
                "Table",
                "Column",
                "Sequence",
                "String",
                "é",
                "表",
                "😀",
                "_",
                "__",
                "a\$b",
                "mid\"dle",
                "quote'd",
                "additions",
                "uuid",
                "comment",
                "references",
                "ModelTable",
                "kind",
                "init",
                "it",
                "this",
                "ddl",
                "check_",
            )

        val TYPES =
            mapOf(
                Dialect.POSTGRESQL to
                    listOf(
                        "integer",
                        "bigint",
                        "smallint",
                        "real",
                        "double precision",
                        "numeric",
                        "numeric(10,2)",
                        "numeric(7)",
                        "boolean",
                        "character varying(20)",
                        "character varying",
                        "character(3)",
                        "text",
                        "bytea",
                        "uuid",
                        "date",
                        "json",
                        "jsonb",
                        "timestamp without time zone",
                        "timestamp(3) with time zone",
                        "time without time zone",
                        "interval",
                        "tsvector",
                        "text[]",
                        "integer[]",
                        "mood",
                        "\"Mood's\"",
                        "bit(3)",
                        "inet",
                        "tstzrange",
                        "money",
                        "oid",
                    ),
                Dialect.MARIADB to
                    listOf(
                        "int(11)",
                        "int(10) unsigned",
                        "bigint(20)",
                        "bigint(20) unsigned",
                        "smallint(6)",
                        "smallint(5) unsigned",
                        "tinyint(1)",
                        "tinyint(4)",
                        "tinyint(3) unsigned",
                        "mediumint(9)",
                        "mediumint(8) unsigned",
                        "decimal(10,2)",
                        "decimal(10,0)",
                        "decimal(5,2) unsigned",
                        "float",
                        "double",
                        "varchar(200)",
                        "char(2)",
                        "char(1)",
                        "text",
                        "tinytext",
                        "mediumtext",
                        "longtext",
                        "blob",
                        "longblob",
                        "binary(16)",
                        "varbinary(30)",
                        "date",
                        "datetime",
                        "datetime(6)",
                        "timestamp",
                        "time",
                        "year(4)",
                        "enum('G','it''s \$1')",
                        "set('a','b')",
                        "uuid",
                        "geometry",
                        "bit(1)",
                        "inet6",
                    ),
                Dialect.MYSQL to
                    listOf(
                        "int",
                        "int unsigned",
                        "bigint",
                        "bigint unsigned",
                        "smallint",
                        "tinyint(1)",
                        "tinyint",
                        "mediumint",
                        "decimal(10,2)",
                        "float",
                        "double",
                        "varchar(200)",
                        "char(2)",
                        "text",
                        "mediumtext",
                        "longtext",
                        "blob",
                        "binary(16)",
                        "json",
                        "datetime",
                        "timestamp",
                        "year",
                        "enum('a','b')",
                    ),
                Dialect.SQLITE to
                    listOf(
                        "INTEGER",
                        "INT",
                        "integer",
                        "BIGINT",
                        "SMALLINT",
                        "TINYINT",
                        "REAL",
                        "FLOAT",
                        "DOUBLE PRECISION",
                        "SINGLE",
                        "NUMERIC",
                        "NUMERIC(10,2)",
                        "DECIMAL(10, 2)",
                        "DECIMAL(10,2)",
                        "BOOLEAN",
                        "VARCHAR(200)",
                        "NVARCHAR(160)",
                        "CHAR(3)",
                        "VARCHAR",
                        "TEXT",
                        "BLOB",
                        "DATE",
                        "DATETIME",
                        "",
                        "UNSIGNED BIG INT",
                        "JSON",
                        "ANY",
                    ),
            )
    }
}
