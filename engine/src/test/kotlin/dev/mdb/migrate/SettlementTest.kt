package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.graph.Dependency
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.Kind
import dev.mdb.resource.LogAction
import dev.mdb.resource.LogEntry
import dev.mdb.resource.Resource
import dev.mdb.resource.withResource
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.util.Optional

/** `start - one - two - three - after`, and `other`, which depends on two. */
private fun before() =
    TestScripts().apply {
        revision("start") { }
        revision("one", "start", downgrade = { sql("DROP TABLE t1") }) { sql("CREATE TABLE t1 (n INTEGER)") }
        revision("two", "one", downgrade = { sql("DROP TABLE t2") }) { sql("CREATE TABLE t2 (n INTEGER)") }
        revision("other", dependsOn = listOf(Dependency.on("two"))) { }
        revision("three", "two", downgrade = { sql("DROP TABLE t3") }) { sql("CREATE TABLE t3 (n INTEGER)") }
        revision("after", "three", downgrade = { sql("DROP TABLE t4") }) { sql("CREATE TABLE t4 (n INTEGER)") }
    }

/** The same after a squash. */
private fun after() =
    TestScripts().apply {
        revision("start") { }
        val run = listOf("one", "two", "three")
        revision("squashed", "start", replaces = run, downgrade = { (3 downTo 1).forEach { sql("DROP TABLE t$it") } }) {
            (1..3).forEach { sql("CREATE TABLE t$it (n INTEGER)") }
        }
        revision("other", dependsOn = listOf(Dependency.on("squashed"))) { }
        revision("after", "squashed", downgrade = { sql("DROP TABLE t4") }) { sql("CREATE TABLE t4 (n INTEGER)") }
    }

private fun Resource.upgrade(scripts: TestScripts, target: String) =
    migrator().run(listOf(scripts.upgrade(this, target)), settings()).resources().single()

private fun Resource.rows() = connect(Access.READ).use { it.state().applied() }

private fun TestScripts.line(id: String, down: String?) = revision(id, *listOfNotNull(down).toTypedArray()) { }

class SettlementTest :
    FunSpec({
        test("a fresh database runs the squashed revision") {
            withResource(*Kind.relational) {
                resource.upgrade(after(), "heads").steps().map { it.revision() } shouldBe listOf("start", "squashed", "after", "other")
                resource.appliedIds().shouldContainExactly("start", "squashed", "after", "other")
                resource.count("t3") shouldBe 0
            }
        }

        test("a complete database runs nothing of it, and its rows become one, where the last of them stood") {
            withResource(*Kind.relational) {
                resource.upgrade(before(), "heads")
                val old = resource.rows().associateBy(AppliedRevision::id)
                val report = resource.upgrade(after(), "heads")
                report.steps().shouldBeEmpty()
                report.heads().shouldContainExactly("other", "after")
                resource.appliedIds() shouldBe (old.keys - "one" - "two").map { if (it == "three") "squashed" else it }
                val row = resource.rows().single { it.id() == "squashed" }
                row.parents() shouldBe listOf("start")
                row.scriptHash() shouldBe "hash of squashed"
                row.at() shouldBe old.getValue("three").at()
                row.took() shouldBe listOf("one", "two", "three").map { old.getValue(it).took() }.reduce { a, b -> a + b }
                val log = resource.log().takeLast(4)
                log.map(LogEntry::action) shouldBe List(3) { LogAction.UNSTAMP } + LogAction.STAMP
                log.map(LogEntry::revision) shouldBe listOf("one", "two", "three", "squashed")
                resource.upgrade(after(), "heads")
                resource.log().size shouldBe 10
            }
        }

        test("a complete database goes on with what comes after it, and all the way back") {
            withResource(*Kind.relational) {
                resource.upgrade(before(), "three")
                resource.upgrade(after(), "after").steps().map { it.revision() } shouldBe listOf("after")
                migrator().run(listOf(after().downgrade(resource, "start")), settings())
                resource.appliedIds().shouldContainExactly("start")
                for (table in listOf("t1", "t2", "t3", "t4")) shouldThrow<MdbException> { resource.count(table) }
            }
        }

        test("a downgrade is the first run after the squash: the whole run goes") {
            withResource(*Kind.relational) {
                resource.upgrade(before(), "three")
                val report = migrator().run(listOf(after().downgrade(resource, "start")), settings()).resources().single()
                report.steps().map { it.revision() } shouldBe listOf("squashed")
                report.heads().shouldContainExactly("start")
                resource.appliedIds().shouldContainExactly("start")
            }
        }

        test("a half-way database is refused, told the way, and can go it") {
            withResource(*Kind.relational) {
                resource.upgrade(before(), "one")
                val refused = shouldThrow<MdbException> { resource.upgrade(after(), "heads") }.problems().single()
                refused.message() shouldContain "has 'one' but not 'two', 'three'"
                refused.help().get() shouldContain "the last release that still has the scripts up to 'three'"
                resource.appliedIds().shouldContainExactly("start", "one")
                resource.upgrade(before(), "three")
                resource.upgrade(after(), "heads").heads().shouldContainExactly("other", "after")
            }
        }

        test("a failed first step leaves the settled rows, which are true") {
            withResource(*Kind.relational) {
                resource.upgrade(before(), "three")
                val broken = after().apply { revision("after", "squashed") { error("out of order") } }
                shouldThrow<MigrationFailed> { resource.upgrade(broken, "after") }
                resource.appliedIds().shouldContainExactly("start", "squashed")
            }
        }

        test("every kind of resource keeps the rows in order, whatever is settled in their midst") {
            withResource {
                val old =
                    TestScripts().apply {
                        listOf("a" to null, "b" to "a", "c" to "b", "d" to "c").forEach { (id, down) ->
                            line(id, down)
                        }
                    }
                resource.upgrade(old, "heads")
                val squashed =
                    TestScripts().apply {
                        line("a", null)
                        revision("bc", "a", replaces = listOf("b", "c")) { }
                        line("d", "bc")
                    }
                resource.upgrade(squashed, "heads").heads().shouldContainExactly("d")
                resource.appliedIds().shouldContainExactly("a", "bc", "d")
                resource.upgrade(squashed, "heads").steps().shouldBeEmpty()
            }
        }

        test("a dependency across resources counts it as applied too") {
            withResource(*Kind.relational) {
                resource.upgrade(before(), "three")
                val own = TestScripts().apply { revision("x", dependsOn = listOf(Dependency("two", false, Optional.of("test")))) { } }
                val graph = after().graph
                val there = Neighbour("test", { graph }, { AppliedSets.of(resource.rows()) })
                withResource(Kind.SQLITE) {
                    migrator().run(listOf(own.upgrade(resource, "x", name = "mine")), listOf(there), settings())
                    resource.appliedIds().shouldContainExactly("x")
                }
            }
        }
    })
