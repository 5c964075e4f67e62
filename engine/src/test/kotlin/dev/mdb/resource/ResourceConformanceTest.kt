package dev.mdb.resource

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Duration
import java.time.Instant
import java.util.Optional
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

private val at = Instant.parse("2026-11-21T09:30:00.123Z")

private fun applied(id: String) =
    AppliedRevision(
        id,
        listOf("p1", "p2"),
        listOf("d"),
        listOf("L"),
        "Größe, \"quoted\" & 'all'",
        "ab12",
        at,
        "me@here",
        Duration.ofMillis(7),
    )

private fun entry(id: String, outcome: LogOutcome = LogOutcome.DONE) =
    LogEntry(
        "run-1",
        3,
        id,
        LogAction.UPGRADE,
        outcome,
        listOf("h1", "h2"),
        Optional.of("pending x"),
        Optional.of("it broke"),
        at,
        Duration.ofMillis(9),
        owner,
    )

/** What every kind of resource does the same way. */
class ResourceConformanceTest :
    FunSpec({
        test("a resource that was never used has no applied revision and no log, and looking changes nothing") {
            withResource {
                val before = folder.toFile().list()?.toList()
                resource.connect(Access.READ).use {
                    it.state().applied().shouldBeEmpty()
                    it.state().log(10).shouldBeEmpty()
                }
                folder.toFile().list()?.toList() shouldBe before
            }
        }

        test("applied revisions come back whole, in the order they were applied, also over a new connection") {
            withResource {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.begin()
                    it.state().add(applied("z_first"))
                    it.state().add(applied("a.second"))
                    it.commit()
                }
                resource.connect(Access.READ).use {
                    it.state().applied().shouldContainExactly(applied("z_first"), applied("a.second"))
                }
            }
        }

        test("ids may have 255 characters and letters of any script") {
            withResource {
                val ids = listOf("x".repeat(255), "größe_修订_ревизия")
                resource.connect(Access.WRITE).use { session ->
                    session.state().prepare()
                    ids.forEach { session.state().add(applied(it)) }
                }
                resource.connect(Access.READ).use { it.state().applied().map(AppliedRevision::id) shouldBe ids }
            }
        }

        test("ids that differ in case are two revisions") {
            withResource {
                resource.connect(Access.WRITE).use { session ->
                    session.state().prepare()
                    listOf("init", "INIT", "Init").forEach { session.state().add(applied(it)) }
                    session.state().remove("INIT")
                    session
                        .state()
                        .applied()
                        .map(AppliedRevision::id)
                        .shouldContainExactly("init", "Init")
                }
            }
        }

        test("texts and lists of operations may be long") {
            withResource {
                val hashes = List(3_000) { "%064x".format(it) }
                val long =
                    entry("a")
                        .with(LogOutcome.DONE, hashes, Optional.of("c".repeat(70_000)), Duration.ZERO)
                        .failed(LogOutcome.DONE, "e".repeat(100_000))
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().append(long)
                    it.state().log(1).single() shouldBe long
                }
            }
        }

        test("a removed revision is gone and the others stay") {
            withResource {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().add(applied("a"))
                    it.state().add(applied("b"))
                    it.state().remove("a")
                    it
                        .state()
                        .applied()
                        .map(AppliedRevision::id)
                        .shouldContainExactly("b")
                }
            }
        }

        test("the log keeps every entry whole and gives the newest first") {
            withResource {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().append(entry("a"))
                    it.state().append(entry("b", LogOutcome.FAILED))
                    it.state().log(10).shouldContainExactly(entry("b", LogOutcome.FAILED), entry("a"))
                    it.state().log(1).shouldContainExactly(entry("b", LogOutcome.FAILED))
                }
            }
        }

        test("preparing twice is harmless") {
            withResource {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().add(applied("a"))
                    it.state().prepare()
                    it
                        .state()
                        .applied()
                        .map(AppliedRevision::id)
                        .shouldContainExactly("a")
                }
            }
        }

        test("a rollback takes back the state and what the operations did") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use { session ->
                    session.state().prepare()
                    session.begin()
                    session.execute(Sql("CREATE TABLE item (id INTEGER)"))
                    session.state().add(applied("a"))
                    session.rollback()
                    session.state().applied().shouldBeEmpty()
                    val tableIsGone = runCatching { session.query("SELECT * FROM item", emptyList()) }.isFailure
                    tableIsGone shouldBe session.rollsBackSchemaChanges()
                }
            }
        }

        test("what a closed session did not commit is gone") {
            withResource {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.begin()
                    it.state().add(applied("a"))
                }
                resource.connect(Access.READ).use { it.state().applied().shouldBeEmpty() }
            }
        }

        test("parameters are bound, NULL too, and rows come back by column name in any case") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE item (id INTEGER, name VARCHAR(100))"))
                    it.execute(Sql("INSERT INTO item VALUES (?, ?)", 1, "it's; \"odd\" -- ?"))
                    it.execute(Sql("INSERT INTO item VALUES (?, ?)", 2, null))
                    val rows = it.query("SELECT id, name FROM item WHERE id > ? ORDER BY id", listOf(0))
                    rows.map { row -> row["NAME"] } shouldBe listOf("it's; \"odd\" -- ?", null)
                }
            }
        }

        test("a failing statement says what the engine says, and carries the statement") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use { session ->
                    val failure = shouldThrow<MdbException> { session.execute(Sql("INSERT INTO nowhere VALUES (1)")) }
                    failure.problems().single().category() shouldBe Category.FAILED
                    failure.message.orEmpty() shouldContain "nowhere"
                    failure.problems().single().data()["statement"] shouldBe "INSERT INTO nowhere VALUES (1)"
                }
            }
        }

        test("an open entry is found until it is closed, and its update keeps what came before it") {
            withResource {
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().append(entry("a", LogOutcome.DONE))
                    val running =
                        entry("b", LogOutcome.RUNNING).let { e ->
                            LogEntry(
                                "run-2",
                                1,
                                "b",
                                e.action(),
                                e.outcome(),
                                e.parts(),
                                e.checkpoint(),
                                Optional.empty(),
                                e.at(),
                                e.took(),
                                e.owner(),
                            )
                        }
                    it.state().append(running)
                    it.state().open().shouldContainExactly(running)
                    val more = running.with(LogOutcome.RUNNING, listOf("h1", "h2", "h3"), Optional.empty(), Duration.ofMillis(11))
                    it.state().update(more)
                    it.state().open().shouldContainExactly(more)
                    it.state().update(more.failed(LogOutcome.STOPPED, "no"))
                    it
                        .state()
                        .open()
                        .single()
                        .outcome() shouldBe LogOutcome.STOPPED
                    it.state().update(more.with(LogOutcome.DONE, more.parts(), Optional.empty(), more.took()))
                    it.state().open().shouldBeEmpty()
                    it
                        .state()
                        .log(2)
                        .map(LogEntry::revision)
                        .shouldContainExactly("b", "a")
                }
            }
        }

        test("the structure changes with the structure, and not with rows") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.execute(Sql("CREATE TABLE item (id INTEGER)"))
                    val before = it.structure()
                    it.execute(Sql("INSERT INTO item VALUES (1)"))
                    it.structure() shouldBe before
                    it.execute(Sql("CREATE INDEX item_id ON item (id)"))
                    (it.structure() == before) shouldBe false
                }
            }
        }

        test("a part that changes rows can share a transaction with its note, one that changes the structure need not") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    it.parts(Sql("/* ; */ -- x\n insert into t values (1)")).single().joinsTransaction() shouldBe true
                    it.parts(Sql("CREATE TABLE t (id INTEGER)")).single().joinsTransaction() shouldBe false
                }
            }
        }

        test("the same part has the same hash, another value another one") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use {
                    val hash = { id: Int -> it.parts(Sql("INSERT INTO item VALUES (?)", id)).single().hash() }
                    hash(1) shouldBe hash(1)
                    (hash(1) == hash(2)) shouldBe false
                }
            }
        }

        test("two version tables in one resource do not see each other") {
            withResource {
                val other = open(versionTable = "odd version-table \"x\"")
                other.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().add(applied("theirs"))
                }
                resource.connect(Access.WRITE).use {
                    it.state().prepare()
                    it.state().add(applied("ours"))
                    it
                        .state()
                        .applied()
                        .map(AppliedRevision::id)
                        .shouldContainExactly("ours")
                }
                other.connect(Access.READ).use {
                    it
                        .state()
                        .applied()
                        .map(AppliedRevision::id)
                        .shouldContainExactly("theirs")
                }
            }
        }

        test("a version table of a foreign shape is an error that names the way out") {
            withResource(*Kind.relational) {
                resource.connect(Access.WRITE).use { it.execute(Sql("CREATE TABLE mdb_version (version_num VARCHAR(32))")) }
                val failure = shouldThrow<MdbException> { resource.connect(Access.READ).use { it.state().applied() } }
                failure.message.orEmpty() shouldContain "mdb_version"
                failure
                    .problems()
                    .single()
                    .help()
                    .get() shouldContain "version_table"
            }
        }

        test("only one run holds the lock; the other is told who, and gets it when the first ends") {
            withResource {
                val second = open()
                val told = CountDownLatch(1)
                val first = resource.lock(owner, LockWait(Duration.ZERO) {})
                val waiting =
                    thread {
                        second
                            .lock(owner, LockWait(Duration.ofSeconds(20)) { if (it.contains(kind.holder)) told.countDown() })
                            .close()
                    }
                told.await(10, TimeUnit.SECONDS) shouldBe true
                first.close()
                waiting.join(10_000)
                waiting.isAlive shouldBe false
            }
        }

        test("whoever does not want to wait any longer is told who holds the lock") {
            withResource {
                resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                    val failure = shouldThrow<MdbException> { open().lock(owner, LockWait(Duration.ofMillis(60)) {}) }
                    failure.problems().single().category() shouldBe Category.LOCKED
                    failure.message.orEmpty() shouldContain kind.holder
                }
            }
        }

        test("a lock that is held is confirmed, and can be taken again when it was given back") {
            withResource {
                repeat(2) {
                    val lock = resource.lock(owner, LockWait(Duration.ZERO) {})
                    lock.confirm()
                    lock.close()
                }
            }
        }

        test("locks of two version tables do not touch each other") {
            withResource {
                resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                    open(versionTable = "other").lock(owner, LockWait(Duration.ZERO) {}).close()
                }
                resource.lock(owner, LockWait(Duration.ZERO) {}).close()
            }
        }

        test("whoever looks is told who holds the lock, and whether anybody does") {
            withResource {
                open().lockHolder() shouldBe Optional.empty()
                resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                    open().lockHolder().get() shouldContain kind.holder
                    open(versionTable = "other").lockHolder() shouldBe Optional.empty()
                }
                open().lockHolder() shouldBe Optional.empty()
            }
        }

        test("a broken lock is free, and the run that had it can write no more") {
            withResource(*Kind.entries.filter { it != Kind.SQLITE }.toTypedArray()) {
                open().breakLock() shouldBe Optional.empty()
                val lock = resource.lock(owner, LockWait(Duration.ZERO) {})
                val session = resource.connect(Access.WRITE)
                session.state().prepare()
                open().breakLock().get() shouldContain kind.holder
                open().lockHolder() shouldBe Optional.empty()
                shouldThrow<MdbException> { lock.confirm() }
                shouldThrow<MdbException> { session.state().add(applied("late")) }
                runCatching { session.close() }
                runCatching { lock.close() }
                open().lock(owner, LockWait(Duration.ofSeconds(5)) {}).close()
                open().connect(Access.READ).use { it.state().applied().shouldBeEmpty() }
            }
        }

        test("a lock of the operating system cannot be broken: the error names its process") {
            withResource(Kind.SQLITE) {
                resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                    val failure = shouldThrow<MdbException> { open().breakLock() }
                    failure.problems().single().code() shouldBe "cannot-break"
                    failure.exitStatus() shouldBe 5
                    failure.message.orEmpty() shouldContain "process 42"
                }
                open().breakLock() shouldBe Optional.empty()
            }
        }
    })
