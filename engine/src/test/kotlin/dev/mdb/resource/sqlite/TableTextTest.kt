package dev.mdb.resource.sqlite

import dev.mdb.schema.Check
import dev.mdb.schema.ForeignKey.Deferral
import dev.mdb.schema.Identity
import dev.mdb.schema.Index
import dev.mdb.schema.ReferenceAction
import dev.mdb.schema.Table
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll
import java.util.Optional

private val nasty =
    """
    CREATE TABLE /* the (first) */ "it""em, (1)" ( -- items, all of them
      id INTEGER CONSTRAINT [pk of it] PRIMARY KEY ASC ON CONFLICT ROLLBACK AUTOINCREMENT, -- its number
      `na``me` VARCHAR ( 20 , 3 ) NOT NULL DEFAULT 'it''s, (here' COLLATE nocase,
      [price (net)] decimal(10,2) DEFAULT -1.5e-3 CONSTRAINT positive CHECK ("price (net)" > 0 AND 'a,b' <> ')'),
      'quoted' "my type" DEFAULT (1 + (2 * 3)) CHECK (quoted IN (1, 2, 3)), /* same line */
      made TEXT DEFAULT CURRENT_TIMESTAMP NULL ON CONFLICT ABORT,
      flag DEFAULT true UNIQUE ON CONFLICT IGNORE,
      gross REAL GENERATED ALWAYS AS ([price (net)] * (1 + 0.2)) STORED,
      short AS (substr(`na``me`, 1, 3)) VIRTUAL NOT NULL,
      big UNSIGNED BIG INT DEFAULT x'00FF' CONSTRAINT alone,
      parent INT REFERENCES "it""em, (1)" ON DELETE SET NULL ON UPDATE SET DEFAULT MATCH FULL NOT DEFERRABLE INITIALLY DEFERRED,
      owner CONSTRAINT owned REFERENCES users(id) DEFERRABLE INITIALLY DEFERRED NOT NULL, -- last column
      CONSTRAINT one UNIQUE ("na""me", flag COLLATE RTRIM) ON CONFLICT FAIL /* no comma */
      CHECK (length(made) > 0), -- after
      CONSTRAINT far FOREIGN KEY (parent, owner) REFERENCES other (a, "b c") ON UPDATE CASCADE ON DELETE RESTRICT DEFERRABLE
      -- the end
    ) STRICT, WITHOUT ROWID -- options
    """.trimIndent()

/** The words that the grammar knows, put together at random. */
private val columns =
    listOf(
        "a INTEGER",
        "\"b c\" TEXT NOT NULL DEFAULT 'x,''y'",
        "[c] varchar( 10 )COLLATE NOCASE",
        "d DEFAULT (1+(2))CHECK(d>0)",
        "`e` INT REFERENCES t(a) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED NOT NULL",
        "f GENERATED ALWAYS AS (a || ')') STORED",
        "g UNIQUE ON CONFLICT IGNORE",
        "h CONSTRAINT n NOT NULL CONSTRAINT m CHECK (h <> '--')",
    )
private val constraints =
    listOf("UNIQUE (a)", "CONSTRAINT \"x y\" CHECK (a > (1))", "FOREIGN KEY (a) REFERENCES t ON DELETE NO ACTION", "CHECK (a IN (1,2))")
private val gaps = listOf(" ", "\n  ", " -- c, (\n", "/* ) */ ", "")

private fun table(sql: String): Table = TableReader(TableText.parse(sql), emptyList()) { Optional.empty() }.read()

class TableTextTest :
    FunSpec({
        test("the parts of a nasty table, and the whole as it was") {
            val text = TableText.parse(nasty)
            text.text() shouldBe nasty
            text.name() shouldBe "it\"em, (1)"
            text.columnNames().shouldContainExactly(
                listOf("id", "na`me", "price (net)", "quoted", "made", "flag", "gross", "short", "big", "parent", "owner"),
            )
            text.columns().map { TableReader.type(it.type()) }.shouldContainExactly(
                listOf("INTEGER", "VARCHAR(20, 3)", "DECIMAL(10, 2)", "MY TYPE", "TEXT", "", "REAL", "", "UNSIGNED BIG INT", "INT", ""),
            )
            text.clauses().map { it.kind() }.shouldContainExactly(Clause.Kind.UNIQUE, Clause.Kind.CHECK, Clause.Kind.FOREIGN_KEY)
            text.options().shouldContainExactly("STRICT", "WITHOUT ROWID")
        }

        test("what PRAGMAs do not tell is read from the text") {
            val table = table(nasty)
            table
                .primaryKey()
                .get()
                .name()
                .get() shouldBe "pk of it"
            table.column("id").get().identity() shouldBe Identity.AUTO_INCREMENT
            table.column("na`me").get().let {
                it.defaultValue().get() shouldBe "'it''s, (here'"
                it.collation().get() shouldBe "NOCASE"
                it.nullable() shouldBe false
            }
            table.columns().map { it.defaultValue().orElse(null) }.shouldContainExactly(
                null,
                "'it''s, (here'",
                "-1.5e-3",
                "1 + (2 * 3)",
                "CURRENT_TIMESTAMP",
                "TRUE",
                null,
                null,
                "x'00FF'",
                null,
                null,
            )
            table.checks().shouldContainExactly(
                Check(Optional.of("positive"), "\"price (net)\" > 0 AND 'a,b' <> ')'"),
                Check(Optional.empty(), "quoted IN (1, 2, 3)"),
                Check(Optional.empty(), "LENGTH(made) > 0"),
            )
            table.column("gross").get().generated().get().let {
                it.expression() shouldBe "\"price (net)\" * (1 + 0.2)"
                it.stored() shouldBe true
            }
            table
                .column("short")
                .get()
                .generated()
                .get()
                .stored() shouldBe false
            table.uniqueKeys().map { it.columns() }.shouldContainExactly(listOf("flag"), listOf("na\"me", "flag"))
            val (self, owned, far) = table.foreignKeys()
            self.onDelete() shouldBe ReferenceAction.SET_NULL
            self.onUpdate() shouldBe ReferenceAction.SET_DEFAULT
            self.deferral() shouldBe Deferral.NOT_DEFERRABLE
            owned.name().get() shouldBe "owned"
            owned.deferral() shouldBe Deferral.INITIALLY_DEFERRED
            table.column("owner").get().nullable() shouldBe false
            far.targetColumns().shouldContainExactly("a", "b c")
            far.onUpdate() shouldBe ReferenceAction.CASCADE
            far.onDelete() shouldBe ReferenceAction.RESTRICT
            far.deferral() shouldBe Deferral.INITIALLY_IMMEDIATE
        }

        test("parsed and printed is the same, whatever stands between the parts") {
            checkAll(
                300,
                Arb.list(Arb.element(columns), 1..6),
                Arb.list(Arb.element(constraints), 0..3),
                Arb.list(Arb.element(gaps), 24..24),
            ) { ofColumns, ofTable, between ->
                var next = 0
                val gap = { between[next++ % between.size] }
                val parts = (ofColumns + ofTable).map { gap() + it + gap() }
                val sql = "CREATE TABLE${gap()} t ${gap()}(${parts.joinToString(",")}${gap()})${gap()}WITHOUT ROWID"
                val text = TableText.parse(sql)
                text.text() shouldBe sql
                text.columns().size shouldBe ofColumns.size
                text.clauses().size shouldBe ofTable.size
            }
        }

        test("the text that SQLite keeps is read, and means the same after parts were taken out and put in") {
            checkAll(
                100,
                Arb.list(Arb.element(columns.drop(1)), 0..6),
                Arb.list(Arb.element(constraints), 0..3),
                Arb.list(Arb.element(gaps), 24..24),
            ) { more, ofTable, between ->
                var next = 0
                val gap = { between[next++ % between.size] }
                val parts = (listOf(columns[0]) + more.distinct() + ofTable).map { gap() + it + gap() }
                val sql = "CREATE TABLE t (${parts.joinToString(",")})"
                Scratch.empty().use { scratch ->
                    var text = TableText.parse(sql).without { it is Clause }
                    while (text.columns().size > 1) text = text.without(text.columns()[text.columns().size / 2])
                    val back = TableText.parse(sql)
                    for (clause in back.clauses()) text = text.plus(clause.withLead(" "))
                    for (column in back.columns().drop(1)) text = text.plus(column)
                    withClue("$sql\n--->\n${text.text()}") {
                        scratch.run("the table", listOf(text.text()))
                        table(text.text()) shouldBe table(sql)
                    }
                }
            }
        }

        test("a part that goes takes its comma and the comment of its line along, nothing else") {
            val sql = "CREATE TABLE t (\n  a INT, -- first\n  b INT, -- second\n  c INT -- third\n)"
            val text = TableText.parse(sql)
            text.without(text.column("b").get()).text() shouldBe "CREATE TABLE t (\n  a INT, -- first\n  c INT -- third\n)"
            text.without(text.column("c").get()).text() shouldBe "CREATE TABLE t (\n  a INT, -- first\n  b INT -- second\n)"
            text.plus(Clauses.of(Check(Optional.of("k"), "a > 0"))).text() shouldBe
                "CREATE TABLE t (\n  a INT, -- first\n  b INT, -- second\n  c INT, -- third\n  CONSTRAINT k CHECK (a > 0)\n)"
        }

        test("the same said in another way reads the same") {
            val one = "CREATE TABLE t (\"a\" varchar( 10 ) default (NULL), b int check(( A>0 and\n[b] in(1,2))), PRIMARY KEY (a))"
            val other = "CREATE TABLE t (a VARCHAR(10) PRIMARY KEY, b INT CHECK (a > 0 AND b IN (1, 2) /* ! */))"
            table(one) shouldBe table(other)
        }

        test("an index: expressions, order, collation, predicate") {
            val table = TableText.parse("CREATE TABLE t (a TEXT COLLATE NOCASE, b INT)")
            val sql =
                "CREATE UNIQUE INDEX main.i ON t (a COLLATE nocase, \"B\" desc, " +
                    "lower(a) || ',' COLLATE binary DESC, a COLLATE RTRIM ASC) where b>0"
            val index = IndexText.parse(sql).index(table)
            index.unique() shouldBe true
            index.name() shouldBe "i"
            index.predicate().get() shouldBe "b > 0"
            index.parts().shouldContainExactly(
                Index.Part("a", false, false, ""),
                Index.Part("b", false, true, ""),
                Index.Part("LOWER(a) || ','", true, true, "COLLATE BINARY"),
                Index.Part("a", false, false, "COLLATE RTRIM"),
            )
        }

        test("tokens joined are the text, also when it is no SQL") {
            for (text in listOf("a'", "\"", "[x", "/* a", "-- b", "1e+5 0xe+1 .5 1.", "a->>'b' <> x'0F'", "é \$x @y :z ?1 \u0000")) {
                Tokens.join(Tokens.of(text)) shouldBe text
            }
            shouldThrow<Cursor.Unreadable> { TableText.parse("CREATE VIRTUAL TABLE t USING fts5(a)") }
            shouldThrow<Cursor.Unreadable> { TableText.parse("CREATE TABLE t (a, b") }
        }
    })
