package dev.mdb.migrate

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.project.RevisionDefinition
import dev.mdb.project.RevisionScripts
import io.kotest.assertions.nondeterministic.eventually
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeIn
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.CountDownLatch
import kotlin.time.Duration.Companion.seconds

class DefinedAheadTest :
    FunSpec({
        /** Notes what is asked for; [slow] waits for the latch. */
        class Noting(private val slow: String = "", private val broken: String = "") : RevisionScripts by TestScripts() {
            val asked = CopyOnWriteArrayList<String>()
            val latch = CountDownLatch(1)
            private val scripts = TestScripts().apply { listOf("a", "b", "c").forEach { revision(it) { } } }

            override fun define(id: String): RevisionDefinition {
                asked += id
                if (id == slow) latch.await()
                if (id == broken) throw MdbException(Problem.of(Category.GRAPH, "script-failed", "broken $id"))
                return scripts.define(id)
            }
        }

        test("all are defined in the order of the run, each once, before anybody asks") {
            val scripts = Noting()
            DefinedAhead(scripts, listOf("a", "b", "c")).use { ahead ->
                eventually(10.seconds) { scripts.asked shouldContainExactly listOf("a", "b", "c") }
                listOf("a", "b", "c").forEach { ahead.define(it).header().id() shouldBe it }
                scripts.asked.size shouldBe 3
            }
        }

        test("what is not defined yet when its turn comes is defined there and then") {
            val scripts = Noting(slow = "a")
            DefinedAhead(scripts, listOf("a", "b", "c")).use { ahead ->
                eventually(10.seconds) { scripts.asked shouldContainExactly listOf("a") }
                ahead.define("b").header().id() shouldBe "b"
                scripts.latch.countDown()
                ahead.define("a").header().id() shouldBe "a"
                ahead.define("c").header().id() shouldBe "c"
                scripts.asked.count { it == "b" } shouldBe 1
            }
        }

        test("a broken script is a fault of its own turn, with what it threw") {
            DefinedAhead(Noting(broken = "b"), listOf("a", "b", "c")).use { ahead ->
                ahead.define("a").header().id() shouldBe "a"
                shouldThrow<MdbException> { ahead.define("b") }.problems().single().message() shouldBe "broken b"
            }
        }

        test("nothing is defined ahead of a run that has ended") {
            val scripts = Noting(slow = "a")
            DefinedAhead(scripts, listOf("a", "b", "c")).close()
            scripts.latch.countDown()
            eventually(5.seconds) { scripts.asked shouldBeIn listOf(listOf(), listOf("a")) }
            Thread.sleep(100)
            scripts.asked shouldBeIn listOf(listOf(), listOf("a"))
        }
    })
