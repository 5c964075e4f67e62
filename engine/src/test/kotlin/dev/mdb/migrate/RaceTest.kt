package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import kotlin.concurrent.thread

private const val PROCESSES = 16

/** How long the lock of a killed process may keep the next run waiting: docs/reliability.md says it. */
private fun stated(kind: Kind) = Duration.ofSeconds(if (kind == Kind.REDIS) 12 else 5)

/** Another run that starts in the middle of the one that waits here for it to wait, or to end. */
private fun TestResource.meanwhile(matrix: Matrix): Thread {
    val seen = CountDownLatch(1)
    val listener =
        object : MigrationListener {
            override fun waitingForLock(resource: String, holder: String) = seen.countDown()
        }
    val other = thread { runCatching { matrix.upgrade(open(), listener) }.also { seen.countDown() } }
    check(seen.await(60, TimeUnit.SECONDS))
    return other
}

/** Comes back when the lock is free, or kept by nothing but the writing session. */
private fun TestResource.loseLock(matrix: Matrix) {
    val holder = open().lockHolder()
    matrix.ground.loseLock(holder.get())
    while (open().lockHolder() == holder) Thread.sleep(5)
}

/** Several runs at once, as processes and as threads. */
class RaceTest :
    FunSpec({
        test("of 16 processes at once exactly one applies; the others wait, find nothing to do, and end well") {
            val clients = List(PROCESSES) { ClientProcess(Path.of(".")) }
            try {
                matrix(*Kind.entries.toTypedArray()) { matrix ->
                    matrix.ground.reset()
                    clients.forEach { it.run(url) }
                    clients.map(ClientProcess::answer).sorted() shouldBe List(PROCESSES - 1) { "0 0" } + "0 ${fiveIds.size}"
                    matrix.shouldBeWhole()
                }
            } finally {
                clients.forEach(ClientProcess::close)
            }
        }

        test("the lock of a killed process keeps the next run waiting no longer than stated") {
            withResource {
                ClientProcess(folder).use { client ->
                    client.run(url, point = 3)
                    client.killAtPoint()
                    val start = System.nanoTime()
                    resource.lock(testOwner, LockWait(stated(kind)) {}).close()
                    println("[lock] $kind: free ${(System.nanoTime() - start) / 1_000_000} ms after its process was killed")
                }
            }
        }

        test("a run that loses its lock in the middle, to another that starts then, does nothing twice and leaves nothing out") {
            matrix(Kind.POSTGRES, Kind.MYSQL, Kind.MARIADB, Kind.REDIS) { matrix ->
                matrix.survives("lock lost", listOf(Moment.BEFORE)) { point, _ ->
                    var other: Thread? = null
                    matrix.breakOff(resource, point) { call ->
                        loseLock(matrix)
                        other = meanwhile(matrix)
                        call()
                    }
                    other?.join()
                }
            }
        }

        test("a thread that asks for the lock of a database file in vain does not make its process lose it") {
            withResource(Kind.SQLITE) {
                resource.lock(testOwner, LockWait(Duration.ZERO) {}).use {
                    val second = open(url = "sqlite:" + folder.resolve("../${folder.fileName}/test.db"))
                    shouldThrow<MdbException> { second.lock(testOwner, LockWait(Duration.ZERO) {}) }
                    second.lockHolder().isPresent shouldBe true
                    ClientProcess(folder).use { client ->
                        client.run(url, lockWait = Duration.ZERO)
                        client.answer().substringBefore(' ') shouldBe "5"
                    }
                }
            }
        }
    })
