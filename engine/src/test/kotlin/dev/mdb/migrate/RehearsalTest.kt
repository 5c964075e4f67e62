package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Duration
import java.util.Optional

private fun rehearse(vararg tasks: MigrationTask) = Rehearsal(testOwner, testClock).rehearse(tasks.asList(), emptyList(), settings())

private object Endless : BatchedOperation {
    override fun describe() = "double all rows"

    override fun start() = "0"

    override fun batch(cursor: String, context: BlockContext): BatchedOperation.Batch = throw AssertionError("a batch has run")
}

class RehearsalTest :
    FunSpec({
        test("statements are shown with their values, nothing is written, and a run that holds the lock is not waited for") {
            withResource(*Kind.relational) {
                val scripts =
                    TestScripts().apply {
                        revision("a") {
                            sql("CREATE TABLE t (id INTEGER, name VARCHAR(50))")
                            sql("INSERT INTO t VALUES (?, ?)", 1, "it's")
                        }
                        revision("b", "a") { run(Endless) }
                    }
                val before = folder.toFile().list()?.toList()
                val report = rehearse(scripts.upgrade(resource, "heads"))
                folder.toFile().list()?.toList() shouldBe before
                resource.lock(testOwner, LockWait(Duration.ZERO) {}).use {
                    rehearse(scripts.upgrade(open(), "heads")).steps().size shouldBe 2
                }
                report.steps().map { it.step().revision().id() }.shouldContainExactly("a", "b")
                report.steps()[0].statements().shouldContainExactly(
                    "CREATE TABLE t (id INTEGER, name VARCHAR(50));",
                    "INSERT INTO t VALUES (?, ?);\n  -- with 1, 'it''s'",
                )
                report.steps()[1].statements().shouldContainExactly("-- in batches: double all rows")
                resource.connect(Access.READ).use {
                    it.state().applied().shouldBeEmpty()
                    it.state().log(10).shouldBeEmpty()
                }
            }
        }

        test("a block that asks a query is shown up to there, with a note") {
            withResource(Kind.SQLITE) {
                val scripts =
                    TestScripts().apply {
                        revision("a") {
                            sql("CREATE TABLE t (id INTEGER)")
                            for (row in query("SELECT id\n FROM t", emptyList())) sql("DROP TABLE t")
                        }
                    }
                val step = rehearse(scripts.upgrade(resource, "heads")).steps().single()
                step.statements().shouldContainExactly("CREATE TABLE t (id INTEGER);")
                step.note().get() shouldContain "SELECT id FROM t"
            }
        }

        test("commands of Redis are shown as redis-cli reads them") {
            withResource(Kind.REDIS) {
                val scripts =
                    TestScripts().apply {
                        revision("a") { run(RedisOperation(listOf(RedisCommand.of("SET", "post:1", "two words")))) }
                    }
                val step = rehearse(scripts.upgrade(resource, "heads")).steps().single()
                step.statements().shouldContainExactly("SET post:1 \"two words\"")
                step.note() shouldBe Optional.empty()
            }
        }

        test("a block that fails is found, with its place, and so is a run that broke off") {
            withResource(Kind.MARIADB) {
                val scripts = TestScripts().apply { revision("a") { error("no") } }
                val failure = shouldThrow<MdbException> { rehearse(scripts.upgrade(resource, "heads")) }
                failure.message.orEmpty() shouldContain "a.kts:7:3: IllegalStateException: no"
                val half =
                    TestScripts().apply {
                        revision("a") {
                            sql("CREATE TABLE t (id INTEGER)")
                            error("stop")
                        }
                    }
                shouldThrow<MdbException> { migrator().run(listOf(half.upgrade(resource, "heads")), settings()) }
                shouldThrow<MdbException> { rehearse(half.upgrade(resource, "heads")) }.exitStatus() shouldBe 6
            }
        }
    })
