package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.resource.Kind
import dev.mdb.resource.LogOutcome
import dev.mdb.resource.Resource
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import io.kotest.assertions.withClue
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe

/** All points, as the nightly run has them; else one of each sort. */
private val all = java.lang.Boolean.getBoolean("mdb.killAll")

/** A call of the uninterrupted run. */
data class Point(val number: Int, val call: String, val sort: String)

/** When the failure comes: before the call, when the server has done it but its answer is lost, or after it. */
enum class Moment { BEFORE, UNANSWERED, AFTER }

/** A kind, and what an uninterrupted run of the five revisions does there. */
class Matrix(private val test: TestResource, val ground: Ground) {
    private val scripts = fiveRevisions(test.resource.kind())
    private val calls = ArrayList<String>()
    private val whole: String
    val points: List<Point>

    init {
        upgrade(WatchedResource(test.resource) { call, body -> calls.add(call).also { body() } })
        whole = ground.contents()
        val every = calls.mapIndexed { i, call -> Point(i, call, calls.subList(maxOf(i - 1, 0), i + 1).joinToString(">")) }
        points = if (all) every else every.distinctBy { it.sort }
    }

    fun upgrade(resource: Resource, listener: MigrationListener = MigrationListener.silent()) =
        migrator(listener).run(listOf(scripts.upgrade(resource, "heads")), settings())

    /** As a user would: `mdb upgrade`, and `mdb resume` when that is what it says. */
    fun recover() {
        try {
            upgrade(test.resource)
        } catch (brokenOff: MdbException) {
            brokenOff.exitStatus() shouldBe 6
            Resumer(testOwner, testClock, MigrationListener.silent())
                .resume(listOf(scripts.upgrade(test.resource, "heads")), settings())
            upgrade(test.resource)
        }
    }

    fun shouldBeWhole() {
        ground.contents() shouldBe whole
        test.resource.appliedIds() shouldBe fiveIds
        test.resource
            .log()
            .filter { it.outcome().isOpen }
            .shouldBeEmpty()
        test.resource
            .log()
            .filter { it.outcome() == LogOutcome.DONE }
            .map { it.revision() } shouldBe fiveIds
    }

    /** Breaks a run off at each point, and looks whether it can be finished. */
    fun survives(failure: String, moments: List<Moment>, breakOff: (Point, Moment) -> Unit) {
        var tried = 0
        for (point in points) {
            for (moment in moments) {
                withClue("$failure $moment call ${point.number} (${point.sort}) of ${calls.size}") {
                    ground.reset()
                    breakOff(point, moment)
                    recover()
                    shouldBeWhole()
                    tried++
                }
            }
        }
        println("[kill matrix] ${test.kind}, $failure: $tried survived, at ${points.size} of ${calls.size} calls")
    }

    /** A run in this process, that [failure] befalls. */
    fun breakOff(resource: Resource, point: Point, failure: (() -> Unit) -> Unit) {
        var number = 0
        val outcome =
            runCatching {
                upgrade(WatchedResource(resource) { _, body -> if (number++ == point.number) failure(body) else body() })
            }
        (number > point.number) shouldBe true
        val thrown = outcome.exceptionOrNull()
        if (thrown != null && thrown !is MdbException) throw thrown
    }
}

fun matrix(vararg kinds: Kind, test: TestResource.(Matrix) -> Unit) = withResource(*kinds) { ground().use { test(Matrix(this, it)) } }
