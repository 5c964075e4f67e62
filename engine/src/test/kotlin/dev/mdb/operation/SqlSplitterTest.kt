package dev.mdb.operation

import dev.mdb.error.MdbException
import dev.mdb.schema.Dialect
import dev.mdb.schema.Dialect.MARIADB
import dev.mdb.schema.Dialect.MYSQL
import dev.mdb.schema.Dialect.POSTGRESQL
import dev.mdb.schema.Dialect.SQLITE
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.enum
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll

private fun split(text: String, dialect: Dialect = SQLITE) = SqlSplitter.split(text, dialect)

/** A file, and the statements that it holds for some dialects. */
private class Case(val text: String, val dialects: List<Dialect>, vararg val statements: String)

private val all = Dialect.entries.toList()
private val mysql = listOf(MYSQL, MARIADB)
private val others = listOf(POSTGRESQL, SQLITE)

private val cases =
    listOf(
        Case("select 1; select 2 ;\nselect 3", all, "select 1", "select 2", "select 3"),
        Case(";;\n-- nothing\n;/* ; */ ;", all),
        Case("", all),
        Case("\uFEFFselect 1;", all, "\uFEFFselect 1"),
        Case(
            "select ';', \"a;b\" -- ; no\n, 'it''s;' /* ; */; select 2",
            all,
            "select ';', \"a;b\" -- ; no\n, 'it''s;' /* ; */",
            "select 2",
        ),
        Case("select `a``;b`; select 2", mysql + SQLITE, "select `a``;b`", "select 2"),
        Case("select [e;f]; select 2", listOf(SQLITE), "select [e;f]", "select 2"),
        Case("select a[1]; select 2", listOf(POSTGRESQL), "select a[1]", "select 2"),
        Case("select 1; select 'open; ", all, "select 1", "select 'open;"),
        // Backslashes.
        Case("select 'a\\';b'; select 2", mysql, "select 'a\\';b'", "select 2"),
        Case("select \"a\\\";b\"; select 2", mysql, "select \"a\\\";b\"", "select 2"),
        Case("select 'a\\'; select 2", others, "select 'a\\'", "select 2"),
        Case("select E'it''s \\' ;', e'\\\\'; select 2", listOf(POSTGRESQL), "select E'it''s \\' ;', e'\\\\'", "select 2"),
        Case("select some'\\'; select 2", listOf(POSTGRESQL), "select some'\\'", "select 2"),
        // Comments.
        Case("select 1 /* a /* ; */ b ; */; select 2", listOf(POSTGRESQL), "select 1 /* a /* ; */ b ; */", "select 2"),
        Case("select 1 /* a /* ; */; select 2", mysql + SQLITE, "select 1 /* a /* ; */", "select 2"),
        Case("select 1 # ; '\n; select 5 --3; -- ;\n select 3", mysql, "select 1 # ; '", "select 5 --3", "-- ;\n select 3"),
        Case("select 1 --3;\n; select 2", others, "select 1 --3;", "select 2"),
        Case("select 5 # 3; select 2", listOf(POSTGRESQL), "select 5 # 3", "select 2"),
        Case("/*!40101 SET NAMES utf8mb4 */; /* gone */; select 2", mysql, "/*!40101 SET NAMES utf8mb4 */", "select 2"),
        Case("/*!50003 create */ /*M!1 table a (b int) */; select 2", mysql, "/*!50003 create */ /*M!1 table a (b int) */", "select 2"),
        Case("/*!50003 begin; '*/;' end */; select 2", mysql, "/*!50003 begin; '*/;' end */", "select 2"),
        // Dollar quotes.
        Case("do $$ begin; end $$; select 2", listOf(POSTGRESQL), "do $$ begin; end $$", "select 2"),
        Case(
            "do \$a1_ü\$ ; $$ ; \$a1_ü\$; select a\$b; select $1",
            listOf(POSTGRESQL),
            "do \$a1_ü\$ ; $$ ; \$a1_ü\$",
            "select a\$b",
            "select $1",
        ),
        // Bodies.
        Case(
            "create or replace function f() returns int begin atomic select case when 1 then 2 end; select 3; end; select 2",
            listOf(POSTGRESQL),
            "create or replace function f() returns int begin atomic select case when 1 then 2 end; select 3; end",
            "select 2",
        ),
        Case(
            "begin; update t set n = case when 1 then 2 end; end; select 2",
            listOf(POSTGRESQL),
            "begin",
            "update t set n = case when 1 then 2 end",
            "end",
            "select 2",
        ),
        Case(
            "create rule r as on insert to t do also (select 1; select 2); select 3",
            listOf(POSTGRESQL),
            "create rule r as on insert to t do also (select 1; select 2)",
            "select 3",
        ),
        Case(
            "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN\n UPDATE a SET x = CASE WHEN 1 THEN 2 ELSE 3 END;\n SELECT 1;\nEND; select 2;",
            listOf(SQLITE),
            "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN\n UPDATE a SET x = CASE WHEN 1 THEN 2 ELSE 3 END;\n SELECT 1;\nEND",
            "select 2",
        ),
        // DELIMITER.
        Case(
            "select 1;\nDELIMITER //\ncreate procedure p() begin select 1; select 2; end//\n delimiter ;\nselect 3; select 4",
            mysql,
            "select 1",
            "create procedure p() begin select 1; select 2; end",
            "select 3",
            "select 4",
        ),
        Case(
            "delimiter $$\r\nselect 1; end$$\r\nselect '$$'$$\r\nDELIMITER ;\r\nselect 2;",
            mysql,
            "select 1; end",
            "select '$$'",
            "select 2",
        ),
        Case("select 1 as delimiter ; select 2", mysql, "select 1 as delimiter", "select 2"),
        Case("copy t from '/tmp/stdin'; select 2", listOf(POSTGRESQL), "copy t from '/tmp/stdin'", "select 2"),
    )

/** A text that the client alone understands, and in which line. */
private class Refused(val dialect: Dialect, val text: String, val message: String)

private val refused =
    listOf(
        Refused(POSTGRESQL, "select 1;\n\\connect other\nselect 2;", "line 2 of the SQL: \\connect is a command of psql, not SQL"),
        Refused(POSTGRESQL, "select 1 \\g", "line 1 of the SQL: \\g is a command of psql, not SQL"),
        Refused(
            POSTGRESQL,
            "\n\nCOPY t (a, b)\nFROM stdin;\n1\t2\n\\.\n",
            "line 3 of the SQL: COPY … FROM stdin has its rows behind it, which only psql can read",
        ),
        Refused(SQLITE, "select 1;\n.mode csv\n", "line 2 of the SQL: .mode is a command of sqlite3, not SQL"),
    )

private val pieces =
    listOf(
        "select 'a;b'",
        "insert into t values ('it''s', \";\")",
        "create table x (a int)",
        "select /* ; */ 1",
        "-- ;\nselect 2",
        "select 3 -- ;\n",
    )

private val piecesOf =
    mapOf(
        POSTGRESQL to listOf("do \$x\$ ; \$x\$", "select E'\\';'", "select '\\'", "select /* /* ; */ ; */ 1"),
        SQLITE to listOf("select [;]", "create trigger t after insert on a begin select 1; select 2; end", "select '\\'"),
        MYSQL to listOf("select '\\';'", "select 1 # ;\n", "/*!40101 set @a = ';' */", "select `;`"),
        MARIADB to listOf("select \"\\\";\"", "/*M!100 select 1; select 2 */"),
    )

class SqlSplitterTest :
    FunSpec({
        test("statements end where the engine's own client ends them") {
            for (case in cases) {
                for (dialect in case.dialects) {
                    withClue("$dialect: ${case.text}") { split(case.text, dialect).shouldContainExactly(case.statements.asList()) }
                }
            }
        }

        test("what only the engine's own client understands is refused, with its line") {
            for (each in refused) {
                val failure = shouldThrow<MdbException> { split(each.text, each.dialect) }
                failure.problems().single().message() shouldBe each.message
                failure.problems().single().code() shouldBe "client-command"
            }
        }

        test("statements joined with semicolons are found again") {
            for (dialect in Dialect.entries) {
                val known = pieces + piecesOf.getValue(dialect)
                checkAll(200, Arb.list(Arb.element(known), 0..6)) { chosen ->
                    val whole = chosen.map { it.trim() + if (it.endsWith("\n")) "\n" else "" }
                    split(whole.joinToString("") { "$it;\n" }, dialect).shouldContainExactly(whole.map { it.trim() })
                }
            }
        }

        test("statements with any delimiter are found again") {
            checkAll(200, Arb.list(Arb.element(pieces), 0..6), Arb.element("//", "$$", ";;", "end_of_it")) { chosen, sign ->
                val bodies = chosen.map { "begin\n${it.trim()}\n; end" }
                split("DELIMITER $sign\n" + bodies.joinToString("") { "$it\n$sign\n" } + "delimiter ;", MYSQL).shouldContainExactly(bodies)
            }
        }

        test("no character is lost between tokens, whatever the text") {
            val signs =
                Arb.element(
                    listOf("'", "\"", "`", "[", "]", "\\", "$", "$\$a", "/*", "*/", "/*!", "--", "#", "\n", ";", "E'", "a", " "),
                )
            checkAll(500, Arb.enum<Dialect>(), Arb.list(signs, 0..12), Arb.string(0..5)) { dialect, parts, rest ->
                val text = parts.joinToString("") + rest
                SqlLexer.tokens(text, dialect).joinToString("") { it.text() } shouldBe text
            }
        }

        test("a lexer says where a token is") {
            val token = SqlLexer.tokens("select 'a'", SQLITE).last()
            token.at() shouldBe 7
            token.text() shouldStartWith "'"
        }
    })
