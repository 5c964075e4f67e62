package dev.mdb.resource

import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.time.Duration
import kotlin.concurrent.thread

/** What only PostgreSQL does. */
class PostgresResourceTest :
    FunSpec({
        test("several statements in one text all run, also those that give rows") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE a (id INTEGER); SELECT 1; INSERT INTO a VALUES (1); INSERT INTO a VALUES (2)"))
                    it.query("SELECT count(*) AS n FROM a", emptyList()).single()["n"] shouldBe 2L
                }
            }
        }

        test("a commit of a transaction that has failed is an error, not a silent rollback") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use { session ->
                    session.execute(Sql("CREATE TABLE a (id INTEGER)"))
                    session.begin()
                    runCatching { session.execute(Sql("SELECT 1 / 0")) }
                    shouldThrow<MdbException> { session.commit() }
                    session.rollback()
                    session.execute(Sql("INSERT INTO a VALUES (1)"))
                }
            }
        }

        test("an index is created concurrently while another run waits for the lock") {
            withResource(Kind.POSTGRES) {
                val held = resource.lock(owner, LockWait(Duration.ZERO) {})
                val waiting = thread { open().lock(owner, LockWait(Duration.ofSeconds(20)) {}).close() }
                held.use {
                    resource.connect(Access.WRITE).use {
                        it.execute(Sql("CREATE TABLE a (id INTEGER)"))
                        it.execute(Sql("CREATE INDEX CONCURRENTLY a_id ON a (id)"))
                    }
                    waiting.isAlive shouldBe true
                }
                waiting.join(20_000)
                waiting.isAlive shouldBe false
            }
        }

        test("a batch that fails does not show its values, but what the server says") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use { session ->
                    session.execute(Sql("CREATE TABLE a (id INTEGER, note TEXT)"))
                    val failure = shouldThrow<MdbException> { session.execute(Sql("INSERT INTO a VALUES (?, ?)", "x", "hush")) }
                    failure.message.orEmpty() shouldContain "invalid input syntax"
                    failure.message.orEmpty() shouldNotContain "hush"
                }
            }
        }

        test("a question mark in a text without parameters is an operator of JSON") {
            withResource(Kind.POSTGRES) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE a AS SELECT '{\"k\": 1}'::jsonb ? 'k' AS has"))
                    it.query("SELECT has FROM a", emptyList()).single()["has"] shouldBe true
                }
            }
        }
    })
