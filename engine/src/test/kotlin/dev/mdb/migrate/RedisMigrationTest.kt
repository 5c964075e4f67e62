package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.operation.BlockContext
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.operation.TransactionMode
import dev.mdb.resource.Kind
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.withResource
import dev.mdb.testing.PlainRedis
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.concurrent.Callable
import java.util.concurrent.Executors

private fun BlockContext.redis(vararg command: Any) =
    run(RedisOperation(listOf(RedisCommand.of(command.first() as String, *command.drop(1).toTypedArray()))))

private fun line() =
    TestScripts().apply {
        revision("a", downgrade = { redis("DEL", "posts:1") }) { redis("SET", "posts:1", "one") }
        revision("b", "a", downgrade = { redis("DECRBY", "count", 2) }) {
            redis("INCR", "count")
            redis("INCR", "count")
        }
    }

/** Five operations that each would show if they ran twice; the third is what the test makes of it. */
private fun journalled(third: BlockContext.() -> Unit) =
    TestScripts().apply {
        revision("r", transaction = TransactionMode.NONE) {
            redis("INCR", "one")
            redis("INCR", "two")
            third()
            redis("INCR", "four")
            redis("INCR", "five")
        }
    }

/** The migrator on Redis: what differs from the relational engines, for which the other tests speak. */
class RedisMigrationTest :
    FunSpec({
        test("an upgrade and its downgrade, with state and log") {
            withResource(Kind.REDIS) {
                migrator().run(listOf(line().upgrade(resource, "heads")), settings())
                PlainRedis.use(url) { get("posts:1") to get("count") } shouldBe ("one" to "2")
                resource.appliedIds().shouldContainExactly("a", "b")
                migrator().run(listOf(line().downgrade(resource, "base")), settings())
                PlainRedis.use(url) { get("posts:1") to get("count") } shouldBe (null to "0")
                resource.appliedIds().shouldBeEmpty()
                resource.log().map { it.revision() to it.outcome() } shouldBe
                    listOf("a", "b", "b", "a").map { it to LogOutcome.DONE }
            }
        }

        test("a block whose second command fails leaves nothing, and the log tells it") {
            withResource(Kind.REDIS) {
                val scripts =
                    TestScripts().apply {
                        revision("a") {
                            redis("SET", "k", "text")
                            redis("INCR", "k")
                        }
                    }
                val failure = shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(resource, "heads")), settings()) }
                failure.exitStatus() shouldBe 1
                failure.message.orEmpty() shouldContain "incr k: ERR value is not an integer"
                PlainRedis.use(url) { exists("k") } shouldBe 0
                resource.appliedIds().shouldBeEmpty()
                resource.log().single().outcome() shouldBe LogOutcome.FAILED
            }
        }

        test("without a transaction each operation is kept with its note, and resume goes on with the one that failed") {
            withResource(Kind.REDIS) {
                PlainRedis.use(url) { rpush("list", "x") }
                val failing = journalled { redis("INCR", "list") }
                shouldThrow<MigrationFailed> { migrator().run(listOf(failing.upgrade(resource, "heads")), settings()) }
                    .exitStatus() shouldBe 6
                PlainRedis.use(url) { mget("one", "two", "four").map { it.getValueOrElse("-") } } shouldBe listOf("1", "1", "-")
                shouldThrow<MdbException> { migrator().run(listOf(failing.upgrade(resource, "heads")), settings()) }
                    .exitStatus() shouldBe 6
                val mended = journalled { redis("RPUSH", "list", "y") }
                Resumer(testOwner, testClock, MigrationListener.silent()).resume(listOf(mended.upgrade(resource, "heads")), settings())
                PlainRedis.use(url) { mget("one", "two", "four", "five").map { it.getValueOrElse("-") } } shouldBe List(4) { "1" }
                PlainRedis.use(url) { lrange("list", 0, -1) }.shouldContainExactly("x", "y")
                resource.appliedIds().shouldContainExactly("r")
            }
        }

        test("of many processes at once one applies, the others wait and find nothing to do") {
            withResource(Kind.REDIS) {
                val pool = Executors.newFixedThreadPool(8)
                try {
                    val runs = List(8) { Callable { migrator().run(listOf(line().upgrade(open(), "heads")), settings()) } }
                    val steps =
                        pool.invokeAll(runs).map {
                            it
                                .get()
                                .resources()
                                .single()
                                .steps()
                                .size
                        }
                    steps.sorted() shouldBe List(7) { 0 } + 2
                    PlainRedis.use(url) { get("count") } shouldBe "2"
                } finally {
                    pool.shutdown()
                }
            }
        }
    })
