package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.graph.Planner
import dev.mdb.graph.StampPlan
import dev.mdb.graph.Target
import dev.mdb.resource.LogAction
import dev.mdb.resource.Resource
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe

/** `a - b - c`, whose blocks must not run. */
private val scripts =
    TestScripts().apply {
        revision("a") { error("runs") }
        revision("b", "a") { error("runs") }
        revision("c", "b") { error("runs") }
    }

private fun Resource.stamp(target: String, told: (StampPlan) -> Unit = {}) {
    val task = StampTask("test", this, scripts) { Planner(scripts.graph).stamp(listOf(Target.parse(target)), it, false) }
    Stamper(testOwner, testClock, MigrationListener.silent()).stamp(listOf(task), settings()) { _, plan -> told(plan) }
}

class StamperTest :
    FunSpec({
        test("a stamp records without running, and tells the difference before it writes it") {
            withResource {
                resource.stamp("b") { plan ->
                    plan.added().shouldContainExactly("a", "b")
                    resource.appliedIds().shouldBeEmpty()
                }
                resource.appliedIds().shouldContainExactly("a", "b")
                resource.log().map { it.revision() to it.action() } shouldBe listOf("a" to LogAction.STAMP, "b" to LogAction.STAMP)
            }
        }

        test("a stamp further down takes out what is above") {
            withResource {
                resource.stamp("c")
                resource.stamp("a")
                resource.appliedIds().shouldContainExactly("a")
                resource.log().count { it.action() == LogAction.UNSTAMP } shouldBe 2
            }
        }

        test("a target that does not exist changes nothing") {
            withResource {
                shouldThrow<MdbException> { resource.stamp("nosuch") }
                folder
                    .toFile()
                    .list()
                    .orEmpty()
                    .toList()
                    .shouldBeEmpty()
            }
        }

        test("when the listener throws nothing is written") {
            withResource {
                shouldThrow<IllegalStateException> { resource.stamp("c") { error("stop") } }
                resource.appliedIds().shouldBeEmpty()
            }
        }
    })
