package dev.mdb.migrate

import dev.mdb.resource.Access
import dev.mdb.resource.Kind
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

class BrokenLockTest :
    FunSpec({
        test("a run whose lock is broken in a block does not go on; what had stayed of it is half-way, and is resumed") {
            withResource(*Kind.servers) {
                var breaks = true
                val scripts =
                    TestScripts().apply {
                        revision("r") {
                            sql("CREATE TABLE t1 (id INTEGER)")
                            if (breaks) open().breakLock().isPresent shouldBe true
                            sql("CREATE TABLE t2 (id INTEGER)")
                        }
                        revision("s", "r") { sql("CREATE TABLE t3 (id INTEGER)") }
                    }
                val transactional = transactional
                val failure =
                    shouldThrow<MigrationFailed> { migrator().run(listOf(scripts.upgrade(resource, "heads")), settings()) }
                failure.exitStatus() shouldBe if (transactional) 1 else 6
                failure
                    .report()
                    .resources()
                    .single()
                    .notRun()
                    .shouldContainExactly("r", "s")
                open().connect(Access.READ).use { it.state().applied().shouldBeEmpty() }

                breaks = false
                val task = scripts.upgrade(open(), "heads")
                if (!transactional) Resumer(testOwner, testClock, MigrationListener.silent()).resume(listOf(task), settings())
                migrator().run(listOf(task), settings())
                open().connect(Access.READ).use { session ->
                    session
                        .state()
                        .applied()
                        .map { it.id() }
                        .shouldContainExactly("r", "s")
                    session.query("SELECT id FROM t2", emptyList()).shouldBeEmpty()
                }
            }
        }
    })
