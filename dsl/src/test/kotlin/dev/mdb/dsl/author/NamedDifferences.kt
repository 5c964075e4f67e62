package dev.mdb.dsl.author

import dev.mdb.dsl.TableBuilder
import dev.mdb.dsl.defaultSql
import dev.mdb.dsl.generated
import dev.mdb.dsl.schema.shape
import dev.mdb.schema.Catalog
import dev.mdb.schema.Dialect
import org.jetbrains.exposed.v1.core.ReferenceOption

/** Models in few words. */
class Models {
    private val tables = ArrayList<TableBuilder>()

    fun table(name: String, content: TableBuilder.() -> Unit) {
        tables += TableBuilder(name).apply(content)
    }

    /** A table with a key and whatever else. */
    fun item(name: String = "item", content: TableBuilder.() -> Unit) {
        table(name) {
            val id = integer("id")
            content()
            primaryKey(id)
        }
    }

    fun catalog(dialect: Dialect) =
        Catalog(tables.map { it.shape(dialect) }.sortedBy { it.name() }, emptyList(), emptyList(), emptyList(), emptyList())
}

/**
 * Models of a database, and what they are to become.
 *
 * @property quiet dialects in which nothing differs
 * @property setup statements for dialects that know them
 */
class NamedDifference(
    val name: String,
    val before: Models.() -> Unit,
    val after: Models.() -> Unit,
    val renames: List<String> = emptyList(),
    val dropUnknown: Boolean = false,
    val quiet: Set<Dialect> = emptySet(),
    val setup: Map<Dialect, String> = emptyMap(),
) {
    fun before(dialect: Dialect) = Models().apply(before).catalog(dialect)

    fun after(dialect: Dialect) = Models().apply(after).catalog(dialect)
}

private fun inItem(name: String, before: TableBuilder.() -> Unit, after: TableBuilder.() -> Unit, quiet: Set<Dialect> = emptySet()) =
    NamedDifference(name, { item(content = before) }, { item(content = after) }, quiet = quiet)

private val withAuthors: Models.() -> Unit = { item("author") { varchar("name", 50) } }

private fun ofAuthor(name: String, before: TableBuilder.() -> Unit, after: TableBuilder.() -> Unit) =
    NamedDifference(
        name,
        {
            withAuthors()
            item(content = before)
        },
        {
            withAuthors()
            item(content = after)
        },
    )

private fun keyed(name: String, before: TableBuilder.() -> Unit, after: TableBuilder.() -> Unit) =
    NamedDifference(name, { table("item", before) }, { table("item", after) })

private val silentComments = setOf(Dialect.SQLITE)

/**
 * The 37 differences over which Exposed's own comparison is silent or wrong, or which have to be right beside those: each is found, its
 * script removes it, and takes itself back.
 */
val namedDifferences: List<NamedDifference> =
    listOf(
        inItem("type changed", { integer("n") }, { long("n") }),
        inItem("length grown", { varchar("note", 100) }, { varchar("note", 300) }),
        inItem("length shrunk", { varchar("note", 300).nullable() }, { varchar("note", 30).nullable() }),
        inItem("precision changed", { decimal("price", 8, 2) }, { decimal("price", 12, 4) }),
        inItem("number to text", { integer("code") }, { varchar("code", 20) }),
        inItem("text to number", { varchar("code", 20) }, { integer("code") }),
        inItem("CHAR lengthened, with its default", { char("code", 2).default("a") }, { char("code", 5).default("a") }),
        inItem("now nullable", { varchar("note", 50) }, { varchar("note", 50).nullable() }),
        inItem("no longer nullable", { varchar("note", 50).nullable() }, { varchar("note", 50) }),
        inItem("default added", { integer("n") }, { integer("n").default(7) }),
        inItem("default changed", { integer("n").default(7) }, { integer("n").default(8) }),
        inItem("default dropped", { integer("n").default(7) }, { integer("n") }),
        inItem("default with quotes changed", { varchar("note", 50).default("it's") }, { varchar("note", 50).default("it's \"all\" ''") }),
        inItem("default of CHAR left in peace", { char("code", 3).default("x") }, {
            char("code", 3).default("x")
            integer("n").nullable()
        }),
        inItem("default of a truth", { bool("open").default(true) }, { bool("open").default(false) }),
        inItem("default by a function", { datetime("at").nullable() }, { datetime("at").defaultSql("CURRENT_TIMESTAMP").nullable() }),
        inItem("column added", {}, { varchar("note", 300).nullable() }),
        inItem("column dropped", { varchar("note", 300).nullable() }, {}),
        NamedDifference(
            "column renamed",
            { item { varchar("note", 50).also { check("note_there", "note <> ''") } } },
            { item { varchar("remark", 50).also { check("note_there", "remark <> ''") } } },
            renames = listOf("item.note:remark"),
        ),
        inItem("column became generated", { integer("twice").nullable() }, { integer("twice").nullable().generated("id * 2") }),
        inItem("comment of a column", { integer("n") }, { integer("n").comment("it's a number") }, silentComments),
        inItem("comment of the table", {}, { tableComment("it's a table") }, silentComments),
        NamedDifference("table created, with its foreign key", withAuthors, {
            withAuthors()
            item {
                integer("author_id").nullable()
                foreignKey("author_id", references = "author", onDelete = ReferenceOption.CASCADE)
                index("author_id")
            }
        }),
        NamedDifference("table dropped", {
            withAuthors()
            item { integer("author_id").also { foreignKey("author_id", references = "author") } }
        }, withAuthors, dropUnknown = true),
        NamedDifference("table renamed", { item("thing") { varchar("note", 50) } }, { item { varchar("note", 50) } }, listOf("thing:item")),
        keyed("primary key added", { integer("id") }, { primaryKey(integer("id")) }),
        keyed("primary key dropped", { primaryKey(integer("id")) }, { integer("id") }),
        keyed("primary key changed", {
            primaryKey(integer("id"))
            integer("part")
        }, { primaryKey(integer("id"), integer("part")) }),
        inItem("unique key added", { varchar("name", 50) }, { varchar("name", 50).also { uniqueKey("name") } }),
        inItem(
            "unique key changed",
            {
                varchar("a", 50)
                varchar("b", 50)
                uniqueKey("a", name = "item_key")
            },
            {
                varchar("a", 50)
                varchar("b", 50)
                uniqueKey("a", "b", name = "item_key")
            },
        ),
        ofAuthor("foreign key added", { integer("author_id") }, {
            integer("author_id").also { foreignKey("author_id", references = "author") }
        }),
        ofAuthor(
            "foreign key dropped, with its column",
            { integer("author_id").nullable().also { foreignKey("author_id", references = "author") } },
            {},
        ),
        ofAuthor(
            "action of a foreign key changed",
            { integer("author_id").also { foreignKey("author_id", references = "author") } },
            { integer("author_id").also { foreignKey("author_id", references = "author", onDelete = ReferenceOption.CASCADE) } },
        ),
        inItem(
            "text of a check changed",
            { integer("n").also { check("n_positive", "n > 0") } },
            { integer("n").also { check("n_positive", "n >= 0 and n < 100") } },
        ),
        inItem(
            "columns of an index changed",
            {
                integer("a")
                integer("b")
                index("a", "b", name = "item_ab")
            },
            {
                integer("a")
                integer("b")
                index("b", "a", name = "item_ab")
            },
        ),
        inItem("index became unique", { integer("a").also { index("a", name = "item_a") } }, {
            integer("a").also {
                index("a", name = "item_a", unique = true)
            }
        }),
        NamedDifference(
            "unrelated sequence left alone",
            { item { integer("n") } },
            { item { long("n") } },
            setup = mapOf(Dialect.POSTGRESQL to "CREATE SEQUENCE other START 5", Dialect.MARIADB to "CREATE SEQUENCE other START WITH 5"),
        ),
    )

/** Exposed has dates in other modules; here the type is enough. */
private fun TableBuilder.datetime(name: String) = registerColumn(name, TimestampType)

private object TimestampType : org.jetbrains.exposed.v1.core.ColumnType<String>() {
    override fun sqlType() = "TIMESTAMP"

    override fun valueFromDB(value: Any): String = value.toString()
}
