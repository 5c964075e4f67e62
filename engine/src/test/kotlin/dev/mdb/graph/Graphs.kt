package dev.mdb.graph

import dev.mdb.error.Location
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.matchers.collections.shouldBeEmpty
import java.util.Optional

/** A revision as a test writes it; `downgrade` blocks are there unless said otherwise. */
fun revision(
    id: String,
    parents: List<String> = emptyList(),
    dependsOn: List<String> = emptyList(),
    labels: List<String> = emptyList(),
    downgrade: Downgrade = Downgrade.Present(),
    replaces: List<String> = emptyList(),
): Revision = Revision(id, parents, dependsOn.map(Dependency::on), labels, "message of $id", replaces, downgrade, source(id))

fun source(id: String): Location = Location("$id.migration.kts", 1, 1)

/**
 * Reads a drawing's legend: one revision per line, in load order, `id : parents ; dependencies # labels`.
 */
fun revisions(legend: String): List<Revision> =
    legend.lines().map(String::trim).filter(String::isNotEmpty).map { line ->
        val id = line.substringBefore(':').trim()
        val parents = line.substringAfter(':').substringBefore('#').substringBefore(';')
        val dependencies = line.substringAfter(';', "").substringBefore('#')
        revision(id, words(parents), words(dependencies), words(line.substringAfter('#', "")))
    }

private fun words(text: String): List<String> = text.split(' ', ',').filter(String::isNotBlank)

/** A graph without a fault. */
fun graph(legend: String): RevisionGraph = soundGraph(revisions(legend))

fun soundGraph(revisions: List<Revision>): RevisionGraph {
    val load = RevisionGraph.load(revisions)
    load.faults().shouldBeEmpty()
    return load.graph()
}

/** The applied set of a resource with these current heads. */
fun RevisionGraph.appliedAt(heads: List<String>): AppliedSet {
    val below = heads.flatMap { head -> ancestors(head, EdgeKind.BOTH).map(Revision::id) + find(head).get().id() }.toSet()
    return AppliedSet.of(revisions().map(Revision::id).filter(below::contains))
}

fun RevisionGraph.appliedAt(vararg heads: String): AppliedSet = appliedAt(heads.toList())

fun RevisionGraph.upgrade(target: String, applied: AppliedSet = AppliedSet.nothing()): Plan =
    Planner(this).upgrade(target.split(' ').map(Target::parse), applied)

fun RevisionGraph.downgrade(target: String, applied: AppliedSet, cascade: Boolean = false): Plan =
    Planner(this).downgrade(Target.parse(target), applied, cascade)

fun RevisionGraph.stamp(target: String, applied: AppliedSet, purge: Boolean = false): StampPlan =
    Planner(this).stamp(target.split(' ').map(Target::parse), applied, purge)

fun RevisionGraph.between(range: String, applied: AppliedSet = AppliedSet.nothing()): List<String> =
    Planner(this).between(TargetRange.parse(range), applied).map(Revision::id)

/** `+a +b` or `-b -a`: a plan's steps in run order. */
fun Plan.written(): String = steps().joinToString(" ") { it.written() }

fun Step.written(): String = (if (direction() == Direction.UPGRADE) "+" else "-") + revision().id()

/** The ids a plan runs, in run order. */
fun Plan.ids(): List<String> = steps().map { it.revision().id() }

inline fun <reified F : Fault> shouldRefuse(crossinline request: () -> Any): F {
    val fault = shouldThrow<GraphException> { request() }.fault()
    return fault as? F ?: throw AssertionError("refused with $fault")
}

/** Kotlin's null for Java's empty Optional. */
fun <T : Any> Optional<T>.orNull(): T? = orElse(null)
