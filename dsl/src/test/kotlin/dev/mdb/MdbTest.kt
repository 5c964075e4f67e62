package dev.mdb

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.graph.Plan
import dev.mdb.graph.Step
import dev.mdb.migrate.MigrationFailed
import dev.mdb.migrate.MigrationListener
import dev.mdb.migrate.RunReport
import dev.mdb.migrate.StepReport
import dev.mdb.operation.Operation
import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import dev.mdb.testing.TestUser
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.optional.shouldBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CountDownLatch
import java.util.concurrent.CyclicBarrier
import java.util.concurrent.Executors
import java.util.concurrent.TimeUnit

private fun RunReport.steps() = resources().flatMap { part -> part.steps().map { "${part.resource()}: ${it.revision()}" } }

/** The texts of all notes, past the library. */
private fun TestResource.texts() =
    resource.connect(Access.READ).use { session -> session.query("SELECT text FROM note", listOf()).map { it.values().single() } }

private fun MdbException.codes() = problems().map { it.code() }

private const val LONG = 60L

/** Two pieces of work at the same time. */
private fun <T> together(first: () -> T, second: () -> T): List<T> {
    val threads = Executors.newFixedThreadPool(2)
    try {
        return listOf(first, second).map { CompletableFuture.supplyAsync({ it() }, threads) }.map { it.get(2 * LONG, TimeUnit.SECONDS) }
    } finally {
        threads.shutdownNow()
    }
}

class MdbTest :
    FunSpec({
        test("from nothing to the head and back: plans, runs and questions on every engine that speaks SQL") {
            withResource(*Kind.relational) {
                LibraryProject.notes().use { project ->
                    project.at().url("notes", url).argument("TEXT", "from a program").tag("start-up").open().use { mdb ->
                        val notes = mdb.resource("notes")
                        notes.pending().map { it.id() } shouldContainExactly listOf("create_note", "fill_note")
                        notes.plan("create_note").ids() shouldContainExactly listOf("create_note")
                        notes.upgrade("head").steps() shouldContainExactly listOf("notes: create_note", "notes: fill_note")
                        texts() shouldContainExactly listOf("from a program")
                        notes.current() shouldContainExactly listOf("fill_note")
                        notes.verify().shouldBeEmpty()
                        notes.planDowngrade("create_note", false).ids() shouldContainExactly listOf("fill_note")
                        notes.downgrade("-1").steps() shouldContainExactly listOf("notes: fill_note")
                        notes.stamp("head").added() shouldContainExactly listOf("fill_note")
                        texts().shouldBeEmpty()
                        notes.applied().map { it.id() } shouldContainExactly listOf("create_note", "fill_note")
                        val status = notes.status()
                        status.isUpToDate shouldBe true
                        status.heads() shouldContainExactly listOf("fill_note")
                        status.lockHolder().shouldBeEmpty()
                        val last = status.last().get()
                        last.owner().tool() shouldContain "mdb "
                        last.owner().tool() shouldContain ", tag start-up"
                        notes.graph().size() shouldBe 2
                    }
                }
            }
        }

        test("Redis, and the events of a run in their order") {
            withResource(Kind.REDIS) {
                val told = ArrayList<String>()
                val listener =
                    object : MigrationListener {
                        override fun stepStarted(resource: String, step: Step, number: Int, total: Int) {
                            told += "$resource: ${step.revision().id()} $number of $total"
                        }

                        override fun stepFinished(resource: String, step: StepReport) {
                            told += "$resource: ${step.revision()} done"
                        }
                    }
                LibraryProject.greetings().use { project ->
                    project.at().url("cache", url).listener(listener).open().use { mdb ->
                        mdb.upgrade("heads").steps() shouldContainExactly listOf("cache: greet")
                        mdb.status().single().isUpToDate shouldBe true
                        mdb.downgrade("base").steps() shouldContainExactly listOf("cache: greet")
                    }
                }
                told shouldContainExactly List(2) { listOf("cache: greet 1 of 1", "cache: greet done") }.flatten()
            }
        }

        test("all resources in one plan, in the order of their dependencies; one alone needs the others to be there") {
            LibraryProject.notes().use { project ->
                project.at().open().use { mdb ->
                    val refused = shouldThrow<MdbException> { mdb.resource("tags").upgrade("head") }
                    refused.codes() shouldContainExactly listOf("missing-across")
                    mdb.resource("tags").status().isUpToDate shouldBe false
                    mdb.upgrade("create_tag").steps() shouldContainExactly listOf("notes: create_note", "tags: create_tag")
                    mdb.upgrade("heads").steps() shouldContainExactly listOf("notes: fill_note")
                    mdb.resources().map { it.name() } shouldContainExactly listOf("notes", "tags")
                }
            }
        }

        test("a failed step says what had been done, and where in the script it stopped") {
            LibraryProject.notes().use { project ->
                project.file(
                    "notes/broken.migration.kts",
                    "revision {\n    id = \"broken\"\n    down(\"fill_note\")\n    upgrade { execute(\"nonsense\") }\n    downgrade { }\n}",
                )
                project.at().open().use { mdb ->
                    val failed = shouldThrow<MigrationFailed> { mdb.resource("notes").upgrade("head") }
                    failed.report().steps() shouldContainExactly listOf("notes: create_note", "notes: fill_note")
                    val problem = failed.problems().single()
                    problem.revision().get() shouldBe "broken"
                    problem.at().get().line() shouldBe 4
                    mdb.resource("notes").pending().map { it.id() } shouldContainExactly listOf("broken")
                }
            }
        }

        test("a login stands apart from the address, and no text shows it") {
            withResource(Kind.POSTGRES) {
                val plain = url.replace(Regex("//[^@]*@"), "//")
                LibraryProject.notes().use { project ->
                    project.at().url("notes", plain).login("notes", "nobody", "sec ret").open().use { mdb ->
                        val refused = shouldThrow<MdbException> { mdb.resource("notes").upgrade("head") }
                        refused.codes() shouldContainExactly listOf("login-refused")
                        refused.message!! shouldNotContain "sec ret"
                        mdb
                            .resource("notes")
                            .status()
                            .problem()
                            .get()
                            .message() shouldNotContain "sec ret"
                    }
                    val user = TestUser
                    if (url.contains(user.encodedPassword)) {
                        project.at().url("notes", plain).login("notes", user.NAME, user.PASSWORD).open().use {
                            it
                                .resource("notes")
                                .upgrade("head")
                                .steps()
                                .size shouldBe 2
                        }
                    }
                }
            }
        }

        test("what is said of a resource that there is none of, a bad tag, and a bad file are refused at once") {
            LibraryProject.notes().use { project ->
                shouldThrow<MdbException> { project.at().url("note", "sqlite:x.db").open() }.codes() shouldBe listOf("unknown-resource")
                shouldThrow<MdbException> { project.at().login("x", "me", "pw").open() }.codes() shouldBe listOf("unknown-resource")
                shouldThrow<MdbException> { project.at().tag("two\nlines").open() }.problems().single().category() shouldBe Category.USAGE
                project.file("mdb.toml", "[resources.notes]\nurl = \"sqlite:x.db\"\nlocation = [\"notes\"]")
                shouldThrow<MdbException> { project.at().open() }.message!! shouldContain "location"
                project.at().environment(mapOf("MDB_URL" to "redis://127.0.0.1:1")).environment(mapOf()).run {
                    project.file("mdb.toml", "[resources.notes]\nlocations = [\"notes\"]")
                    shouldThrow<MdbException> { open() }.codes() shouldBe listOf("missing-url")
                }
            }
        }

        test("two instances migrate two databases at the same time") {
            val both = CyclicBarrier(2)
            val meeting =
                object : MigrationListener {
                    override fun operationStarted(resource: String, step: Step, operation: Operation, number: Int) {
                        both.await(LONG, TimeUnit.SECONDS)
                    }
                }
            LibraryProject.notes().use { project ->
                fun migrate(name: String) =
                    project
                        .at()
                        .url(
                            "notes",
                            "sqlite:$name.db",
                        ).listener(meeting)
                        .open()
                        .use { it.resource("notes").upgrade("head").steps() }
                together({ migrate("one") }, { migrate("two") }).map { it.size } shouldContainExactly listOf(2, 2)
            }
        }

        test("of two instances on one database one waits for the other, or is refused, and finds nothing left to do") {
            withResource(*Kind.relational) {
                val runs = CountDownLatch(1)
                val waits = CountDownLatch(1)
                val first =
                    object : MigrationListener {
                        override fun planned(resource: String, plan: Plan) = runs.countDown()

                        override fun stepStarted(resource: String, step: Step, number: Int, total: Int) {
                            waits.await(LONG, TimeUnit.SECONDS)
                        }
                    }
                val second =
                    object : MigrationListener {
                        override fun waitingForLock(resource: String, holder: String) = waits.countDown()
                    }
                LibraryProject.notes().use { project ->
                    fun at(listener: MigrationListener, wait: Duration) =
                        project
                            .at()
                            .url("notes", url)
                            .listener(listener)
                            .lockWait(wait)
                            .open()
                    val reports =
                        together(
                            { at(first, Duration.ZERO).use { it.resource("notes").upgrade("head") } },
                            {
                                runs.await(LONG, TimeUnit.SECONDS)
                                at(MigrationListener.silent(), Duration.ZERO).use { mdb ->
                                    val refused = shouldThrow<MdbException> { mdb.resource("notes").upgrade("head") }
                                    refused.problems().single().category() shouldBe Category.LOCKED
                                }
                                at(second, Duration.ofSeconds(LONG)).use { it.resource("notes").upgrade("head") }
                            },
                        )
                    reports.map { it.steps().size } shouldContainExactly listOf(2, 0)
                    reports
                        .last()
                        .resources()
                        .single()
                        .heads() shouldContainExactly listOf("fill_note")
                }
            }
        }

        test("an instance can be asked by several threads, and not after it is closed") {
            LibraryProject.notes().use { project ->
                val mdb = project.at().open()
                val notes = mdb.resource("notes")
                together({ notes.upgrade("head").steps().size }, { notes.upgrade("head").steps().size }).sum() shouldBe 2
                mdb.close()
                mdb.close()
                shouldThrow<IllegalStateException> { notes.current() }
                shouldThrow<IllegalStateException> { mdb.upgrade("heads") }
            }
        }
    })
