package dev.mdb.migrate

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.graph.Direction
import dev.mdb.operation.Operation
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.Kind
import dev.mdb.resource.LogEntry
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.Resource
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.concurrent.Callable
import java.util.concurrent.Executors

fun Resource.appliedIds() = connect(Access.READ).use { it.state().applied().map(AppliedRevision::id) }

fun Resource.log() = connect(Access.READ).use { it.state().log(100).reversed() }

fun Resource.count(table: String) =
    connect(Access.READ).use {
        (it.query("SELECT count(*) AS n FROM $table", emptyList()).single()["n"] as Number).toInt()
    }

/** `a - b - c`, each with a table of its own. */
private fun line() =
    TestScripts().apply {
        revision("a", downgrade = { sql("DROP TABLE ta") }) { sql("CREATE TABLE ta (n INTEGER)") }
        revision("b", "a", downgrade = { sql("DROP TABLE tb") }) {
            sql("CREATE TABLE tb (n INTEGER)")
            sql("INSERT INTO tb VALUES (?)", 1)
        }
        revision("c", "b", downgrade = { sql("DROP TABLE tc") }) { sql("CREATE TABLE tc (n INTEGER)") }
    }

class MigratorTest :
    FunSpec({
        test("an upgrade runs what is missing, in order, and the report and the log tell it") {
            withResource(*Kind.relational) {
                val scripts = line()
                migrator().run(listOf(scripts.upgrade(resource, "a")), settings())
                val report = migrator().run(listOf(scripts.upgrade(resource, "heads")), settings()).resources().single()
                report.steps().map { it.revision() to it.operations() } shouldBe listOf("b" to 2, "c" to 1)
                report.heads().shouldContainExactly("c")
                report.notRun().shouldBeEmpty()
                resource.appliedIds().shouldContainExactly("a", "b", "c")
                resource.log().map { Triple(it.ordinal(), it.revision(), it.outcome()) } shouldBe
                    listOf(Triple(1, "a", LogOutcome.DONE), Triple(1, "b", LogOutcome.DONE), Triple(2, "c", LogOutcome.DONE))
                resource
                    .log()
                    .map(LogEntry::run)
                    .toSet()
                    .size shouldBe 2
                resource.count("tb") shouldBe 1
            }
        }

        test("a downgrade takes back in the opposite order") {
            withResource(*Kind.relational) {
                val scripts = line()
                migrator().run(listOf(scripts.upgrade(resource, "heads")), settings())
                val report = migrator().run(listOf(scripts.downgrade(resource, "a")), settings()).resources().single()
                report.steps().map { it.revision() to it.direction() } shouldBe
                    listOf("c" to Direction.DOWNGRADE, "b" to Direction.DOWNGRADE)
                report.heads().shouldContainExactly("a")
                resource.appliedIds().shouldContainExactly("a")
            }
        }

        test("with nothing to do nothing is written, not even a version table") {
            withResource(*Kind.relational) {
                val scripts = line()
                val report = migrator().run(listOf(scripts.upgrade(resource, "base")), settings()).resources().single()
                report.steps().shouldBeEmpty()
                folder
                    .toFile()
                    .list()
                    .orEmpty()
                    .toList()
                    .shouldBeEmpty()
            }
        }

        test("a failing operation leaves nothing of its revision, keeps what came before, and says where it was") {
            withResource(*Kind.relational) {
                val scripts = line()
                scripts.revision("bad", "c") {
                    sql("CREATE TABLE tbad (n INTEGER)")
                    sql("INSERT INTO nowhere VALUES (1)")
                }
                scripts.revision("after", "bad") { sql("CREATE TABLE tafter (n INTEGER)") }
                val failure = shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(resource, "heads")), settings()) }
                val problem = failure.problems().single()
                problem.revision().get() shouldBe "bad"
                problem.at().get().toString() shouldBe "bad.kts:7:3"
                problem.data()["operationNumber"] shouldBe 2
                val report = failure.report().resources().single()
                report.steps().map { it.revision() }.shouldContainExactly("a", "b", "c")
                report.notRun().shouldContainExactly("bad", "after")
                report.heads().shouldContainExactly("c")
                resource.appliedIds().shouldContainExactly("a", "b", "c")
                resource
                    .log()
                    .last()
                    .error()
                    .get() shouldContain "nowhere"
                if (transactional) {
                    failure.exitStatus() shouldBe Category.FAILED.exitStatus()
                    resource.log().last().outcome() shouldBe LogOutcome.FAILED
                    shouldThrow<MdbException> { resource.count("tbad") }
                } else {
                    failure.exitStatus() shouldBe Category.INCOMPLETE.exitStatus()
                    resource.log().last().outcome() shouldBe LogOutcome.STOPPED
                }
            }
        }

        test("an exception of a block is a problem of its revision, an error as well") {
            withResource(*Kind.relational) {
                for (thrown in listOf(IllegalStateException("no luck"), NotImplementedError("later"))) {
                    val scripts = TestScripts().apply { revision("a") { throw thrown } }
                    val failure = shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(resource, "a")), settings()) }
                    failure.problems().single().message() shouldContain thrown.message.orEmpty()
                    failure.exitStatus() shouldBe 1
                    resource.appliedIds().shouldBeEmpty()
                }
            }
        }

        test("arguments reach the block") {
            withResource(*Kind.relational) {
                val seen = ArrayList<String?>()
                val scripts = TestScripts().apply { revision("a") { seen.add(arguments()["REVISE"]) } }
                migrator().run(listOf(scripts.upgrade(resource, "a")), settings("REVISE" to "yes"))
                seen.shouldContainExactly("yes")
            }
        }

        test("events come in the order of what happens") {
            withResource(*Kind.relational) {
                val events = ArrayList<String>()
                val listener =
                    object : MigrationListener {
                        override fun planned(resource: String, plan: dev.mdb.graph.Plan) {
                            events.add("plan ${plan.steps().size}")
                        }

                        override fun stepStarted(resource: String, step: dev.mdb.graph.Step, number: Int, total: Int) {
                            events.add("start ${step.revision().id()} $number/$total")
                        }

                        override fun operationStarted(resource: String, step: dev.mdb.graph.Step, operation: Operation, number: Int) {
                            events.add("operation $number")
                        }

                        override fun stepFinished(resource: String, step: StepReport) {
                            events.add("done ${step.revision()}")
                        }
                    }
                migrator(listener).run(listOf(line().upgrade(resource, "b")), settings())
                events.shouldContainExactly(
                    "plan 2",
                    "start a 1/2",
                    "operation 1",
                    "done a",
                    "start b 2/2",
                    "operation 1",
                    "operation 2",
                    "done b",
                )
            }
        }

        test("of many runs at once exactly one applies, the others wait and find nothing to do") {
            withResource(*Kind.relational) {
                val pool = Executors.newFixedThreadPool(8)
                try {
                    val runs = (1..8).map { Callable { migrator().run(listOf(line().upgrade(open(), "heads")), settings()) } }
                    val steps =
                        pool.invokeAll(runs).map {
                            it
                                .get()
                                .resources()
                                .single()
                                .steps()
                                .size
                        }
                    steps.sorted().shouldContainExactly(0, 0, 0, 0, 0, 0, 0, 3)
                    resource.appliedIds().shouldContainExactly("a", "b", "c")
                    resource.count("tb") shouldBe 1
                } finally {
                    pool.shutdown()
                }
            }
        }

        test("a fault in the second resource comes before any change in the first") {
            withResource(*Kind.relational) {
                val good = line().upgrade(resource, "heads")
                val bad = line().upgrade(open(versionTable = "other"), "nosuch")
                shouldThrow<MdbException> { migrator().run(listOf(good, bad), settings()) }
                resource.appliedIds().shouldBeEmpty()
            }
        }
    })
