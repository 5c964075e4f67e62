package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.graph.Step
import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.TransactionMode
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.Resource
import dev.mdb.resource.Sql
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Duration
import java.util.Optional

/** One revision without a transaction, of five operations; the third is what the test makes of it. */
private fun scripts(first: String = "CREATE TABLE t1 (n INTEGER)", third: BlockContext.() -> Unit) =
    TestScripts().apply {
        revision("r", transaction = TransactionMode.NONE, downgrade = { for (n in listOf(1, 3, 5)) sql("DROP TABLE t$n") }) {
            sql(first)
            sql("INSERT INTO t1 VALUES (?)", 1)
            third()
            sql("INSERT INTO t1 VALUES (?)", 4)
            sql("CREATE TABLE t5 (n INTEGER)")
        }
        revision("next", "r") { sql("CREATE TABLE tnext (n INTEGER)") }
    }

private val broken: BlockContext.() -> Unit = { sql("INSERT INTO nowhere VALUES (3)") }
private val mended: BlockContext.() -> Unit = { sql("CREATE TABLE t3 (n INTEGER)") }

private fun resumer() = Resumer(testOwner, testClock, MigrationListener.silent())

private fun Resource.stop(scripts: TestScripts = scripts(third = broken)) =
    shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(this, "heads")), settings()) }

/** Doubles the rows of t, two at a time in the order of n; fails before the row [failAt]. */
private class DoubleRows(private val failAt: Int) : BatchedOperation {
    override fun describe() = "double t"

    override fun start() = "0"

    override fun batch(cursor: String, context: BlockContext): BatchedOperation.Batch {
        val rows =
            context
                .query(
                    "SELECT n FROM t WHERE n > ? ORDER BY n LIMIT 2",
                    listOf(cursor.toInt()),
                ).map { (it["n"] as Number).toInt() }
        for (n in rows) {
            check(n != failAt) { "fails before $n" }
            context.run(Sql("UPDATE t SET v = v * 2 WHERE n = ?", n))
        }
        return BatchedOperation.Batch(Optional.ofNullable(rows.lastOrNull()?.toString()), rows.size.toLong())
    }
}

private fun batches(mode: TransactionMode, failAt: Int = 0) =
    TestScripts().apply {
        revision("r", transaction = mode) {
            sql("CREATE TABLE t (n INTEGER, v INTEGER)")
            for (n in 1..7) sql("INSERT INTO t VALUES (?, ?)", n, n)
            run(DoubleRows(failAt))
            sql("INSERT INTO t VALUES (?, ?)", 8, 0)
        }
    }

private fun Resource.sum() =
    connect(Access.READ).use {
        (it.query("SELECT sum(v) AS s FROM t", emptyList()).single()["s"] as Number).toInt()
    }

class ResumeTest :
    FunSpec({
        test("a block that stops half-way says what stayed: exit 6, and the commands that help") {
            withResource(*Kind.relational) {
                val failure = resource.stop()
                failure.exitStatus() shouldBe 6
                val problem = failure.problems().single()
                problem.data()["stayed"] shouldBe 2
                problem.help().get() shouldContain "mdb resume"
                resource.log().single().outcome() shouldBe LogOutcome.STOPPED
                resource.appliedIds().shouldBeEmpty()
            }
        }

        test("everything else is refused until it is resumed or repaired, and changes nothing") {
            withResource(*Kind.relational) {
                resource.stop()
                val again =
                    shouldThrow<MdbException> { migrator().run(listOf(scripts(third = mended).upgrade(resource, "heads")), settings()) }
                again.exitStatus() shouldBe 6
                again.message.orEmpty() shouldContain "broke off: 2 statements were done"
                again
                    .problems()
                    .single()
                    .help()
                    .get() shouldContain "repair --applied|--unapplied r"
                resource.count("t1") shouldBe 1
            }
        }

        test("who only looks is told what broke off and how far it came, but not of a run that goes on") {
            fun Resource.brokenOff() = connect(Access.READ).use { BrokenOff.find("test", this, it) }
            withResource(*Kind.relational) {
                resource.brokenOff() shouldBe Optional.empty()
                resource.stop()
                val problem = resource.brokenOff().get()
                problem.message() shouldContain "the upgrade of r broke off: 2 statements were done, the rest was not ("
                problem.data()["direction"] shouldBe "upgrade"
                problem.data()["done"] shouldBe 2
                resource.lock(testOwner, LockWait(Duration.ZERO) {}).use { resource.brokenOff() shouldBe Optional.empty() }
                resumer().resume(listOf(scripts(third = mended).upgrade(resource, "heads")), settings())
                resource.brokenOff() shouldBe Optional.empty()
            }
        }

        test("when the script is mended, resume goes on with the third operation and the next upgrade with the rest") {
            withResource(*Kind.relational) {
                resource.stop()
                val good = scripts(third = mended)
                val report = resumer().resume(listOf(good.upgrade(resource, "heads")), settings()).resources().single()
                report.steps().map { it.revision() }.shouldContainExactly("r")
                resource.appliedIds().shouldContainExactly("r")
                resource.count("t1") shouldBe 2
                resource.count("t5") shouldBe 0
                resource.log().map { it.outcome() }.shouldContainExactly(LogOutcome.RESUMED, LogOutcome.DONE)
                migrator().run(listOf(good.upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("r", "next")
            }
        }

        test("resume refuses when an operation that was done has been edited") {
            withResource(*Kind.relational) {
                resource.stop()
                val edited = scripts(first = "CREATE TABLE t1 (n INTEGER, more INTEGER)", third = mended)
                val failure = shouldThrow<MdbException> { resumer().resume(listOf(edited.upgrade(resource, "heads")), settings()) }
                failure.exitStatus() shouldBe 6
                failure.message.orEmpty() shouldContain "statement 1"
                resource.appliedIds().shouldBeEmpty()
                resource.count("t1") shouldBe 1
                resumer().resume(listOf(scripts(third = mended).upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("r")
            }
        }

        test("a resume that fails again can be resumed again") {
            withResource(*Kind.relational) {
                resource.stop()
                shouldThrow<MigrationFailed> { resumer().resume(listOf(scripts(third = broken).upgrade(resource, "heads")), settings()) }
                resumer().resume(listOf(scripts(third = mended).upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("r")
                resource.count("t1") shouldBe 2
            }
        }

        test("with nothing broken off resume does nothing") {
            withResource(*Kind.relational) {
                val report = resumer().resume(listOf(scripts(third = mended).upgrade(resource, "heads")), settings())
                report
                    .resources()
                    .single()
                    .steps()
                    .shouldBeEmpty()
                folder
                    .toFile()
                    .list()
                    .orEmpty()
                    .toList()
                    .shouldBeEmpty()
            }
        }

        test("a failure of the first operation leaves nothing to resume") {
            withResource(*Kind.relational) {
                val failure = resource.stop(scripts(first = "CREATE NONSENSE", third = mended))
                failure.exitStatus() shouldBe 1
                migrator().run(listOf(scripts(third = mended).upgrade(resource, "heads")), settings())
                resource.appliedIds().shouldContainExactly("r", "next")
            }
        }

        test("a run that was killed inside a part is resumed: the structure tells whether the part had happened") {
            for (happened in listOf(true, false)) {
                withResource(*Kind.relational) {
                    val scripts = scripts(third = mended)
                    resource.connect(Access.WRITE).use { session ->
                        session.state().prepare()
                        val entry =
                            StepRecords(Run.start(settings(), testOwner, testClock, MigrationListener.silent()))
                                .entry("r", dev.mdb.resource.LogAction.UPGRADE, 1, LogOutcome.RUNNING)
                        val journal =
                            Journal.begin(
                                session,
                                scripts.retry("r"),
                                entry,
                            )
                        val dying =
                            object : dev.mdb.resource.Part {
                                val real = session.parts(dev.mdb.resource.Sql("CREATE TABLE t1 (n INTEGER)")).single()

                                override fun hash() = real.hash()

                                override fun describe() = real.describe()

                                override fun joinsTransaction() = false

                                override fun run() {
                                    if (happened) real.run()
                                    throw IllegalStateException("killed here")
                                }
                            }
                        shouldThrow<IllegalStateException> { journal.run(dying) }
                    }
                    resumer().resume(listOf(scripts.upgrade(resource, "heads")), settings())
                    resource.appliedIds().shouldContainExactly("r")
                    resource.count("t1") shouldBe 2
                }
            }
        }

        test("an operation in batches goes on behind the last batch that was kept, and no batch runs twice") {
            withResource(*Kind.relational) {
                val failure = resource.stop(batches(TransactionMode.NONE, failAt = 6))
                failure.exitStatus() shouldBe 6
                resource.sum() shouldBe 2 * (1 + 2 + 3 + 4) + 5 + 6 + 7
                resumer().resume(listOf(batches(TransactionMode.NONE).upgrade(resource, "heads")), settings())
                resource.sum() shouldBe 2 * (1..7).sum()
                resource.count("t") shouldBe 8
            }
        }

        test("batches in a transaction are all kept or none, and are told as they are done") {
            withResource(*Kind.relational) {
                val told = ArrayList<Long>()
                val listener =
                    object : MigrationListener {
                        override fun batchFinished(
                            resource: String,
                            step: Step,
                            operation: BatchedOperation,
                            items: Long,
                            total: java.util.OptionalLong,
                        ) {
                            told.add(items)
                        }
                    }
                migrator(listener).run(listOf(batches(TransactionMode.PER_REVISION).upgrade(resource, "heads")), settings())
                told.shouldContainExactly(2, 4, 6, 7, 7)
                resource.sum() shouldBe 2 * (1..7).sum()
            }
        }

        test("repair names what had been done of the way back, up to an answer that the block wants; it runs and asks nothing") {
            fun scripts(asks: Boolean) =
                TestScripts().apply {
                    val back: BlockContext.() -> Unit = {
                        sql("INSERT INTO t VALUES (?)", 1)
                        if (asks) query("SELECT n FROM t", emptyList())
                        sql("INSERT INTO t VALUES (?)", 2)
                        sql("INSERT INTO nowhere VALUES (3)")
                    }
                    revision("r", transaction = TransactionMode.NONE, downgrade = back) { sql("CREATE TABLE t (n INTEGER)") }
                }
            for (asks in listOf(false, true)) {
                withResource(*Kind.relational) {
                    val scripts = scripts(asks)
                    migrator().run(listOf(scripts.upgrade(resource, "heads")), settings())
                    shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.downgrade(resource, "base")), settings()) }
                    val broken = resource.connect(Access.READ).use { BrokenOff.find("test", resource, it) }.get()
                    broken.message() shouldContain "the downgrade of r broke off: 2 statements were done"
                    val repairer = Repairer(testOwner, testClock, MigrationListener.silent())
                    val repaired = repairer.repair(scripts.downgrade(resource, "base"), "r", true, settings())
                    repaired shouldBe Repaired(2, List(if (asks) 1 else 2) { "INSERT INTO t VALUES (?)" }, false)
                    resource.count("t") shouldBe 2
                }
            }
        }

        test("repair records what somebody put right by hand, and the next run goes on from there") {
            for (applied in listOf(true, false)) {
                withResource(*Kind.relational) {
                    resource.stop()
                    val good = scripts(third = mended)
                    val repairer = Repairer(testOwner, testClock, MigrationListener.silent())
                    shouldThrow<MdbException> { repairer.repair(good.upgrade(resource, "heads"), "next", applied, settings()) }
                    repairer.repair(good.upgrade(resource, "heads"), "r", applied, settings()) shouldBe
                        Repaired(2, listOf("CREATE TABLE t1 (n INTEGER)", "INSERT INTO t1 VALUES (?)"), false)
                    resource.appliedIds() shouldBe if (applied) listOf("r") else emptyList()
                    resource.log().map { it.outcome() }.shouldContainExactly(LogOutcome.REPAIRED, LogOutcome.DONE)
                    if (applied) {
                        migrator().run(listOf(good.upgrade(resource, "heads")), settings())
                        resource.appliedIds().shouldContainExactly("r", "next")
                    }
                }
            }
        }
    })
