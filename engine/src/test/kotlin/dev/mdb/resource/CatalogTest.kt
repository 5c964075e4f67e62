package dev.mdb.resource

import dev.mdb.error.MdbException
import dev.mdb.schema.Catalog
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Table
import dev.mdb.schema.View
import dev.mdb.testing.CatalogDump
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.util.Optional

private fun golden(name: String) =
    CatalogTest::class.java
        .getResource("/catalog/$name")!!
        .readText()
        .trim()

private val noSchemas = emptyList<String>()

/** The servers whose catalogue this tests; MySQL too where there is one. */
private val kinds = arrayOf(Kind.POSTGRES, Kind.MARIADB)

private fun Session.run(vararg statements: String) = statements.forEach { execute(Sql(it)) }

private fun Session.runFile(name: String) {
    golden(name).split(";\n").forEach { execute(Sql(it)) }
}

private fun Session.scratchPlaces() =
    query("SELECT schema_name FROM information_schema.schemata WHERE schema_name LIKE 'mdb_scratch%'", emptyList())

private fun table(
    name: String,
    vararg columns: Column,
    foreignKeys: List<ForeignKey> = emptyList(),
    checks: List<Check> = emptyList(),
    indexes: List<Index> = emptyList(),
) = Table(
    name,
    columns.toList(),
    Optional.of(PrimaryKey(Optional.empty(), listOf("id"))),
    emptyList(),
    foreignKeys,
    checks,
    indexes,
    Optional.empty(),
)

private fun catalog(vararg tables: Table) = Catalog(tables.toList(), emptyList(), emptyList(), emptyList(), emptyList())

private fun pointingTo(
    table: String,
    vararg target: String,
) = ForeignKey(
    Optional.of("item_other"),
    listOf("other"),
    table,
    target.toList(),
    ReferenceAction.CASCADE,
    ReferenceAction.NO_ACTION,
    ForeignKey.Deferral.NOT_DEFERRABLE,
)

private val id = Column.of("id", "int", false)

class CatalogTest :
    FunSpec({
        test("a rich schema of PostgreSQL is read as it is") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use {
                    it.runFile("postgres.sql")
                    CatalogDump.of(it.catalog().read(listOf("sales"))) shouldBe golden("postgres.txt")
                }
            }
        }

        test("a rich schema of MariaDB is read as it is") {
            withResource(Kind.MARIADB) {
                resource.connect(Access.WRITE).use {
                    it.run("ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci")
                    it.runFile("mariadb.sql")
                    CatalogDump.of(it.catalog().read(noSchemas)) shouldBe golden("mariadb.txt")
                }
            }
        }

        test("what was read comes out the same when it is created and read again") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    if (kind == Kind.POSTGRES) it.runFile("postgres.sql") else it.runFile("mariadb.sql")
                    // A check within a column has no name of its own, and no place in what mdb creates.
                    if (kind == Kind.MARIADB) it.run("ALTER TABLE small MODIFY level int", "DROP TABLE memory")
                    if (kind == Kind.MARIADB) it.run("ALTER TABLE small CONVERT TO CHARACTER SET utf8mb4")
                    val read = it.catalog().read(listOf("sales").filter { kind == Kind.POSTGRES })
                    val again = it.catalog().normalise(read)
                    CatalogDump.of(again) shouldBe
                        CatalogDump.of(Catalog(read.tables(), read.sequences(), read.enums(), read.views(), emptyList()))
                    it.scratchPlaces().shouldBeEmpty()
                }
            }
        }

        test("mdb's own tables are in no catalogue, neither those of this module nor of another") {
            withResource(*kinds) {
                for (module in listOf("mdb_version_one", "mdb_version_two")) {
                    open(versionTable = module).connect(Access.WRITE).use { it.state().prepare() }
                }
                open(versionTable = "mdb_version_one").connect(Access.WRITE).use {
                    it.run("CREATE TABLE item (id INTEGER PRIMARY KEY)")
                    val catalog = it.catalog().read(noSchemas)
                    catalog.tables().map(Table::name) shouldBe listOf("item")
                    catalog.sequences().shouldBeEmpty()
                    it.catalog().table("mdb_version_two_log") shouldBe Optional.empty()
                }
            }
        }

        test("one table is read by its name, with all that belongs to it, and nothing else of that name") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    it.run(
                        "CREATE TABLE owner (id INTEGER PRIMARY KEY)",
                        "CREATE TABLE item (id INTEGER PRIMARY KEY, other INTEGER, CONSTRAINT item_other FOREIGN KEY (other) REFERENCES owner (id))",
                        "CREATE INDEX item_pair ON item (other, id)",
                    )
                    val one = it.catalog().table("item").get()
                    one shouldBe
                        it
                            .catalog()
                            .read(noSchemas)
                            .table("item")
                            .get()
                    one.foreignKeys().single().table() shouldBe "owner"
                    one.indexes().single().name() shouldBe "item_pair"
                    it.catalog().table("ite_") shouldBe Optional.empty()
                    it.catalog().table("nowhere.item") shouldBe Optional.empty()
                }
            }
        }

        test("a table of another schema is read by its whole name") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use {
                    it.run(
                        "CREATE SCHEMA sales",
                        "CREATE TABLE owner (id INTEGER PRIMARY KEY)",
                        "CREATE TABLE sales.item (id INTEGER PRIMARY KEY, other INTEGER REFERENCES owner)",
                    )
                    val item = it.catalog().table("sales.item").get()
                    item.name() shouldBe "sales.item"
                    item.foreignKeys().single().table() shouldBe "owner"
                    it.catalog().table("item") shouldBe Optional.empty()
                    it
                        .catalog()
                        .read(noSchemas)
                        .tables()
                        .map(Table::name) shouldBe listOf("owner")
                    it
                        .catalog()
                        .table("public.owner")
                        .get()
                        .name() shouldBe "owner"
                }
            }
        }

        test("reading leaves the search path and an open transaction as they were") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use {
                    it.run("CREATE SCHEMA sales")
                    it.begin()
                    it.run("SET LOCAL search_path TO sales, public", "CREATE TABLE item (id INTEGER PRIMARY KEY)")
                    it
                        .catalog()
                        .read(listOf("public"))
                        .tables()
                        .map(Table::name) shouldBe listOf("item")
                    it.catalog().normalise(catalog(table("other", id)))
                    it.query("SHOW search_path", emptyList()).single().values() shouldBe listOf("sales, public")
                    it.commit()
                    it
                        .catalog()
                        .read(listOf("sales"))
                        .tables()
                        .map(Table::name) shouldBe listOf("sales.item")
                    it.scratchPlaces().shouldBeEmpty()
                }
            }
        }

        test("a foreign key to a table that is not wanted is normalised, and that table is not in the result") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    it.run("CREATE TABLE elsewhere (code INTEGER PRIMARY KEY)")
                    val wanted = table("item", id, Column.of("other", "int", true), foreignKeys = listOf(pointingTo("elsewhere", "code")))
                    val made = it.catalog().normalise(catalog(wanted))
                    made.tables().map(Table::name) shouldBe listOf("item")
                    made.tables().single().foreignKeys() shouldBe wanted.foreignKeys()
                    it
                        .catalog()
                        .read(noSchemas)
                        .tables()
                        .map(Table::name) shouldBe listOf("elsewhere")
                }
            }
        }

        test("types, defaults and checks come back in the engine's own words") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    val price =
                        Column(
                            "price",
                            "decimal(8, 2)",
                            false,
                            Optional.of("0"),
                            Identity.NONE,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("it's dear"),
                        )
                    val wanted = table("item", id, price, checks = listOf(Check(Optional.of("dear"), "((price)>0)")))
                    val made =
                        it
                            .catalog()
                            .normalise(catalog(wanted))
                            .tables()
                            .single()
                    made.column("price").get().type() shouldBe if (kind == Kind.POSTGRES) "numeric(8,2)" else "decimal(8,2)"
                    made
                        .column("price")
                        .get()
                        .comment()
                        .get() shouldBe "it's dear"
                    made.checks() shouldBe
                        listOf(Check(Optional.of("dear"), if (kind == Kind.POSTGRES) "price > 0::numeric" else "`price` > 0"))
                    it
                        .catalog()
                        .read(noSchemas)
                        .tables()
                        .shouldBeEmpty()
                }
            }
        }

        test("what the engine refuses is told with its table, and nothing is left behind") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    val wrong = table("item", id, Column.of("price", "no_such_type", true))
                    val problem = shouldThrow<MdbException> { it.catalog().normalise(catalog(wrong)) }.problems().single()
                    problem.code() shouldBe "model-refused"
                    problem.message() shouldContain "table 'item' is refused"
                    problem.data()["statement"].toString() shouldContain "no_such_type"
                    it.scratchPlaces().shouldBeEmpty()
                    it.run("CREATE TABLE item (id INTEGER)")
                    it
                        .catalog()
                        .read(noSchemas)
                        .tables()
                        .map(Table::name) shouldBe listOf("item")
                }
            }
        }

        test("a view that is refused is told with its name, and names of the scratch place are not shown") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    val wanted =
                        Catalog(emptyList(), emptyList(), emptyList(), listOf(View("cheap", "SELECT x FROM nowhere", false)), emptyList())
                    val problem = shouldThrow<MdbException> { it.catalog().normalise(wanted) }.problems().single()
                    problem.message() shouldContain "view 'cheap' is refused"
                    problem.message() shouldContain "nowhere"
                    problem.toString() + problem.data() shouldNotContain "mdb_scratch"
                    it.scratchPlaces().shouldBeEmpty()
                }
            }
        }

        test("whoever may not make a scratch place is told which right is missing") {
            withResource(*kinds) {
                withUser("secret") { user ->
                    open(url = addressWithoutLogin(), user = user, password = "secret").connect(Access.READ).use {
                        val problem = shouldThrow<MdbException> { it.catalog().normalise(catalog(table("item", id))) }.problems().single()
                        problem.code() shouldBe "no-scratch"
                        problem.help().get() shouldContain "GRANT CREATE"
                        it
                            .catalog()
                            .read(noSchemas)
                            .tables()
                            .shouldBeEmpty()
                    }
                }
            }
        }

        test("within a transaction MariaDB tries nothing out: that would commit it") {
            withResource(Kind.MARIADB) {
                resource.connect(Access.WRITE).use {
                    it.run("CREATE TABLE item (id INTEGER)")
                    it.begin()
                    it.run("INSERT INTO item VALUES (1)")
                    val problem = shouldThrow<MdbException> { it.catalog().normalise(catalog(table("other", id))) }.problems().single()
                    problem.code() shouldBe "no-scratch"
                    it.rollback()
                    it.query("SELECT * FROM item", emptyList()).shouldBeEmpty()
                }
            }
        }

        test("tables of another schema are tried out apart from the real ones") {
            withResource(*kinds) {
                resource.connect(Access.WRITE).use {
                    val owner = table("sales.owner", id)
                    val item =
                        table(
                            "item",
                            id,
                            Column.of("other", "int", true),
                            foreignKeys = listOf(pointingTo("sales.owner", "id")),
                            checks = listOf(Check(Optional.of("not_sales"), "id <> 0")),
                        )
                    val view = View("sales.both", "SELECT i.id FROM item i JOIN sales.owner o ON o.id = i.other", false)
                    val wanted = Catalog(listOf(item, owner), emptyList(), emptyList(), listOf(view), emptyList())
                    val made = it.catalog().normalise(wanted)
                    made.tables().map(Table::name) shouldBe listOf("item", "sales.owner")
                    made
                        .table("item")
                        .get()
                        .foreignKeys()
                        .single()
                        .table() shouldBe "sales.owner"
                    made.views().single().definition() shouldContain if (kind == Kind.POSTGRES) "JOIN sales.owner o" else "`sales`.`owner`"
                    CatalogDump.of(made).contains("mdb_scratch") shouldBe false
                    it.scratchPlaces().shouldBeEmpty()
                }
            }
        }
    })
