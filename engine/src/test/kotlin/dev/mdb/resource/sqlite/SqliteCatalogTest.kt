package dev.mdb.resource.sqlite

import dev.mdb.error.MdbException
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Sql
import dev.mdb.resource.TestResource
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import dev.mdb.schema.Catalog
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Table
import dev.mdb.schema.UniqueKey
import dev.mdb.schema.View
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

private fun TestResource.catalog(vararg statements: String): Catalog =
    resource.connect(Access.WRITE).use { session ->
        session.state().prepare()
        statements.forEach { session.execute(Sql(it)) }
        session.catalog().read(emptyList())
    }

private fun none() = Optional.empty<String>()

private val wanted =
    Catalog(
        listOf(
            Table(
                "item",
                listOf(
                    Column("id", "INTEGER", false, none(), Identity.AUTO_INCREMENT, Optional.empty(), none(), none()),
                    Column(
                        "name",
                        "varchar(20)",
                        false,
                        Optional.of("'it''s'"),
                        Identity.NONE,
                        Optional.empty(),
                        Optional.of("NOCASE"),
                        none(),
                    ),
                    Column("price", "DECIMAL(10,2)", true, Optional.of("1 + 2"), Identity.NONE, Optional.empty(), none(), none()),
                    Column("made", "TEXT", false, Optional.of("CURRENT_TIMESTAMP"), Identity.NONE, Optional.empty(), none(), none()),
                    Column("gross", "REAL", true, none(), Identity.NONE, Optional.of(Generated("price * 2", false)), none(), none()),
                    Column.of("parent", "INTEGER", true),
                ),
                Optional.of(PrimaryKey(none(), listOf("id"))),
                listOf(UniqueKey(Optional.of("item_name"), listOf("name", "parent"))),
                listOf(
                    ForeignKey(
                        Optional.of("item_parent"),
                        listOf("parent"),
                        "item",
                        listOf("id"),
                        ReferenceAction.CASCADE,
                        ReferenceAction.SET_NULL,
                        ForeignKey.Deferral.INITIALLY_DEFERRED,
                    ),
                ),
                listOf(Check(Optional.of("item_price"), "\"price\">0")),
                listOf(
                    Index(
                        "item_lower",
                        true,
                        listOf(Index.Part("lower(name)", true, true, ""), Index.Part.column("price")),
                        none(),
                        Optional.of("price is not null"),
                        emptyList(),
                    ),
                ),
                none(),
            ),
        ),
        emptyList(),
        emptyList(),
        listOf(View("cheap", "SELECT name FROM item WHERE price < 5", false)),
        emptyList(),
    )

class SqliteCatalogTest :
    FunSpec({
        test("tables and views by name, without mdb's own; triggers and what else is not compared are listed") {
            withResource(Kind.SQLITE) {
                val catalog =
                    catalog(
                        "CREATE TABLE z (a TEXT PRIMARY KEY, b INT UNIQUE ON CONFLICT IGNORE) WITHOUT ROWID",
                        "CREATE TABLE \"A b\" (id INTEGER PRIMARY KEY AUTOINCREMENT, z REFERENCES Z ON DELETE CASCADE)",
                        "CREATE UNIQUE INDEX z_b ON z (b)",
                        "CREATE VIEW v (x, y) AS SELECT a, b FROM z",
                        "CREATE TRIGGER t AFTER INSERT ON z BEGIN DELETE FROM z; END",
                        "CREATE VIRTUAL TABLE f USING fts5(body)",
                    )
                catalog.tables().map { it.name() }.shouldContainExactly("A b", "z")
                catalog.unread().shouldContainExactly(
                    "trigger t on z",
                    "virtual table f",
                    "WITHOUT ROWID of table z",
                    "ON CONFLICT IGNORE of table z",
                )
                val z = catalog.table("z").get()
                z.column("a").get().nullable() shouldBe false
                z.uniqueKeys().map { it.columns() } shouldBe listOf(listOf("b"))
                z.indexes().map { it.name() }.shouldContainExactly("z_b")
                catalog.table("A b").get().foreignKeys().single().let {
                    it.table() shouldBe "z"
                    it.targetColumns().shouldContainExactly("a")
                }
                resource.connect(Access.READ).use { session ->
                    session
                        .catalog()
                        .table("a B")
                        .get()
                        .name() shouldBe "A b"
                    session.catalog().table("nothing") shouldBe Optional.empty()
                    shouldThrow<MdbException> { session.catalog().read(listOf("other")) }.exitStatus() shouldBe 2
                    val view = catalog.views().single().definition()
                    session.query("SELECT x, y FROM ($view)", emptyList()).size shouldBe 0
                }
            }
        }

        test("what was wanted and what is there are equal when both were normalised, and normalising again changes nothing") {
            withResource(Kind.SQLITE) {
                resource.connect(Access.WRITE).use { session ->
                    val normal = session.catalog().normalise(wanted)
                    session.catalog().normalise(normal) shouldBe normal
                    session
                        .catalog()
                        .read(emptyList())
                        .tables()
                        .size shouldBe 0
                    dev.mdb.schema.Ddl
                        .of(dev.mdb.schema.Dialect.SQLITE)
                        .create(wanted)
                        .forEach { session.execute(Sql(it)) }
                    session.catalog().read(emptyList()) shouldBe normal
                    normal
                        .table("item")
                        .get()
                        .column("name")
                        .get()
                        .type() shouldBe "VARCHAR(20)"
                    normal
                        .table("item")
                        .get()
                        .checks()
                        .single()
                        .expression() shouldBe "price > 0"
                }
            }
        }

        test("a table that SQLite refuses is named") {
            withResource(Kind.SQLITE) {
                val bad =
                    Table(
                        "bad",
                        listOf(Column.of("a", "INTEGER", true)),
                        Optional.empty(),
                        emptyList(),
                        emptyList(),
                        listOf(Check(none(), "nowhere > 0")),
                        emptyList(),
                        none(),
                    )
                val failure =
                    shouldThrow<MdbException> {
                        resource
                            .connect(
                                Access.WRITE,
                            ).use { it.catalog().normalise(Catalog(listOf(bad), emptyList(), emptyList(), emptyList(), emptyList())) }
                    }
                failure.message.orEmpty() shouldContain "table bad"
                failure.message.orEmpty() shouldContain "nowhere"
            }
        }
    })
