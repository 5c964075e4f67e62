package dev.mdb.migrate

import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.resource.Access
import dev.mdb.resource.LogAction
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.Part
import dev.mdb.resource.Resource
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.testing.RedisCluster
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import java.time.Duration
import java.util.Optional

private fun incr(key: String) = RedisOperation(listOf(RedisCommand.of("INCR", key)))

private val keys = listOf("a", "b", "c", "d", "e")

private fun increments() = TestScripts().apply { revision("r") { keys.forEach { run(incr(it)) } } }

private class Killed : RuntimeException("killed here")

/** Dies before or after the real part has run. */
private class Dying(private val real: Part, private val happens: Boolean) : Part by real {
    override fun run() {
        if (happens) real.run()
        throw Killed()
    }
}

private fun resource(url: String): Resource {
    val none = Optional.empty<String>()
    return Resources.create(ResourceSettings("r", url, none, none, "mdb_version", none, Duration.ofSeconds(1), Path.of(".")))
}

/** On three nodes, where a block cannot be one transaction, its parts are journalled. */
class RedisClusterMigrationTest :
    FunSpec({
        lateinit var cluster: RedisCluster
        beforeSpec { cluster = RedisCluster.start() }
        afterSpec { cluster.close() }
        beforeTest { cluster.onEach { flushdb() } }

        fun resume(resource: Resource) =
            Resumer(testOwner, testClock, MigrationListener.silent())
                .resume(listOf(increments().upgrade(resource, "heads")), settings())

        fun counts() = keys.map(cluster::get)

        test("a block over all nodes is applied once, and leaves nothing behind but state and log") {
            val resource = resource(cluster.url)
            migrator().run(listOf(increments().upgrade(resource, "heads")), settings())
            counts() shouldBe List(5) { "1" }
            resource.appliedIds().shouldContainExactly("r")
            cluster.onEach { keys("*:parts:*") }.flatten().shouldBeEmpty()
        }

        test("a run that was killed before or after any part goes on without leaving one out or doing one twice") {
            for (dies in keys.indices) {
                for (happens in listOf(true, false)) {
                    cluster.onEach { flushdb() }
                    val resource = resource(cluster.url)
                    resource.connect(Access.WRITE).use { session ->
                        val entry =
                            StepRecords(Run.start(settings(), testOwner, testClock, MigrationListener.silent()))
                                .entry("r", LogAction.UPGRADE, 1, LogOutcome.RUNNING)
                        val journal = Journal.begin(session, increments().retry("r"), entry)
                        val parts = keys.map { session.parts(incr(it)).single() }
                        shouldThrow<Killed> {
                            parts.forEachIndexed { i, part -> journal.run(if (i == dies) Dying(part, happens) else part) }
                        }
                    }
                    resume(resource)
                    counts() shouldBe List(5) { "1" }
                    resource.appliedIds().shouldContainExactly("r")
                }
            }
        }
    })
