package dev.mdb.dsl.operation

import dev.mdb.dsl.ColumnPart
import dev.mdb.dsl.Deferral
import dev.mdb.dsl.OperationScope
import dev.mdb.dsl.TableBuilder
import dev.mdb.dsl.date
import dev.mdb.dsl.datetime
import dev.mdb.dsl.defaultSql
import dev.mdb.dsl.generated
import dev.mdb.dsl.identity
import dev.mdb.dsl.sqlType
import dev.mdb.dsl.time
import dev.mdb.dsl.timestamp
import dev.mdb.dsl.timestampWithTimeZone
import dev.mdb.schema.Catalog
import dev.mdb.schema.Dialect
import dev.mdb.schema.Dialect.MARIADB
import dev.mdb.schema.Dialect.MYSQL
import dev.mdb.schema.Dialect.POSTGRESQL
import dev.mdb.schema.Dialect.SQLITE
import org.jetbrains.exposed.v1.core.ReferenceOption
import org.jetbrains.exposed.v1.core.Sequence
import org.jetbrains.exposed.v1.core.Table
import org.jetbrains.exposed.v1.core.greater
import org.jetbrains.exposed.v1.core.java.javaUUID
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime

/**
 * One operation, or a variant of one.
 *
 * @property before tables that are there; [setUp] runs behind them
 * @property after those tables that have to be as these say
 * @property sees what else has to be in the catalogue, or what a query has to give: null where it is right, else what is wrong
 * @property refused where the dialect does not have it: a part of the message
 */
class OperationCase(
    val name: String,
    val before: List<Table> = emptyList(),
    val setUp: OperationScope.() -> Unit = {},
    val upgrade: OperationScope.() -> Unit,
    val after: List<Table> = emptyList(),
    val sees: (OperationScope.(Catalog) -> Boolean)? = null,
    val downgrade: OperationScope.() -> Unit = { undo(upgrade) },
    val refused: Map<Dialect, String> = emptyMap(),
)

private fun table(name: String, columns: TableBuilder.() -> Unit): Table = TableBuilder(name).apply(columns)

private fun item(more: TableBuilder.() -> Unit = {}) =
    table("item") {
        primaryKey(integer("id"))
        varchar("name", 50)
        integer("price").nullable()
        more()
    }

/** The last column is another. */
private fun noted(note: TableBuilder.() -> Unit) = item(note)

private val owner = table("owner") { primaryKey(integer("id")) }

private val visits =
    table("visit") {
        primaryKey(integer("id"))
        date("day").default(LocalDate.of(2020, 2, 29))
        time("opens").nullable()
        datetime("at").default(LocalDateTime.of(2020, 3, 1, 12, 30, 15))
        timestamp("seen").default(Instant.parse("2020-03-01T12:30:15Z"))
        timestampWithTimeZone("told").nullable()
        javaUUID("device").nullable()
        sqlType("since", "DATE").default("2020-01-31")
    }

private val owned = item { integer("owner_id").nullable() }

private val pair =
    table("pair") {
        val x = integer("x")
        val y = integer("y")
        primaryKey(x, y)
    }

private fun everywhereBut(vararg dialects: Dialect, message: String) =
    (Dialect.entries - dialects.toSet()).associateWith { "${it.title()} has no $message" }

private fun on(vararg dialects: Dialect, message: String) = dialects.associateWith { "${it.title()} has no $message" }

private val noPartial = on(MYSQL, MARIADB, message = "partial indexes")
private val noSequences = everywhereBut(POSTGRESQL, MARIADB, message = "sequences")
private val noEnums = everywhereBut(POSTGRESQL, message = "types with a list of values")
private val noMaterialized = everywhereBut(POSTGRESQL, message = "materialised views")

internal val operationCases: List<OperationCase> by lazy { tables + columns + keys + indexes + objects + data }

private val tables
    get() =
        listOf(
            OperationCase(
                "create table",
                before = listOf(owner),
                upgrade = {
                    createTable(
                        item {
                            text("note").default("it's new")
                            integer("owner_id").references("owner", "id", onDelete = ReferenceOption.CASCADE).index()
                            varchar("code", 8).uniqueIndex()
                            integer("amount").default(1).check("amount_positive") { it greater 0 }
                            check("price_positive", "price > 0")
                            uniqueKey("name", "price")
                            index("name", "price", name = "by_name")
                        },
                    )
                },
                after =
                    listOf(
                        item {
                            text("note").default("it's new")
                            integer("owner_id").references("owner", "id", onDelete = ReferenceOption.CASCADE).index()
                            varchar("code", 8).uniqueIndex()
                            integer("amount").default(1)
                            check("amount_positive", "amount > 0")
                            check("price_positive", "price > 0")
                            uniqueKey("name", "price")
                            index("name", "price", name = "by_name")
                        },
                    ),
            ),
            OperationCase(
                "create table with days, times and texts in words of the engine, each with a default",
                upgrade = { createTable(visits) },
                sees = {
                    execute("INSERT INTO visit (id) VALUES (1)")
                    val shown = "CAST(day AS CHAR(10)) AS one, CAST(since AS CHAR(10)) AS two, CAST(at AS CHAR(19)) AS three"
                    val row = query("SELECT $shown FROM visit").single()
                    listOf("one", "two", "three").map { "${row[it]}" } == listOf("2020-02-29", "2020-01-31", "2020-03-01 12:30:15")
                },
            ),
            OperationCase(
                "create table whose rows number themselves",
                upgrade = {
                    createTable("counted") {
                        primaryKey(long("id").autoIncrement())
                        integer("n")
                    }
                    insert("counted") { row("n" to 7) }
                },
                after =
                    listOf(
                        table("counted") {
                            primaryKey(long("id").autoIncrement())
                            integer("n")
                        },
                    ),
                sees = { query("SELECT id FROM counted").single()[0].toString() == "1" },
                downgrade = { dropTable("counted") },
            ),
            OperationCase(
                "create table with an identity, generated columns and comments",
                upgrade = { createTable(described()) },
                after = listOf(described()),
            ),
            OperationCase(
                "drop table",
                before = listOf(item { index("name") }),
                upgrade = {
                    dropTable("item") {
                        primaryKey(integer("id"))
                        varchar("name", 50)
                        integer("price").nullable()
                        index("name")
                    }
                },
                sees = { it.tables().isEmpty() },
            ),
            OperationCase(
                "drop table if it exists",
                upgrade = { dropTable("nowhere", ifExists = true) },
                sees = { it.tables().isEmpty() },
                downgrade = { },
            ),
            OperationCase(
                "rename table",
                before = listOf(item()),
                upgrade = { renameTable("item", "thing") },
                sees = { it.table("thing").isPresent && it.table("item").isEmpty },
            ),
            OperationCase(
                "comment on a table and a column",
                before = listOf(item()),
                upgrade = {
                    commentOnTable("item", "what's sold", was = "")
                    commentOnColumn("item", "price", "in cents", was = "")
                },
                after =
                    listOf(
                        table("item") {
                            tableComment("what's sold")
                            primaryKey(integer("id"))
                            varchar("name", 50)
                            integer("price").nullable().comment("in cents")
                        },
                    ),
            ),
            OperationCase(
                "create schema",
                upgrade = { createSchema("sales") },
                sees = { query("SELECT schema_name FROM information_schema.schemata WHERE schema_name = 'sales'").size == 1 },
                refused = on(SQLITE, message = "schemas"),
            ),
            OperationCase(
                "drop schema",
                setUp = { createSchema("sales") },
                upgrade = { dropSchema("sales") },
                sees = { query("SELECT schema_name FROM information_schema.schemata WHERE schema_name = 'sales'").isEmpty() },
                downgrade = {
                    undo { dropSchema("sales") }
                    dropSchema("sales")
                },
                refused = on(SQLITE, message = "schemas"),
            ),
        )

private fun described() =
    table("described") {
        primaryKey(integer("id").identity())
        integer("a").comment("the first")
        integer("b").generated("a * 2")
        varchar("c", 20).nullable()
        tableComment("it's described")
    }

private val severalChanges: OperationScope.() -> Unit = {
    alterTable("item") {
        renameColumn("price", "cost")
        addColumn { integer("size").default(3) }
        alterColumn("name", type = "varchar(60)", was = ColumnPart(type = "varchar(50)"))
        check("size_positive", "size > 0")
        uniqueKey("name", "cost")
        foreignKey("owner_id", references = "owner", onDelete = ReferenceOption.CASCADE)
    }
}

private val columns
    get() =
        listOf(
            OperationCase(
                "add column",
                before = listOf(item()),
                setUp = { insert("item") { row("id" to 1, "name" to "one") } },
                upgrade = { addColumn("item") { varchar("note", 20).default("it's") } },
                after = listOf(noted { varchar("note", 20).default("it's") }),
                sees = { query("SELECT note FROM item").single()[0] == "it's" },
            ),
            OperationCase(
                "add columns with keys, a check and an index",
                before = listOf(owner, item()),
                upgrade = {
                    addColumn("item") {
                        integer("owner_id").nullable().references("owner", "id", onDelete = ReferenceOption.SET_NULL)
                        varchar("code", 8).nullable().uniqueIndex()
                        integer("size").nullable().index()
                        check("size_positive", "size > 0")
                    }
                },
                after =
                    listOf(
                        item {
                            integer("owner_id").nullable().references("owner", "id", onDelete = ReferenceOption.SET_NULL)
                            varchar("code", 8).nullable().uniqueIndex()
                            integer("size").nullable().index()
                            check("size_positive", "size > 0")
                        },
                    ),
            ),
            OperationCase(
                "add generated column",
                before = listOf(item()),
                setUp = { insert("item") { row("id" to 1, "name" to "one", "price" to 4) } },
                upgrade = { addColumn("item") { integer("doubled").nullable().generated("price * 2") } },
                after = listOf(noted { integer("doubled").nullable().generated("price * 2") }),
                sees = { query("SELECT doubled FROM item").single()[0].toString() == "8" },
            ),
            OperationCase(
                "drop column",
                before = listOf(noted { varchar("note", 20).default("x") }),
                upgrade = { dropColumn("item") { varchar("note", 20).default("x") } },
                after = listOf(item()),
            ),
            OperationCase(
                "drop a column of an Exposed table",
                before = listOf(item()),
                upgrade = { dropColumn(item().columns.last()) },
                after =
                    listOf(
                        table("item") {
                            primaryKey(integer("id"))
                            varchar("name", 50)
                        },
                    ),
            ),
            OperationCase(
                "rename column",
                before = listOf(item { index("price") }),
                upgrade = { renameColumn("item", "price", "cost") },
                after =
                    listOf(
                        table("item") {
                            primaryKey(integer("id"))
                            varchar("name", 50)
                            integer("cost").nullable()
                            index("cost", name = "item_price")
                        },
                    ),
            ),
            OperationCase(
                "alter column: all of it",
                before = listOf(noted { varchar("note", 20).default("x") }),
                setUp = { insert("item") { row("id" to 1, "name" to "one", "note" to "kept") } },
                upgrade = {
                    alterColumn("item", was = { varchar("note", 20).default("x") }) { varchar("note", 300).nullable().comment("longer") }
                },
                after = listOf(noted { varchar("note", 300).nullable().comment("longer") }),
                sees = { query("SELECT note FROM item").single()[0] == "kept" },
            ),
            OperationCase(
                "alter column: type with using",
                before = listOf(noted { varchar("note", 20).nullable() }),
                setUp = { insert("item") { row("id" to 1, "name" to "one", "note" to "7") } },
                upgrade = {
                    alterColumn(
                        "item",
                        using = "CAST(note AS integer)",
                        was = { varchar("note", 20).nullable() },
                        undoUsing = "CAST(note AS varchar(20))",
                    ) { integer("note").nullable() }
                },
                after = listOf(noted { integer("note").nullable() }),
                sees = { query("SELECT note FROM item").single()[0] == 7 },
                refused = on(MYSQL, MARIADB, message = "USING in a change of type"),
            ),
            OperationCase(
                "alter column: its type alone",
                before = listOf(noted { varchar("note", 20).default("x") }),
                upgrade = { alterColumn("item", "note", type = "varchar(30)", was = ColumnPart(type = "varchar(20)")) },
                after = listOf(noted { varchar("note", 30).default("x") }),
            ),
            OperationCase(
                "alter column: nullability alone",
                before = listOf(item()),
                upgrade = { alterColumn("item", "price", nullable = false, was = ColumnPart(nullable = true)) },
                after =
                    listOf(
                        table("item") {
                            primaryKey(integer("id"))
                            varchar("name", 50)
                            integer("price")
                        },
                    ),
            ),
            OperationCase(
                "alter column: its default alone",
                before = listOf(noted { varchar("note", 20).default("x") }),
                upgrade = {
                    alterColumn("item", "note", default = "'it''s'", was = ColumnPart(default = "'x'"))
                    alterColumn("item", "price", default = "1", was = ColumnPart(dropDefault = true))
                },
                after =
                    listOf(
                        table("item") {
                            primaryKey(integer("id"))
                            varchar("name", 50)
                            integer("price").nullable().default(1)
                            varchar("note", 20).defaultSql("'it''s'")
                        },
                    ),
            ),
            OperationCase(
                "alter column: no default any more",
                before = listOf(noted { varchar("note", 20).default("x") }),
                upgrade = { alterColumn("item", "note", dropDefault = true, was = ColumnPart(default = "'x'")) },
                after = listOf(noted { varchar("note", 20) }),
            ),
            OperationCase(
                "alter table: several changes together",
                before = listOf(owner, owned),
                setUp = {
                    insert("owner") { row("id" to 5) }
                    insert("item") { row("id" to 1, "name" to "one", "price" to 2, "owner_id" to 5) }
                },
                upgrade = severalChanges,
                after =
                    listOf(
                        table("item") {
                            primaryKey(integer("id"))
                            varchar("name", 60)
                            integer("cost").nullable()
                            integer("owner_id").nullable().references("owner", "id", onDelete = ReferenceOption.CASCADE)
                            integer("size").default(3)
                            check("size_positive", "size > 0")
                            uniqueKey("name", "cost")
                        },
                    ),
                sees = { query("SELECT cost + size FROM item").single()[0].toString() == "5" },
                // MySQL and MariaDB keep the index that they made for the key.
                downgrade = {
                    undo(severalChanges)
                    if (kind == "mysql") dropIndex("item", name = "fk_item_owner_id__id")
                },
            ),
        )

private val bare =
    table("bare") {
        integer("id")
        integer("n")
    }

private val keyed =
    table("bare") {
        val id = integer("id")
        integer("n")
        primaryKey(id)
    }

private val keys
    get() =
        listOf(
            OperationCase("add primary key", before = listOf(bare), upgrade = { primaryKey("bare", "id") }, after = listOf(keyed)),
            OperationCase("drop primary key", before = listOf(keyed), upgrade = { dropPrimaryKey("bare", "id") }, after = listOf(bare)),
            OperationCase(
                "add unique key",
                before = listOf(item()),
                upgrade = { uniqueKey("item", "name", "price") },
                after = listOf(item { uniqueKey("name", "price") }),
            ),
            OperationCase(
                "drop unique key",
                before = listOf(item { uniqueKey("name", name = "one_name") }),
                upgrade = { dropUniqueKey("item", "name", name = "one_name") },
                after = listOf(item()),
            ),
            OperationCase(
                "add check",
                before = listOf(item()),
                upgrade = { check("item", "price_positive", "price > 0") },
                after = listOf(item { check("price_positive", "price > 0") }),
            ),
            OperationCase(
                "drop check",
                before = listOf(item { check("price_positive", "price > 0") }),
                upgrade = { dropCheck("item", "price_positive", "price > 0") },
                after = listOf(item()),
            ),
            OperationCase(
                "add foreign key",
                before = listOf(owner, owned),
                upgrade = {
                    foreignKey(
                        "item",
                        "owner_id",
                        references = "owner",
                        onDelete = ReferenceOption.SET_NULL,
                        onUpdate = ReferenceOption.CASCADE,
                    )
                },
                after =
                    listOf(
                        item {
                            integer("owner_id").nullable()
                            foreignKey(
                                "owner_id",
                                references = "owner",
                                onDelete = ReferenceOption.SET_NULL,
                                onUpdate = ReferenceOption.CASCADE,
                            )
                        },
                    ),
                // MySQL and MariaDB keep the index that they made for the key.
                downgrade = {
                    undo { foreignKey("item", "owner_id", references = "owner") }
                    if (kind == "mysql") dropIndex("item", name = "fk_item_owner_id__id")
                },
            ),
            OperationCase(
                "add foreign key of two columns",
                before = listOf(pair, item { index("price", "id", name = "both") }),
                upgrade = { foreignKey("item", "price", "id", references = "pair", columns = listOf("x", "y"), name = "to_pair") },
                after =
                    listOf(
                        item {
                            index("price", "id", name = "both")
                            foreignKey("price", "id", references = "pair", columns = listOf("x", "y"), name = "to_pair")
                        },
                    ),
            ),
            OperationCase(
                "add deferrable foreign key",
                before = listOf(owner, owned),
                upgrade = { foreignKey("item", "owner_id", references = "owner", deferrable = Deferral.INITIALLY_DEFERRED) },
                after =
                    listOf(
                        item { integer("owner_id").nullable().references("owner", "id", deferrable = Deferral.INITIALLY_DEFERRED) },
                    ),
                refused = on(MYSQL, MARIADB, message = "deferrable foreign keys"),
            ),
            OperationCase(
                "drop foreign key",
                before =
                    listOf(
                        owner,
                        item {
                            integer("owner_id").nullable().references("owner", "id", name = "owned")
                            index("owner_id")
                        },
                    ),
                upgrade = { dropForeignKey("item", "owner_id", references = "owner", name = "owned") },
                after =
                    listOf(
                        item {
                            integer("owner_id").nullable()
                            index("owner_id")
                        },
                    ),
            ),
            OperationCase(
                "rename constraint",
                before = listOf(item { check("positive", "price > 0") }),
                upgrade = { renameConstraint("item", "positive", "price_positive") },
                after = listOf(item { check("price_positive", "price > 0") }),
            ),
        )

private val indexes
    get() =
        listOf(
            OperationCase(
                "create index",
                before = listOf(item()),
                upgrade = { createIndex("item", "name", "price") },
                after = listOf(item { index("name", "price") }),
            ),
            OperationCase(
                "create unique index",
                before = listOf(item()),
                upgrade = { createIndex("item", "name", unique = true, name = "one_name") },
                sees = { catalog ->
                    val table = catalog.table("item").get()
                    table.indexes().any { it.name() == "one_name" && it.unique() } ||
                        table.uniqueKeys().any { it.name().get() == "one_name" }
                },
            ),
            OperationCase(
                "create partial index",
                before = listOf(item()),
                upgrade = { createIndex("item", "name", where = "price > 10", name = "dear") },
                after = listOf(item { index("name", where = "price > 10", name = "dear") }),
                refused = noPartial,
            ),
            OperationCase(
                "create index of an expression, descending",
                before = listOf(item()),
                upgrade = {
                    createIndex("item", name = "mixed") {
                        expression("lower(name)")
                        column("price", descending = true)
                    }
                },
                after =
                    listOf(
                        item {
                            index(name = "mixed") {
                                expression("lower(name)")
                                column("price", descending = true)
                            }
                        },
                    ),
                refused = on(MARIADB, message = "indexes on expressions"),
            ),
            OperationCase(
                "create index, descending",
                before = listOf(item()),
                upgrade = { createIndex("item", name = "down") { column("price", descending = true) } },
                after = listOf(item { index(name = "down") { column("price", descending = true) } }),
            ),
            OperationCase(
                "create index by a method",
                before = listOf(item()),
                upgrade = { createIndex("item", "name", using = "hash", name = "hashed") },
                after = listOf(item { index("name", using = "hash", name = "hashed") }),
                refused = on(SQLITE, message = "choice of index methods"),
            ),
            OperationCase(
                "create index that includes columns",
                before = listOf(item()),
                upgrade = { createIndex("item", "name", include = listOf("price"), name = "covering") },
                after = listOf(item { index("name", include = listOf("price"), name = "covering") }),
                refused = everywhereBut(POSTGRESQL, message = "INCLUDE in indexes"),
            ),
            OperationCase(
                "create index concurrently",
                before = listOf(item()),
                upgrade = { createIndex("item", "name", concurrently = true) },
                after = listOf(item { index("name") }),
            ),
            OperationCase(
                "create index if it does not exist",
                before = listOf(item { index("name") }),
                upgrade = { createIndex("item", "name", ifNotExists = true) },
                after = listOf(item { index("name") }),
                downgrade = { },
                refused = on(MYSQL, message = "IF NOT EXISTS for indexes"),
            ),
            OperationCase(
                "drop index",
                before = listOf(item { index("name") }),
                upgrade = { dropIndex("item", "name") },
                after = listOf(item()),
            ),
            OperationCase(
                "rename index",
                before = listOf(item { index("name") }),
                upgrade = { renameIndex("item", "item_name", "by_name") },
                after = listOf(item { index("name", name = "by_name") }),
            ),
        )

private val objects
    get() =
        listOf(
            OperationCase(
                "create sequence",
                upgrade = { createSequence("counter", start = 10, increment = 5, maximum = 100, cycles = true) },
                sees = { catalog -> catalog.sequences().single().let { it.start() == 10L && it.increment() == 5L && it.cycles() } },
                refused = noSequences,
            ),
            OperationCase(
                "alter sequence",
                setUp = { createSequence("counter", maximum = 1000) },
                upgrade = {
                    alterSequence("counter", increment = 3, maximum = 1000, was = Sequence("counter", incrementBy = 1, maxValue = 1000))
                },
                sees = { catalog -> catalog.sequences().single().increment() == 3L },
                refused = noSequences,
            ),
            OperationCase(
                "drop sequence",
                setUp = { createSequence("counter", start = 7, maximum = 1000) },
                upgrade = { dropSequence(Sequence("counter", startWith = 7, maxValue = 1000)) },
                sees = { it.sequences().isEmpty() },
                refused = noSequences,
            ),
            OperationCase(
                "rename sequence",
                setUp = { createSequence("counter") },
                upgrade = { renameSequence("counter", "numbers") },
                sees = { it.sequences().single().name() == "numbers" },
                refused = noSequences,
            ),
            OperationCase(
                "create enum",
                upgrade = { createEnum("mood", "sad", "it's ok") },
                sees = { it.enums().single().values() == listOf("sad", "it's ok") },
                refused = noEnums,
            ),
            OperationCase(
                "add enum value",
                setUp = { createEnum("mood", "sad", "ok") },
                upgrade = {
                    addEnumValue("mood", "happy")
                    addEnumValue("mood", "fine", before = "ok")
                },
                sees = { it.enums().single().values() == listOf("sad", "fine", "ok", "happy") },
                downgrade = {
                    dropEnum("mood")
                    createEnum("mood", "sad", "ok")
                },
                refused = noEnums,
            ),
            OperationCase(
                "rename enum value",
                setUp = { createEnum("mood", "sad", "ok") },
                upgrade = { renameEnumValue("mood", "ok", "fine") },
                sees = { it.enums().single().values() == listOf("sad", "fine") },
                refused = noEnums,
            ),
            OperationCase(
                "drop enum",
                setUp = { createEnum("mood", "sad", "ok") },
                upgrade = { dropEnum("mood", "sad", "ok") },
                sees = { it.enums().isEmpty() },
                refused = noEnums,
            ),
            OperationCase(
                "create view",
                before = listOf(item()),
                upgrade = { createView("dear", "SELECT id FROM item WHERE price > 10") },
                sees = { it.views().single().name() == "dear" },
            ),
            OperationCase(
                "replace view",
                before = listOf(item()),
                setUp = { createView("dear", "SELECT id FROM item WHERE price > 10") },
                upgrade = {
                    createView("dear", "SELECT id FROM item WHERE price > 99", was = "SELECT id FROM item WHERE price > 10")
                },
                sees = { "99" in it.views().single().definition() },
            ),
            OperationCase(
                "drop view",
                before = listOf(item()),
                setUp = { createView("dear", "SELECT id FROM item WHERE price > 10") },
                upgrade = { dropView("dear", was = "SELECT id FROM item WHERE price > 10") },
                sees = { it.views().isEmpty() },
            ),
            OperationCase(
                "create materialized view",
                before = listOf(item()),
                upgrade = { createView("dear", "SELECT id FROM item WHERE price > 10", materialized = true) },
                sees = { it.views().single().materialized() },
                refused = noMaterialized,
            ),
            OperationCase(
                "create trigger",
                before = listOf(item()),
                setUp = { createPriceFunction() },
                upgrade = { replaceable("item_price", create = priceTrigger(5)) },
                sees = { insertedPrice() == 5 },
                downgrade = {
                    undo { replaceable("item_price", create = priceTrigger(5)) }
                    check(insertedPrice() == null) { "the trigger is still there" }
                },
            ),
            OperationCase(
                "replace trigger",
                before = listOf(item()),
                setUp = {
                    createPriceFunction()
                    replaceable("item_price", create = priceTrigger(5))
                },
                upgrade = { replaceable("item_price", create = priceTrigger(6), was = priceTrigger(5)) },
                sees = { insertedPrice() == 6 },
                downgrade = {
                    undo { replaceable("item_price", create = priceTrigger(6), was = priceTrigger(5)) }
                    check(insertedPrice() == 5) { "the old trigger is not there" }
                },
            ),
            OperationCase(
                "replace function",
                setUp = { if (kind != "sqlite") replaceable("total_price", create = totalPrice("a + 1")) },
                upgrade = { if (kind != "sqlite") replaceable("total_price", create = totalPrice("a + 2"), was = totalPrice("a + 1")) },
                sees = { kind == "sqlite" || query("SELECT total_price(1)").single()[0].toString() == "3" },
                downgrade = {
                    if (kind != "sqlite") {
                        undo { replaceable("total_price", create = totalPrice("a + 2"), was = totalPrice("a + 1")) }
                        check(query("SELECT total_price(1)").single()[0].toString() == "2") { "the old function is not there" }
                    }
                },
            ),
        )

private fun OperationScope.totalPrice(sum: String) =
    "-- what it costs\nCREATE FUNCTION total_price(a integer) RETURNS integer ${if (kind == "mysql") "DETERMINISTIC " else ""}RETURN $sum;\n"

/** Triggers of PostgreSQL call a function. */
private fun OperationScope.createPriceFunction() {
    if (kind != "postgresql") return
    execute(
        "CREATE OR REPLACE FUNCTION set_price() RETURNS trigger LANGUAGE plpgsql AS " +
            "$$ BEGIN NEW.price := TG_ARGV[0]::integer; RETURN NEW; END $$",
    )
}

private fun OperationScope.priceTrigger(price: Int) =
    when (kind) {
        "postgresql" -> "CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION set_price($price)"
        "sqlite" ->
            "CREATE TRIGGER item_price AFTER INSERT ON item BEGIN UPDATE item SET price = $price WHERE id = NEW.id; END;"
        else -> "CREATE TRIGGER item_price BEFORE INSERT ON item FOR EACH ROW BEGIN SET NEW.price = $price; END;"
    }

/** The price that a new row gets by itself. */
private fun OperationScope.insertedPrice(): Any? {
    insert("item") { row("id" to 1, "name" to "one") }
    return query("SELECT price FROM item").single()[0].also { execute("DELETE FROM item") }
}

private val data
    get() =
        listOf(
            OperationCase(
                "insert rows",
                before = listOf(item()),
                upgrade = {
                    insert("item") {
                        row("id" to 1, "name" to "it's", "price" to null)
                        row("id" to 2, "name" to "two")
                    }
                },
                sees = { query("SELECT name FROM item ORDER BY id").map { it[0] } == listOf("it's", "two") },
                downgrade = { execute("DELETE FROM item") },
            ),
            OperationCase(
                "execute with parameters, and what takes it back",
                before = listOf(item()),
                upgrade = { execute("INSERT INTO item (id, name) VALUES (?, ?)", 1, "it's", undo = "DELETE FROM item WHERE id = 1") },
                sees = { query("SELECT name FROM item WHERE id = ?", 1).single()[0] == "it's" },
            ),
        )
