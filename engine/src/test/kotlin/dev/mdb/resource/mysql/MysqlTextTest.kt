package dev.mdb.resource.mysql

import dev.mdb.schema.Dialect
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.util.Optional

/** Texts as MySQL 8 shows them, by its manual: tests have a MySQL only where one is given. */
class MysqlTextTest :
    FunSpec({
        val mysql = MysqlText(Dialect.MYSQL)
        val mariadb = MysqlText(Dialect.MARIADB)

        fun MysqlText.default(
            shown: String?,
            type: String,
            extra: String = "",
        ) = defaultValue(Optional.ofNullable(shown), type, extra).orElse(null)

        test("MySQL shows a literal without its quotes, MariaDB with them") {
            mysql.default("it's", "varchar(20)") shouldBe "'it''s'"
            mariadb.default("'it\\'s'", "varchar(20)") shouldBe "'it''s'"
            mysql.default("a\\b", "varchar(20)") shouldBe "'a\\\\b'"
            mysql.default("0", "int unsigned") shouldBe "0"
            mysql.default("1.50", "decimal(8,2)") shouldBe "1.50"
            mysql.default("b'101'", "bit(3)") shouldBe "b'101'"
            mysql.default("0x6162", "varbinary(10)") shouldBe "0x6162"
            mysql.default("2026-01-01", "date") shouldBe "'2026-01-01'"
        }

        test("no default and null are the same") {
            mysql.default(null, "int") shouldBe null
            mariadb.default("NULL", "int") shouldBe null
            mariadb.default("'NULL'", "varchar(10)") shouldBe "'NULL'"
            mysql.default("NULL", "varchar(10)") shouldBe "'NULL'"
        }

        test("the present moment has one spelling, and an update of it stands behind") {
            mysql.default("CURRENT_TIMESTAMP", "timestamp", "default_generated") shouldBe "CURRENT_TIMESTAMP"
            mysql.default("CURRENT_TIMESTAMP", "timestamp") shouldBe "CURRENT_TIMESTAMP"
            mariadb.default("current_timestamp()", "timestamp") shouldBe "CURRENT_TIMESTAMP"
            mysql.default(
                "CURRENT_TIMESTAMP(6)",
                "datetime(6)",
                "default_generated on update current_timestamp(6)",
            ) shouldBe "CURRENT_TIMESTAMP(6) ON UPDATE CURRENT_TIMESTAMP(6)"
            mariadb.default("NULL", "timestamp", "on update current_timestamp()") shouldBe "ON UPDATE CURRENT_TIMESTAMP"
            mysql.default("now", "varchar(20)") shouldBe "'now'"
        }

        test("an expression of MySQL loses the escapes that only its display has") {
            mysql.default("concat(_utf8mb4\\'a\\',_utf8mb4\\'b\\')", "varchar(20)", "default_generated") shouldBe
                "concat(_utf8mb4'a',_utf8mb4'b')"
            mysql.expression("(`name` = _utf8mb4\\'it\\\\\\'s\\')") shouldBe "`name` = _utf8mb4'it\\'s'"
            mariadb.expression("`name` = 'it\\'s'") shouldBe "`name` = 'it\\'s'"
        }

        test("only brackets around the whole are taken off") {
            mysql.expression("(`a` > 0)") shouldBe "`a` > 0"
            mysql.expression("(`a` > 0) or (`b` > 0)") shouldBe "(`a` > 0) or (`b` > 0)"
            mariadb.expression("(')' = `a`)") shouldBe "')' = `a`"
        }

        test("the width at which an integer is displayed is no part of its type, but for a boolean and zerofill") {
            mariadb.type("int(11)") shouldBe "int"
            mariadb.type("bigint(20) unsigned") shouldBe "bigint unsigned"
            mariadb.type("tinyint(1)") shouldBe "tinyint(1)"
            mariadb.type("int(5) unsigned zerofill") shouldBe "int(5) unsigned zerofill"
            mariadb.type("year(4)") shouldBe "year"
            mariadb.type("varchar(20)") shouldBe "varchar(20)"
        }
    })
