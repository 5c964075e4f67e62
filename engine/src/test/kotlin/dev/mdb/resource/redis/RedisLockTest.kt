package dev.mdb.resource.redis

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.Resource
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.RunOwner
import dev.mdb.resource.owner
import dev.mdb.resource.withResource
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.longs.shouldBeGreaterThan
import io.kotest.matchers.longs.shouldBeInRange
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.lettuce.core.KillArgs
import kotlinx.coroutines.runBlocking
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import kotlin.time.Duration.Companion.seconds

private const val LOCK = "mdb:{mdb_version}:lock"

private val noWait = LockWait(Duration.ZERO) {}

private fun wait(seconds: Long) = LockWait(Duration.ofSeconds(seconds)) {}

private fun soon(check: () -> Unit) = runBlocking { eventually(20.seconds) { check() } }

class RedisLockTest :
    FunSpec({
        test("the lock of a killed process ends by itself in ten seconds, and the next run gets it") {
            withResource(Kind.REDIS) {
                val holder = Holder.start(url)
                try {
                    val failure = shouldThrow<MdbException> { resource.lock(owner, noWait) }
                    failure.message.orEmpty() shouldContain "killed@elsewhere"
                } finally {
                    holder.destroyForcibly().waitFor()
                }
                plain { pttl(LOCK) } shouldBeInRange 1L..10_000L
                resource.lock(owner, wait(30)).close()
                plain { exists(LOCK) } shouldBe 0
            }
        }

        test("a run that lost its lease cannot write any more, and is told who holds the lock now") {
            withResource(Kind.REDIS) {
                resource.lock(owner, noWait).use {
                    write {
                        begin()
                        redis("SET", "a", "1")
                        state().add(revision("r"))
                        plain { del(LOCK) }
                        open().lock(RunOwner("other", "there", 7, "mdb test"), noWait).use {
                            val problem = shouldThrow<MdbException> { commit() }.problems().single()
                            problem.category() shouldBe Category.LOCKED
                            problem.code() shouldBe "lock-lost"
                            problem.message() shouldContain "other@there"
                            shouldThrow<MdbException> { redis("SET", "b", "1") }
                            shouldThrow<MdbException> { state().add(revision("s")) }
                        }
                    }
                }
                plain { exists("a", "b") } shouldBe 0
                appliedIds().shouldBeEmpty()
            }
        }

        test("a lease that ended and is nobody's is lost too") {
            withResource(Kind.REDIS) {
                val lock = resource.lock(owner, noWait) as RedisLock
                write {
                    lock.confirm()
                    plain { del(LOCK) }
                    shouldThrow<MdbException> { redis("SET", "a", "1") }.problems().single().code() shouldBe "lock-lost"
                    shouldThrow<MdbException> { lock.confirm() }.problems().single().code() shouldBe "lock-lost"
                }
                lock.close()
            }
        }

        test("a run that lost its lease does not take the next one's away when it ends") {
            withResource(Kind.REDIS) {
                val first = resource.lock(owner, noWait)
                plain { del(LOCK) }
                open().lock(owner, noWait).use {
                    first.close()
                    plain { exists(LOCK) } shouldBe 1
                }
            }
        }

        test("a session does not outlive the lock it was opened under") {
            withResource(Kind.REDIS) {
                val lock = resource.lock(owner, noWait)
                write {
                    redis("SET", "a", "1")
                    lock.close()
                    shouldThrow<MdbException> { redis("SET", "b", "1") }.problems().single().code() shouldBe "lock-lost"
                }
            }
        }

        test("the lease is renewed while its owner lives") {
            withResource(Kind.REDIS) {
                resource.lock(owner, noWait).use {
                    plain { pexpire(LOCK, 6_000) }
                    soon { plain { pttl(LOCK) } shouldBeGreaterThan 6_000L }
                }
            }
        }

        test("a cut connection of the lease is replaced before it ends") {
            withResource(Kind.REDIS) {
                resource.lock(owner, noWait).use {
                    plain {
                        clientKill(KillArgs.Builder.typeNormal().skipme(true))
                        pexpire(LOCK, 6_000)
                    }
                    soon { plain { pttl(LOCK) } shouldBeGreaterThan 6_000L }
                }
                plain { exists(LOCK) } shouldBe 0
            }
        }

        test("of many that want the lock at once, one has it at a time, and each gets it") {
            withResource(Kind.REDIS) {
                val inside = AtomicInteger()
                val pool = Executors.newFixedThreadPool(8)
                try {
                    val most =
                        pool
                            .invokeAll(
                                List(8) {
                                    Callable {
                                        open().lock(owner, wait(60)).use { inside.incrementAndGet().also { inside.decrementAndGet() } }
                                    }
                                },
                            ).map { it.get() }
                    most shouldBe List(8) { 1 }
                } finally {
                    pool.shutdown()
                }
            }
        }
    })

/** A process of its own that takes the lock and keeps it. */
object Holder {
    fun start(url: String): Process {
        val java = Path.of(System.getProperty("java.home"), "bin", "java").toString()
        val process =
            ProcessBuilder(java, "-cp", System.getProperty("java.class.path"), Holder::class.java.name, url)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
        check(process.inputStream.read() == '!'.code) { "the holder did not get the lock" }
        return process
    }

    private fun resource(url: String): Resource {
        val none = Optional.empty<String>()
        return Resources.create(ResourceSettings("r", url, none, none, "mdb_version", none, Duration.ofSeconds(1), Path.of(".")))
    }

    @JvmStatic
    fun main(arguments: Array<String>) {
        resource(arguments.single()).lock(RunOwner("killed", "elsewhere", 1, "mdb test"), LockWait(Duration.ZERO) {})
        print('!')
        System.out.flush()
        Thread.sleep(60_000)
    }
}
