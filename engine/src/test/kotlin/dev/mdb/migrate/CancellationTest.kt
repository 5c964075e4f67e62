package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.graph.Step
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.Operation
import dev.mdb.project.Preparation
import dev.mdb.project.RevisionScripts
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Duration
import java.util.OptionalLong
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

private fun settings(cancellation: Cancellation, lockWait: Duration = Duration.ofSeconds(30)) =
    RunSettings(emptyMap(), lockWait, java.util.Optional.empty(), cancellation)

/** Asks for the end at the event with this number; counts operations, batches and steps. */
private class StopAt(private val number: Int, private val cancellation: Cancellation) : MigrationListener {
    var events = 0

    private fun event() {
        if (events++ == number) cancellation.request()
    }

    override fun operationStarted(resource: String, step: Step, operation: Operation, number: Int) = event()

    override fun batchFinished(resource: String, step: Step, operation: BatchedOperation, items: Long, total: OptionalLong) = event()

    override fun stepFinished(resource: String, step: StepReport) = event()
}

/** A run that is asked to end stops between operations, and the next one goes on as if nothing had happened. */
class CancellationTest :
    FunSpec({
        fun resumer() = Resumer(testOwner, testClock, MigrationListener.silent())

        for (kind in Kind.entries) {
            test("$kind: stopped at any operation, batch or step, a run is finished by resume or by the next upgrade") {
                matrix(kind) { matrix ->
                    val scripts = fiveRevisions(resource.kind())
                    var number = 0
                    while (true) {
                        matrix.ground.reset()
                        val cancellation = Cancellation()
                        val listener = StopAt(number, cancellation)
                        val outcome =
                            runCatching { migrator(listener).run(listOf(scripts.upgrade(resource, "heads")), settings(cancellation)) }
                        if (listener.events <= number) break
                        withClue("stopped at event $number") {
                            val done = resource.appliedIds()
                            val failure = outcome.exceptionOrNull()
                            // Whoever asks after the last operation is too late, and nothing is lost by that.
                            if (failure == null) {
                                done shouldBe fiveIds
                            } else {
                                (failure as MigrationFailed).exitStatus() shouldBe 130
                                val report = failure.report().resources().single()
                                report.steps().map { it.revision() } shouldBe done
                                report.notRun() shouldBe fiveIds - done.toSet()
                                val halfWay = resource.log().any { it.outcome().isOpen }
                                val problem = failure.problems().single()
                                (problem.data()["halfWay"] == true) shouldBe halfWay
                                problem.help().get() shouldContain if (halfWay) "run `mdb resume`" else "run the command again"
                            }
                            matrix.recover()
                            matrix.shouldBeWhole()
                        }
                        number++
                    }
                    println("[cancellation] $kind: stopped at each of $number events")
                }
            }
        }

        test("of a block in a transaction nothing stays, and the log says that it was interrupted") {
            withResource(*Kind.relational.filter { it == Kind.SQLITE || it == Kind.POSTGRES }.toTypedArray()) {
                val cancellation = Cancellation()
                val scripts =
                    TestScripts().apply {
                        revision("a") { sql("CREATE TABLE first (n INTEGER)") }
                        revision("b", "a") {
                            sql("CREATE TABLE second (n INTEGER)")
                            cancellation.request()
                            sql("CREATE TABLE third (n INTEGER)")
                        }
                    }
                val failure =
                    shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(resource, "heads")), settings(cancellation)) }
                failure.exitStatus() shouldBe 130
                failure.message.orEmpty() shouldContain "b was interrupted"
                resource.appliedIds().shouldContainExactly("a")
                shouldThrow<Exception> { resource.count("second") }
                resource.log().map { it.outcome() }.shouldContainExactly(LogOutcome.DONE, LogOutcome.FAILED)
            }
        }

        test("a block that catches what stops it does not count as done") {
            withResource(Kind.SQLITE) {
                val cancellation = Cancellation()
                val scripts =
                    TestScripts().apply {
                        revision("a") {
                            cancellation.request()
                            runCatching { sql("CREATE TABLE first (n INTEGER)") }
                        }
                    }
                shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(resource, "heads")), settings(cancellation)) }
                    .exitStatus() shouldBe 130
                resource.appliedIds().shouldBeEmpty()
            }
        }

        test("whoever waits for another run stops waiting, and nothing was done") {
            withResource(*Kind.entries.toTypedArray()) {
                val scripts = TestScripts().apply { revision("a") { } }
                resource.lock(testOwner, LockWait(Duration.ZERO) {}).use {
                    val cancellation = Cancellation()
                    val listener =
                        object : MigrationListener {
                            override fun waitingForLock(resource: String, holder: String) = cancellation.request()
                        }
                    val failure =
                        shouldThrow<MdbException> {
                            migrator(listener).run(
                                listOf(scripts.upgrade(open(), "heads")),
                                settings(cancellation, Duration.ofMinutes(10)),
                            )
                        }
                    failure.exitStatus() shouldBe 130
                    failure.message.orEmpty() shouldContain "while waiting for another run"
                }
                migrator().run(listOf(scripts.upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("a")
            }
        }

        test("a compile is interrupted, and whatever it says then, the run was stopped before anything changed") {
            withResource(Kind.SQLITE) {
                val compiling = CountDownLatch(1)
                val scripts = TestScripts().apply { revision("a") { } }
                val task = scripts.upgrade(resource, "heads")
                val slow =
                    object : RevisionScripts by scripts {
                        override fun addTo(preparation: Preparation, ids: Collection<String>) {
                            compiling.countDown()
                            try {
                                TimeUnit.MINUTES.sleep(10)
                            } catch (e: InterruptedException) {
                                throw IllegalStateException("the worker broke off", e)
                            }
                        }
                    }
                val cancellation = Cancellation()
                val asker =
                    thread {
                        compiling.await()
                        cancellation.request()
                    }
                val failure =
                    shouldThrow<MdbException> {
                        migrator().run(
                            listOf(MigrationTask("test", resource, slow, task.graph(), task.planning())),
                            settings(cancellation),
                        )
                    }
                asker.join()
                failure.exitStatus() shouldBe 130
                failure.message.orEmpty() shouldContain "before anything was changed"
                Thread.interrupted() shouldBe false
            }
        }

        test("a resume that is stopped can be resumed again, and a stamp that is stopped wrote nothing") {
            withResource(Kind.MARIADB, Kind.SQLITE) {
                val cancellation = Cancellation()
                val scripts =
                    TestScripts().apply {
                        revision("a", transaction = dev.mdb.operation.TransactionMode.NONE) {
                            for (n in 1..3) {
                                sql("CREATE TABLE t$n (n INTEGER)")
                                if (n == 2) cancellation.request()
                            }
                        }
                    }
                val task = scripts.upgrade(resource, "heads")
                shouldThrow<MigrationFailed> { migrator().run(listOf(task), settings(cancellation)) }.exitStatus() shouldBe 130
                val again = shouldThrow<MigrationFailed> { resumer().resume(listOf(task), settings(cancellation)) }
                again.exitStatus() shouldBe 130
                again.report().resources() shouldHaveSize 1
                resumer().resume(listOf(task), settings())
                resource.appliedIds().shouldContainExactly("a")
                val stamper = Stamper(testOwner, testClock, MigrationListener.silent())
                val stamp = StampTask("test", resource, scripts) { error("not asked for") }
                shouldThrow<Exception> { stamper.stamp(listOf(stamp), settings(cancellation)) { _, _ -> } }
                resource.appliedIds().shouldContainExactly("a")
            }
        }
    })
