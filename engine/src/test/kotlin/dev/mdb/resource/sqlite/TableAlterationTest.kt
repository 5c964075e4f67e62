package dev.mdb.resource.sqlite

import dev.mdb.error.MdbException
import dev.mdb.operation.TableOperation
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.Session
import dev.mdb.resource.Sql
import dev.mdb.resource.TestResource
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import dev.mdb.schema.Check
import dev.mdb.schema.Column
import dev.mdb.schema.ColumnPatch
import dev.mdb.schema.Dialect
import dev.mdb.schema.ForeignKey
import dev.mdb.schema.Generated
import dev.mdb.schema.Identity
import dev.mdb.schema.PrimaryKey
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.TableChange
import dev.mdb.schema.UniqueKey
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContain
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.util.Optional

class Alter(private val name: String, private vararg val changes: TableChange) : TableOperation {
    override fun describe() = "alter table $name"

    override fun table() = name

    override fun changes(dialect: Dialect) = changes.asList()

    override fun render(dialect: Dialect) = error("has to see the database")
}

fun patch(
    type: String? = null,
    using: String? = null,
    nullable: Boolean? = null,
    default: Optional<String>? = null,
    identity: Identity? = null,
    generated: Optional<Generated>? = null,
    collation: Optional<String>? = null,
) = ColumnPatch(
    Optional.ofNullable(type),
    Optional.ofNullable(using),
    Optional.ofNullable(nullable),
    Optional.ofNullable(default),
    Optional.ofNullable(identity),
    Optional.ofNullable(generated),
    Optional.ofNullable(collation),
    Optional.empty(),
)

fun alter(column: String, patch: ColumnPatch) = TableChange.AlterColumn(column, patch, Optional.empty())

fun add(column: Column) = TableChange.AddColumn(column)

fun drop(column: String) = TableChange.DropColumn(column, Optional.empty())

fun rename(from: String, to: String) = TableChange.RenameColumn(from, to)

fun check(expression: String, name: String? = null) = TableChange.AddCheck(Check(Optional.ofNullable(name), expression))

fun unique(name: String, vararg columns: String) = TableChange.AddUnique(UniqueKey(Optional.of(name), columns.asList()))

fun reference(name: String, column: String, table: String, to: String, onDelete: ReferenceAction = ReferenceAction.NO_ACTION) =
    TableChange.AddForeignKey(
        ForeignKey(
            Optional.of(name),
            listOf(column),
            table,
            listOf(to),
            onDelete,
            ReferenceAction.NO_ACTION,
            ForeignKey.Deferral.NOT_DEFERRABLE,
        ),
    )

private const val TABLE =
    "CREATE TABLE item (\n  id INTEGER PRIMARY KEY, -- number\n  name TEXT, -- of the item\n  price INT DEFAULT 0,\n  note TEXT\n)"

private fun table(sql: String = TABLE, vararg more: String, test: TestResource.(Session) -> Unit) {
    withResource(Kind.SQLITE) {
        resource.connect(Access.WRITE).use { session ->
            (listOf(sql) + more).forEach { session.execute(Sql(it)) }
            test(session)
        }
    }
}

private fun Session.values(sql: String) = query(sql, emptyList()).map { it.values() }

fun Session.sql(name: String) = query("SELECT sql FROM sqlite_master WHERE name = ?", listOf(name)).single()[0] as String

private fun Session.change(vararg changes: TableChange) = execute(Alter("item", *changes))

private fun Session.statements(vararg changes: TableChange) = parts(Alter("item", *changes)).flatMap { it.statements() }.map { it.text() }

private fun refused(test: () -> Unit) = shouldThrow<MdbException> { test() }.message.orEmpty()

class TableAlterationTest :
    FunSpec({
        test("what SQLite has a statement for is not rebuilt") {
            table { session ->
                session.statements(add(Column.of("more", "INT", true)), rename("note", "remark"), drop("remark")).shouldContainExactly(
                    "ALTER TABLE item RENAME COLUMN note TO remark",
                    "ALTER TABLE item ADD COLUMN more INT NULL",
                    "ALTER TABLE item DROP COLUMN remark",
                )
                session.statements(check("price >= 0", "item_price"), alter("name", patch(nullable = false))).shouldContainExactly(
                    "ALTER TABLE item ADD CONSTRAINT item_price CHECK (price >= 0)",
                    "ALTER TABLE item ALTER COLUMN name SET NOT NULL",
                )
                session.change(check("price >= 0", "item_price"), alter("name", patch(nullable = false)))
                session
                    .statements(
                        TableChange.DropCheck("ITEM_price", Optional.empty()),
                        alter("name", patch(nullable = true)),
                    ).shouldContainExactly(
                        "ALTER TABLE item DROP CONSTRAINT ITEM_price",
                        "ALTER TABLE item ALTER COLUMN name DROP NOT NULL",
                    )
            }
        }

        test("what changes nothing needs no statement") {
            table { session ->
                val column =
                    session
                        .catalog()
                        .table("item")
                        .get()
                        .column("price")
                        .get()
                session.statements(alter("price", ColumnPatch.to(column))).shouldBeEmpty()
                session.statements(alter("price", patch(type = "int", default = Optional.of("0")))).shouldBeEmpty()
                session.statements(TableChange.SetTableComment(Optional.of("x"), Optional.empty())).shouldBeEmpty()
            }
        }

        test("several changes are one rebuild, and only what they concern is written anew") {
            table { session ->
                session.execute(Sql("INSERT INTO item VALUES (7, 'a', 5, NULL), (9, NULL, NULL, 'n')"))
                val changes =
                    arrayOf<TableChange>(
                        alter("name", patch(type = "VARCHAR(20)", nullable = false, default = Optional.of("'none'"))),
                        rename("note", "remark"),
                        add(
                            Column(
                                "made",
                                "TEXT",
                                false,
                                Optional.of("CURRENT_TIMESTAMP"),
                                Identity.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                            ),
                        ),
                        unique("item_key", "name", "remark"),
                        check("length(remark) < 10"),
                        rename("made", "created"),
                        drop("price"),
                    )
                session.statements(*changes).count { it.startsWith("CREATE TABLE") } shouldBe 1
                session.change(*changes)
                session.sql("item") shouldBe
                    "CREATE TABLE \"item\" (\n  id INTEGER PRIMARY KEY, -- number\n" +
                    "  name VARCHAR(20) DEFAULT 'none' NOT NULL, -- of the item\n  remark TEXT,\n" +
                    "  created TEXT DEFAULT CURRENT_TIMESTAMP NOT NULL,\n" +
                    "  CONSTRAINT item_key UNIQUE (name, remark),\n  CHECK (length(remark) < 10)\n)"
                session.values("SELECT id, name, remark, length(created) FROM item ORDER BY id").shouldContainExactly(
                    listOf(7, "a", null, 19),
                    listOf(9, "none", "n", 19),
                )
            }
        }

        test("each patch of a column: type with and without an expression, default, collation, generated, identity") {
            table { session ->
                session.execute(Sql("INSERT INTO item VALUES (3, 'x', 5, '12 apples')"))
                session.change(alter("note", patch(type = "INT", using = "CAST(note AS INTEGER)")))
                session.change(alter("price", patch(type = "TEXT", default = Optional.empty())))
                session
                    .values(
                        "SELECT note, typeof(note), price, typeof(price) FROM item",
                    ).single()
                    .shouldContainExactly(12, "integer", "5", "text")
                session.change(alter("name", patch(collation = Optional.of("NOCASE"), default = Optional.of("lower('A')"))))
                session.execute(Sql("INSERT INTO item (id) VALUES (4)"))
                session.values("SELECT name FROM item WHERE name = 'X' OR name = 'A' ORDER BY id").flatten().shouldContainExactly("x", "a")
                session.change(alter("price", patch(type = "INT", generated = Optional.of(Generated("note * 2", true)))))
                session.values("SELECT price FROM item ORDER BY id").flatten().shouldContainExactly(24, null)
                session.change(alter("price", patch(generated = Optional.empty())))
                session.execute(Sql("UPDATE item SET note = 1, price = price + 1 WHERE id = 3"))
                session.values("SELECT note, price FROM item WHERE id = 3").single().shouldContainExactly(1, 25)
                session.change(alter("id", patch(identity = Identity.AUTO_INCREMENT)))
                session.execute(Sql("INSERT INTO item (name) VALUES ('last')"))
                session.execute(Sql("DELETE FROM item WHERE name = 'last'"))
                session.change(alter("name", patch(collation = Optional.empty())))
                session.execute(Sql("INSERT INTO item (name) VALUES ('next')"))
                session.values("SELECT id FROM item WHERE name = 'next'").single().single() shouldBe 6
                session.change(alter("id", patch(identity = Identity.NONE)))
                session.sql("item") shouldNotContain "AUTOINCREMENT"
                session.sql("item") shouldContain "id INTEGER PRIMARY KEY, -- number"
            }
        }

        test("keys and constraints are added, renamed and dropped, also those without a name") {
            table(
                "CREATE TABLE item (a INT, b INT UNIQUE, c INT CHECK (c > 0) REFERENCES other, UNIQUE (a, b))",
                "CREATE TABLE other (id INTEGER PRIMARY KEY)",
            ) { session ->
                val before = session.catalog().table("item").get()
                session.change(TableChange.AddPrimaryKey(PrimaryKey(Optional.of("item_pk"), listOf("a", "b"))))
                session.catalog().table("item").get().let {
                    it.primaryKey().get() shouldBe PrimaryKey(Optional.of("item_pk"), listOf("a", "b"))
                    it.column("a").get().nullable() shouldBe false
                }
                session.change(TableChange.RenameConstraint("item_pk", "renamed"))
                session
                    .catalog()
                    .table("item")
                    .get()
                    .primaryKey()
                    .get()
                    .name()
                    .get() shouldBe "renamed"
                session.change(
                    TableChange.DropPrimaryKey(Optional.empty(), Optional.empty()),
                    TableChange.DropUnique("x", Optional.of(before.uniqueKeys()[0])),
                    TableChange.DropUnique("y", Optional.of(before.uniqueKeys()[1])),
                    TableChange.DropForeignKey("z", Optional.of(before.foreignKeys().single())),
                    TableChange.DropCheck("c", Optional.of(before.checks().single())),
                )
                session.sql("item") shouldBe "CREATE TABLE \"item\" (a INT NOT NULL, b INT NOT NULL, c INT)"
                session.change(reference("item_other", "c", "other", "id", ReferenceAction.CASCADE))
                session.change(TableChange.RenameConstraint("item_other", "far"))
                session
                    .catalog()
                    .table("item")
                    .get()
                    .foreignKeys()
                    .single()
                    .name()
                    .get() shouldBe "far"
                session.change(TableChange.DropForeignKey("far", Optional.empty()))
                session
                    .catalog()
                    .table("item")
                    .get()
                    .foreignKeys()
                    .shouldBeEmpty()
            }
        }

        test("indexes, triggers and views stay, and know a renamed column; an index over a dropped column goes") {
            table(
                TABLE,
                "CREATE TABLE log (what TEXT)",
                "CREATE INDEX item_name ON item (name COLLATE NOCASE DESC) WHERE price > 0",
                "CREATE UNIQUE INDEX item_note ON item (note)",
                "CREATE TRIGGER item_log AFTER UPDATE OF name ON item BEGIN INSERT INTO log VALUES (old.name || '>' || new.name); END",
                "CREATE TRIGGER log_item BEFORE DELETE ON log BEGIN UPDATE item SET price = 0 WHERE name = old.what; END",
                "CREATE VIEW named AS SELECT id, name FROM item",
                "INSERT INTO item VALUES (1, 'a', 1, 'n')",
            ) { session ->
                session.change(rename("name", "title"), alter("price", patch(type = "REAL")), drop("note"))
                session.execute(Sql("UPDATE item SET title = 'b'"))
                session.values("SELECT what FROM log").single().single() shouldBe "a>b"
                session.values("SELECT * FROM named").single().shouldContainExactly(1, "b")
                session
                    .catalog()
                    .table("item")
                    .get()
                    .indexes()
                    .map { it.name() }
                    .shouldContainExactly("item_name")
                session.sql("item_name") shouldContain "DESC) WHERE price > 0"
                session.query("PRAGMA integrity_check", emptyList()).single()[0] shouldBe "ok"
                refused { session.change(drop("title"), alter("price", patch(type = "INT"))) }.let {
                    it shouldContain "view named could not go on"
                    it shouldContain "title"
                }
                session.execute(Sql("DROP VIEW named"))
                refused { session.change(drop("title")) } shouldContain "trigger"
            }
        }

        test("a view that was broken before is nobody's fault") {
            table(TABLE, "CREATE VIEW broken AS SELECT * FROM nowhere") { session ->
                session.change(alter("price", patch(type = "TEXT")))
                session
                    .catalog()
                    .table("item")
                    .get()
                    .column("price")
                    .get()
                    .type() shouldBe "TEXT"
            }
        }

        test("rowids, the highest number given, STRICT and WITHOUT ROWID stay") {
            table(
                "CREATE TABLE item (a TEXT) STRICT",
                "INSERT INTO item VALUES ('x'), ('y'), ('z')",
                "DELETE FROM item WHERE a = 'y'",
            ) { session ->
                session.change(unique("item_a", "a"))
                session.values("SELECT rowid, a FROM item").shouldContainExactly(listOf(1, "x"), listOf(3, "z"))
                session.sql("item") shouldContain "STRICT"
            }
            table("CREATE TABLE item (a TEXT PRIMARY KEY, rowid INT) WITHOUT ROWID", "INSERT INTO item VALUES ('x', 5)") { session ->
                session.change(alter("a", patch(type = "VARCHAR(9)")))
                session.values("SELECT a, rowid FROM item").single().shouldContainExactly("x", 5)
                session.sql("item") shouldContain "WITHOUT ROWID"
            }
            table(
                "CREATE TABLE item (id INTEGER PRIMARY KEY AUTOINCREMENT, a)",
                "INSERT INTO item (a) VALUES (1), (2)",
                "DELETE FROM item",
            ) { session ->
                session.change(alter("a", patch(type = "INT")))
                session.execute(Sql("INSERT INTO item (a) VALUES (3)"))
                session.values("SELECT id FROM item").single().single() shouldBe 3
            }
        }

        test("names change places in one operation") {
            table(TABLE, "INSERT INTO item VALUES (1, 'n', 2, 'r')") { session ->
                session.change(
                    rename("name", "swap"),
                    rename("note", "name"),
                    rename("swap", "note"),
                    alter("note", patch(nullable = false)),
                )
                session.values("SELECT name, note FROM item").single().shouldContainExactly("r", "n")
                session.change(drop("name"), rename("note", "name"))
                session.values("SELECT name FROM item").single().single() shouldBe "n"
                session.change(rename("name", "NAME"))
                session
                    .catalog()
                    .table("item")
                    .get()
                    .columns()[1]
                    .name() shouldBe "NAME"
            }
        }

        test("a change of what is not there, or is there already, says what is there") {
            table { session ->
                refused { session.execute(Alter("nowhere", drop("a"))) } shouldContain "there is no table 'nowhere'"
                refused { session.change(drop("colour")) } shouldContain "no column 'colour', only id, name, price, note"
                refused { session.change(TableChange.DropUnique("k", Optional.empty())) } shouldContain "no unique key 'k'"
                refused { session.change(add(Column.of("NAME", "TEXT", true))) } shouldContain "has a column 'NAME' already"
                refused { session.change(TableChange.AddPrimaryKey(PrimaryKey(Optional.empty(), listOf("name")))) } shouldContain
                    "has a primary key already"
                refused { session.change(alter("name", patch(identity = Identity.AUTO_INCREMENT))) } shouldContain "not its primary key"
                refused { session.change(unique("k", "name"), check("nonsense > 1")) } shouldContain "nonsense"
                session.sql("item") shouldBe TABLE
            }
        }

        test("rows that the new table does not take leave all as before") {
            table(TABLE, "CREATE INDEX i ON item (name)", "INSERT INTO item VALUES (1, 'a', 1, NULL), (2, 'a', 2, 'n')") { session ->
                val before = session.query("SELECT * FROM sqlite_master", emptyList()).map { it.toString() }
                refused { session.change(unique("item_name", "name")) } shouldContain "UNIQUE"
                refused { session.change(check("price < 2"), alter("price", patch(type = "TEXT"))) } shouldContain "CHECK"
                refused { session.change(alter("note", patch(nullable = false))) } shouldContain
                    "rows that do not fit: ALTER TABLE item ALTER COLUMN note SET NOT NULL"
                session.query("SELECT * FROM sqlite_master", emptyList()).map { it.toString() } shouldBe before
                session.values("SELECT count(*) FROM item").single().single() shouldBe 2
                session.values("PRAGMA legacy_alter_table").single().single() shouldBe 0
            }
        }

        test("a conflict clause does not let a rebuild lose rows") {
            table("CREATE TABLE item (a TEXT UNIQUE ON CONFLICT IGNORE)", "INSERT INTO item VALUES ('x'), ('X')") { session ->
                refused { session.change(alter("a", patch(collation = Optional.of("NOCASE")))) } shouldContain "UNIQUE"
                session.values("SELECT count(*) FROM item").single().single() shouldBe 2
            }
        }

        test("a name that is taken by another thing is not used for the new table") {
            table(TABLE, "CREATE TABLE mdb_new_item (a)", "INSERT INTO mdb_new_item VALUES (1)") { session ->
                session.change(alter("price", patch(type = "TEXT")))
                session.values("SELECT count(*) FROM mdb_new_item").single().single() shouldBe 1
                session
                    .catalog()
                    .read(emptyList())
                    .tables()
                    .map { it.name() } shouldContain "item"
            }
        }
    })
