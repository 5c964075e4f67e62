package dev.mdb.migrate

import dev.mdb.graph.Step
import dev.mdb.operation.Operation
import dev.mdb.operation.TransactionMode
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import dev.mdb.testing.connect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Duration
import java.util.Optional
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicReference
import java.util.function.Supplier
import kotlin.concurrent.thread

private class Attempts : MigrationListener {
    val timedOut = ArrayList<Int>()

    override fun lockTimedOut(resource: String, step: Step, message: String, attempt: Int) {
        timedOut.add(attempt)
    }
}

private fun table() = TestScripts().apply { revision("table") { sql("CREATE TABLE item (n INTEGER)") } }

private fun column() =
    table().apply {
        revision("column", "table") {
            sql("CREATE TABLE other (n INTEGER)")
            sql("ALTER TABLE item ADD COLUMN note VARCHAR(10)")
        }
    }

private const val CREATE_INDEX = "CREATE INDEX CONCURRENTLY item_n ON item (n)"

private fun index() = table().apply { revision("index", "table", transaction = TransactionMode.NONE) { sql(CREATE_INDEX) } }

/** Runs [test] while somebody else's transaction holds a lock on the table `item`. */
private fun TestResource.whileBlocked(test: () -> Unit) {
    connect(url).use { blocker ->
        blocker.autoCommit = false
        blocker.createStatement().use { it.execute("INSERT INTO item VALUES (1)") }
        test()
        blocker.rollback()
    }
}

/** Statements that wait for somebody else's transaction. */
class BlockedTest :
    FunSpec({
        test("a blocked change gives up, is tried again, names the blocker, and leaves nothing behind but what is half-way") {
            withResource(*Kind.servers) {
                val impatient = open(lockTimeout = Duration.ofMillis(150))
                migrator().run(listOf(table().upgrade(resource, "heads")), settings())
                whileBlocked {
                    val attempts = Attempts()
                    val failure =
                        shouldThrow<MigrationFailed> { migrator(attempts).run(listOf(column().upgrade(impatient, "heads")), settings()) }
                    failure.problems().single().code() shouldBe "lock-timeout"
                    failure.message.orEmpty() shouldContain "blocked by"
                    attempts.timedOut.shouldContainExactly(1, 2)
                    failure.exitStatus() shouldBe if (transactional) 1 else 6
                }
                resource.appliedIds().shouldContainExactly("table")
                if (transactional) {
                    shouldThrow<Exception> { resource.count("other") }
                } else {
                    Resumer(testOwner, testClock, MigrationListener.silent())
                        .resume(listOf(column().upgrade(resource, "heads")), settings())
                }
                migrator().run(listOf(column().upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("table", "column")
            }
        }

        test("who blocks a statement can be asked while it waits, and nobody does when it has ended") {
            withResource(*Kind.servers) {
                migrator().run(listOf(table().upgrade(resource, "heads")), settings())
                val blocker = AtomicReference<Supplier<Optional<String>>>(Supplier { Optional.empty() })
                val after = AtomicReference<Optional<String>>()
                val listener =
                    object : MigrationListener {
                        override fun connected(resource: String, asked: Supplier<Optional<String>>) = blocker.set(asked)

                        override fun operationFinished(resource: String, step: Step, operation: Operation, number: Int) =
                            after.set(blocker.get().get())
                    }
                var run: Thread? = null
                whileBlocked {
                    val patient = open(lockTimeout = Duration.ofSeconds(30))
                    run = thread { migrator(listener).run(listOf(column().upgrade(patient, "heads")), settings()) }
                    val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(25)
                    while (blocker.get().get().isEmpty && System.nanoTime() < end) Thread.onSpinWait()
                    blocker.get().get().isPresent shouldBe true
                }
                run!!.join()
                after.get() shouldBe Optional.empty()
                resource.appliedIds().shouldContainExactly("table", "column")
            }
        }

        test("another failure than a lock timeout is not tried again") {
            withResource(*Kind.relational) {
                val attempts = Attempts()
                val scripts = TestScripts().apply { revision("r") { sql("CREATE NONSENSE") } }
                shouldThrow<MigrationFailed> { migrator(attempts).run(listOf(scripts.upgrade(resource, "heads")), settings()) }
                attempts.timedOut.shouldBeEmpty()
            }
        }

        test("a blocked CREATE INDEX CONCURRENTLY gives up and leaves no index behind, and the next run creates it") {
            withResource(Kind.POSTGRES) {
                migrator().run(listOf(table().upgrade(resource, "heads")), settings())
                whileBlocked {
                    val attempts = Attempts()
                    val impatient = open(lockTimeout = Duration.ofMillis(150))
                    val failure =
                        shouldThrow<MigrationFailed> { migrator(attempts).run(listOf(index().upgrade(impatient, "heads")), settings()) }
                    failure.problems().single().code() shouldBe "lock-timeout"
                    failure.message.orEmpty() shouldContain "blocked by"
                    attempts.timedOut.shouldContainExactly(1, 2)
                }
                migrator().run(listOf(index().upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("table", "index")
                resource.connect(Access.READ).use {
                    it.query("SELECT indisvalid FROM pg_index WHERE indrelid = 'item'::regclass", emptyList()).map { row ->
                        row[0]
                    } shouldBe
                        listOf(true)
                }
            }
        }

        test("an index is created concurrently by one run while another waits for the first to end") {
            withResource(Kind.POSTGRES) {
                migrator().run(listOf(table().upgrade(resource, "heads")), settings())
                val waits = CountDownLatch(1)
                val listener =
                    object : MigrationListener {
                        override fun waitingForLock(resource: String, holder: String) = waits.countDown()
                    }
                val steps = ArrayList<Int>()
                var second: Thread? = null
                val scripts =
                    table().apply {
                        revision("index", "table", transaction = TransactionMode.NONE) {
                            second =
                                thread {
                                    val report = migrator(listener).run(listOf(index().upgrade(open(), "heads")), settings())
                                    steps.add(
                                        report
                                            .resources()
                                            .single()
                                            .steps()
                                            .size,
                                    )
                                }
                            check(waits.await(30, TimeUnit.SECONDS))
                            sql(CREATE_INDEX)
                        }
                    }
                migrator().run(listOf(scripts.upgrade(resource, "heads")), settings())
                second!!.join()
                steps.shouldContainExactly(0)
                resource.appliedIds().shouldContainExactly("table", "index")
            }
        }

        test("settings of the session hold again when a run goes on in another session") {
            withResource(Kind.MYSQL, Kind.MARIADB) {
                var broken = true
                val scripts =
                    TestScripts().apply {
                        revision("r") {
                            sql("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
                            sql("CREATE TABLE child (id INTEGER, FOREIGN KEY (id) REFERENCES parent (id))")
                            sql("SET FOREIGN_KEY_CHECKS = 0")
                            check(!broken) { "here" }
                            sql("INSERT INTO child VALUES (7)")
                        }
                    }
                val task = scripts.upgrade(resource, "heads")
                shouldThrow<MigrationFailed> { migrator().run(listOf(task), settings()) }.exitStatus() shouldBe 6
                broken = false
                Resumer(testOwner, testClock, MigrationListener.silent()).resume(listOf(task), settings())
                resource.count("child") shouldBe 1
            }
        }
    })
