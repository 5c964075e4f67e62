package dev.mdb.resource

import dev.mdb.error.MdbException
import dev.mdb.schema.Dialect
import dev.mdb.testing.MariaDbBinaries
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import java.time.Duration

/** What only MySQL and MariaDB do. */
class MysqlResourceTest :
    FunSpec({
        test("the server says which of the two dialects it is, whatever the URL says") {
            withResource(Kind.MYSQL, Kind.MARIADB) {
                val expected = if (kind == Kind.MYSQL) Dialect.MYSQL else Dialect.MARIADB
                for (scheme in listOf("mysql", "mariadb", "jdbc:mysql", "jdbc:mariadb")) {
                    open(url = url.replaceBefore("://", scheme)).connect(Access.READ).use { it.dialect().get() shouldBe expected }
                }
            }
        }

        test("several statements in one text are refused with a reason, and none of them runs") {
            withResource(Kind.MYSQL, Kind.MARIADB) {
                resource.connect(Access.WRITE).use { session ->
                    val failure =
                        shouldThrow<MdbException> { session.execute(Sql("CREATE TABLE a (id INTEGER); CREATE TABLE b (id INTEGER)")) }
                    failure.message.orEmpty() shouldContain "2 statements"
                    session.query("SHOW TABLES", emptyList()).size shouldBe 0
                }
            }
        }

        test("a procedure with semicolons in its body is one statement") {
            withResource(Kind.MYSQL, Kind.MARIADB) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END"))
                    it.execute(Sql("CALL p()"))
                    val failure = shouldThrow<MdbException> { it.execute(Sql("CREATE PROCEDUR q() SELECT 1")) }
                    failure.message.orEmpty() shouldNotContain "statements"
                }
            }
        }

        test("the holder of the lock is named where the server keeps attributes of connections") {
            if (MariaDbBinaries.available) {
                MariaDbBinaries.start("--performance-schema=ON").use { server ->
                    val resource = TestResource(Kind.MARIADB, server.url, Path.of(".")).resource
                    resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                        val failure = shouldThrow<MdbException> { resource.lock(owner, LockWait(Duration.ZERO) {}) }
                        failure.message.orEmpty() shouldContain "tester@testhost process 42"
                    }
                }
            }
        }
    })
