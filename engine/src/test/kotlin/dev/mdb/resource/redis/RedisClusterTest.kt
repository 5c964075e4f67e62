package dev.mdb.resource.redis

import dev.mdb.error.MdbException
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.LockWait
import dev.mdb.resource.LogAction
import dev.mdb.resource.LogEntry
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.Part
import dev.mdb.resource.Resource
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.owner
import dev.mdb.testing.RedisCluster
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.shouldNotBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.util.Optional

private val noWait = LockWait(Duration.ZERO) {}

private fun resource(url: String): Resource {
    val none = Optional.empty<String>()
    return Resources.create(ResourceSettings("r", url, none, none, "mdb_version", none, Duration.ofSeconds(1), Path.of(".")))
}

private fun entryThatBrokeOff() =
    LogEntry(
        "run",
        1,
        "r",
        LogAction.UPGRADE,
        LogOutcome.RUNNING,
        emptyList(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Duration.ZERO,
        owner,
    )

/** Three nodes; keys `a`, `b`, `c` are in slots 15495, 3300, 7365: one on each node. */
class RedisClusterTest :
    FunSpec({
        lateinit var cluster: RedisCluster
        beforeSpec { cluster = RedisCluster.start() }
        afterSpec { cluster.close() }
        beforeTest { cluster.onEach { flushdb() } }

        fun write(body: RedisSession.() -> Unit) = resource(cluster.url).connect(Access.WRITE).use { (it as RedisSession).body() }

        fun keys() = cluster.onEach { keys("*") }.flatten()

        test("state, log and lock are in one slot and work as on a single server") {
            val resource = resource(cluster.url)
            resource.lock(owner, noWait).use {
                shouldThrow<MdbException> { resource(cluster.url).lock(owner, noWait) }.message.orEmpty() shouldContain "tester@testhost"
                resource.connect(Access.WRITE).use {
                    it.begin()
                    it.state().add(revision("one"))
                    it.state().add(revision("two"))
                    it.commit()
                    it.begin()
                    it.state().remove("one")
                    it.rollback()
                }
                resource.connect(Access.READ).use {
                    it
                        .state()
                        .applied()
                        .map(AppliedRevision::id)
                        .shouldContainExactly("one", "two")
                }
            }
        }

        test("an operation over keys of several nodes is cut into parts of one slot, in order") {
            write {
                rollsBackSchemaChanges() shouldBe false
                val operation =
                    operation(
                        listOf("SET", "a", 1),
                        listOf("INCR", "a"),
                        listOf("SET", "b", 1),
                        listOf("MSET", "c", 1, "{a}2", 2),
                    )
                val parts = parts(operation)
                parts.map { (it as RedisPart).writes().map { write -> write.command().toString() } } shouldBe
                    listOf(listOf("SET a 1", "INCR a"), listOf("SET b 1"), listOf("MSET c 1"), listOf("MSET {a}2 2"))
                parts.none(Part::joinsTransaction) shouldBe true
                parts.forEach(Part::run)
                listOf("a", "b", "c", "{a}2").map(cluster::get) shouldBe listOf("2", "1", "1", "2")
            }
        }

        test("a part in the slot of the state joins its transaction") {
            write {
                val part = parts(operation(listOf("SET", "{mdb_version}:mine", 1))).single()
                part.joinsTransaction() shouldBe true
                begin()
                part.run()
                rollback()
            }
            keys().shouldBeEmpty()
        }

        test("the structure tells, to the next run too, whether a part of another slot has happened") {
            var before = ""
            write {
                before = structure()
                parts(operation(listOf("SET", "a", 1))).single().run()
                structure() shouldNotBe before
                state().append(entryThatBrokeOff())
            }
            write {
                structure() shouldNotBe before
                val after = structure()
                shouldThrow<MdbException> { parts(operation(listOf("LPUSH", "b", 1), listOf("INCR", "b"))).single().run() }
                structure() shouldBe after
            }
        }

        test("what counted the parts is taken away when nothing is open any more") {
            write { for (key in listOf("a", "b", "c")) parts(operation(listOf("SET", key, 1))).single().run() }
            keys().shouldContainExactlyInAnyOrder("a", "b", "c")
        }

        test("commands of one slot are done together or not at all") {
            write {
                val failing = operation(listOf("SET", "a", 1), listOf("SET", "{a}2", 1), listOf("LPUSH", "a", 1))
                shouldThrow<MdbException> { parts(failing).single().run() }.message.orEmpty() shouldContain "WRONGTYPE"
            }
            cluster.get("a") shouldBe null
            cluster.get("{a}2") shouldBe null
        }

        test("a command over keys of two slots that cannot be cut says so") {
            write {
                val part = parts(operation(listOf("RENAME", "a", "b"))).single()
                shouldThrow<MdbException> { part.run() }.message.orEmpty() shouldContain "slot"
            }
        }

        test("a run without its lease writes on no node") {
            val resource = resource(cluster.url)
            val lock = resource.lock(owner, noWait)
            resource.connect(Access.WRITE).use {
                lock.close()
                for (key in listOf("a", "b", "c", "{mdb_version}")) {
                    val part = it.parts(operation(listOf("SET", key, 1))).single()
                    shouldThrow<MdbException> { part.run() }.problems().single().code() shouldBe "lock-lost"
                }
            }
            keys().filterNot { it.startsWith("mdb:") }.shouldBeEmpty()
        }

        test("SCAN goes over all nodes with a cursor that another session can go on with; KEYS too") {
            val all = (1..300).map { "post:$it" }
            write { all.forEach { key -> parts(operation(listOf("SET", key, 1))).forEach(Part::run) } }
            val found = LinkedHashSet<String>()
            var cursor = "0"
            do {
                write {
                    val (next, batch) = query("SCAN", listOf(cursor, "MATCH", "post:*", "COUNT", 50)).map { it[0] }
                    cursor = next as String
                    found += (batch as List<*>).map { it as String }
                }
            } while (cursor != "0")
            found.shouldContainExactlyInAnyOrder(all)
            write { query("KEYS", listOf("post:*")).map { it[0] }.shouldContainExactlyInAnyOrder(all) }
        }

        test("one node with ?cluster=true is enough to find the others") {
            val one = cluster.url.substringBefore(",") + "/?cluster=true"
            resource(one).connect(Access.WRITE).use { session ->
                session.parts(RedisOperation(listOf("a", "b", "c").map { RedisCommand.of("SET", it, 1) })).forEach(Part::run)
            }
            listOf("a", "b", "c").map(cluster::get) shouldBe listOf("1", "1", "1")
        }
    })
