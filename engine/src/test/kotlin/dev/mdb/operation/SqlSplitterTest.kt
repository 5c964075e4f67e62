package dev.mdb.operation

import dev.mdb.schema.Dialect
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.property.Arb
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

private fun split(text: String) = SqlSplitter.split(text, Dialect.SQLITE)

class SqlSplitterTest :
    FunSpec({
        test("statements end at semicolons, the last one also without") {
            split("select 1; select 2 ;\nselect 3").shouldContainExactly("select 1", "select 2", "select 3")
        }

        test("semicolons in strings, quoted names and comments do not count") {
            split("select ';', \"a;b\", `c;d`, [e;f] -- ; no\n, 'it''s;' /* ; */; select 2")
                .shouldContainExactly("select ';', \"a;b\", `c;d`, [e;f] -- ; no\n, 'it''s;' /* ; */", "select 2")
        }

        test("empty statements and lone comments are left out") {
            split(";;\n-- nothing\n;/* ; */ ;").shouldContainExactly(emptyList())
            split("").shouldBeEmpty()
        }

        test("a trigger's body stays whole, with CASE … END in it") {
            val trigger =
                "CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN\n" +
                    "  UPDATE a SET x = CASE WHEN 1 THEN 2 ELSE 3 END;\n  SELECT 1;\nEND"
            split("$trigger; select 2;").shouldContainExactly(trigger, "select 2")
        }

        test("a string that is never closed ends with the file") {
            split("select 1; select 'open; ").shouldContainExactly("select 1", "select 'open;")
        }

        test("statements joined with semicolons are found again") {
            val pieces = listOf("select 'a;b'", "insert into t values ('it''s', \";\")", "create table x (a int)", "select /* ; */ 1")
            checkAll(200, Arb.list(Arb.element(pieces), 0..6)) { chosen ->
                split(chosen.joinToString(";\n")).shouldContainExactly(chosen)
            }
        }
    })
