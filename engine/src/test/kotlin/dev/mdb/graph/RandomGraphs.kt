package dev.mdb.graph

import io.kotest.property.Arb
import io.kotest.property.RandomSource
import io.kotest.property.arbitrary.arbitrary
import kotlin.random.Random

/** How many random graphs each property is tried on: the profile `nightly` sets 10,000. */
val graphCount: Int = Integer.getInteger("mdb.graphs", 500)

/** Small graphs with everything in them: several bases, branches, merges, labels, dependencies, redundant edges. */
val randomGraphs: Arb<List<Revision>> = arbitrary { source: RandomSource -> randomRevisions(source.random, source.random.nextInt(1, 24)) }

/** With hundreds of revisions and up to a hundred heads. */
val largeRandomGraphs: Arb<List<Revision>> = arbitrary { source: RandomSource -> randomRevisions(source.random, 400) }

private fun randomRevisions(random: Random, size: Int): List<Revision> {
    val baseShare = random.nextDouble(0.0, 0.25)
    val mergeShare = random.nextDouble(0.0, 0.5)
    val dependencyShare = random.nextDouble(0.0, 0.4)
    val window = random.nextInt(2, maxOf(12, size))
    val ordered = mutableListOf<Revision>()
    for (index in 0 until size) {
        val older = ordered.takeLast(window).map(Revision::id)
        val parents =
            if (random.nextDouble() <
                baseShare
            ) {
                emptyList()
            } else {
                older.some(random, if (random.nextDouble() < mergeShare) 3 else 1)
            }
        val names = ordered.takeLast(window).flatMap { listOf(it.id()) + it.labels() }
        val dependencies = if (random.nextDouble() < dependencyShare) names.some(random, 3) else emptyList()
        val labels = if (random.nextDouble() < 0.2) listOf("label$index") else emptyList()
        ordered += revision("rev$index", parents, dependencies, labels)
    }
    return ordered.shuffled(random)
}

private fun List<String>.some(random: Random, most: Int): List<String> =
    shuffled(random).take(
        if (most ==
            1
        ) {
            1
        } else {
            random.nextInt(1, most + 1)
        },
    )

/** Some revisions and all that they stand on. */
fun RevisionGraph.randomApplied(random: Random, oneIn: Int = 4): AppliedSet {
    val heads = revisions().map(Revision::id).filter { random.nextInt(oneIn) == 0 }
    return appliedAt(heads)
}

/** A target as somebody might type it: mostly sensible, sometimes not. */
fun RevisionGraph.randomTarget(random: Random): Target {
    val names = revisions().flatMap { listOf(it.id()) + it.labels() } + listOf("rev", "rev1", "label", "nothing")
    val branch = if (random.nextInt(3) == 0) names.random(random) + "@" else ""
    val symbol = (names + listOf("head", "heads", "base", "current", "", "")).random(random)
    val walk = if (symbol.isEmpty() || random.nextInt(3) == 0) "+-".random(random) + random.nextInt(4).toString() else ""
    return Target.parse(branch + symbol + walk)
}
