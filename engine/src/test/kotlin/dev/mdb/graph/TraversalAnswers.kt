package dev.mdb.graph

import java.util.BitSet

/** Both sides of a case as text, so that a difference can be read: ids or steps, then heads, or the kind of refusal. */
class TraversalAnswers(private val case: TraversalCase) {
    private val load = RevisionGraph.load(case.revisions)
    private val graph = load.graph()
    private val planner = Planner(graph)

    fun expected(): String =
        when (case.command) {
            "resolve_one" -> case.text("id") ?: "base"
            "ancestors", "lineage" -> case.ids.sorted().joinToString(" ")
            "down_of" -> "${case.names("all_down")} ${case.names("normalized_down")}"
            "iterate" -> iteratedWithoutStop()
            "upgrade", "downgrade", "apply" -> steps(case.names("steps"), case.names("heads"), case.nameLists("heads_after_each"))
            "stamp" -> heads(case.names("heads"))
            else -> case.ids.joinToString(" ")
        }.let { answer -> case.error?.let(::kindOf) ?: answer }

    private fun kindOf(error: String) =
        if (case.command == "downgrade" &&
            error == "not_ancestor"
        ) {
            "stop-not-applied"
        } else {
            kindsOf.getValue(error)
        }

    fun actual(): String {
        if (load.faults().isNotEmpty()) return load.faults().joinToString(" ") { it.problem().code() }
        return try {
            answer()
        } catch (refusal: GraphException) {
            refusal.fault().problem().code()
        }
    }

    /** What a downgrade does when it may leave the branch it names. */
    fun cascaded(): String = downgrade(true)

    private fun answer(): String =
        when (case.command) {
            "resolve_one" -> resolver().oneOrBase(case.targets("target").first()).map(Revision::id).orElse("base")
            "resolve_many" -> resolver().all(case.targets("target").first()).joinToString(" ") { it.id() }
            "heads" -> graph.versionHeads().joinToString(" ") { it.id() }
            "ancestors" ->
                (
                    graph
                        .ancestors(
                            case.text("rev")!!,
                            EdgeKind.BOTH,
                        ).map(Revision::id) + case.text("rev")!!
                ).sorted().joinToString(" ")
            "lineage" -> lineage()
            "bases_of" -> graph.ids(resolver().land(case.targets("target").first()).roots()).joinToString(" ")
            "down_of" -> down()
            "iterate" ->
                if (case.forDowngrade) {
                    downgrade(false)
                } else if (case.implicitBase) {
                    upgradeFromLower()
                } else {
                    between()
                }
            "upgrade" -> written(planner.upgrade(case.targets("target"), current()))
            "downgrade" -> downgrade(false)
            "stamp" -> heads(planner.stamp(case.targets("target"), current(), false).heads())
            "apply" -> steps(case.names("steps"), replayed(current(), case.names("steps")))
            else -> "no answer to ${case.command}"
        }

    private fun current(): AppliedSet = graph.appliedAt(case.names("current"))

    private fun resolver() = TargetResolver(graph, AppliedSet.nothing())

    private fun lineage(): String {
        val target = case.targets("target").first()
        val lines = resolver().all(target).map(Revision::id) + listOfNotNull(target.branch().orNull())
        return lines
            .flatMap {
                graph.lineage(
                    it,
                )
            }.map(Revision::id)
            .filter(case.names("of")::contains)
            .distinct()
            .sorted()
            .joinToString(" ")
    }

    private fun down(): String {
        val id = case.text("rev")!!
        val everything = BitSet().apply { set(0, graph.size()) }
        val redundant = Redundant.within(graph, everything)
        val all = (graph.parents(id) + graph.dependencies(id)).map(Revision::id).distinct()
        return "$all ${all.filterNot { redundant.contains(graph.index(id), graph.index(it)) }}"
    }

    private fun between(): String {
        val (lower, upper) = case.targets("lower") to case.targets("upper")
        val walksDown = lower.any { it.symbol() is Symbol.Omitted }
        val resolver = TargetResolver(graph, if (walksDown) at(upper) else AppliedSet.nothing())
        val search = RangeSearch(graph, resolver)
        val found =
            if (lower.size == 1 && upper.size == 1) {
                search.between(TargetRange(java.util.Optional.of(lower[0]), java.util.Optional.of(upper[0])))
            } else {
                search.between(landed(lower, resolver), landed(upper, resolver), "")
            }
        val stops = graph.ids(landed(lower, resolver))
        return found.map(Revision::id).filterNot(stops::contains).joinToString(" ")
    }

    private fun landed(targets: List<Target>, resolver: TargetResolver = resolver()) =
        BitSet().apply { targets.forEach { or(resolver.land(it).revisions()) } }

    private fun at(targets: List<Target>): AppliedSet = graph.appliedAt(graph.ids(landed(targets)))

    private fun upgradeFromLower(): String =
        planner
            .upgrade(
                case.targets("upper"),
                at(case.targets("lower")),
            ).ids()
            .reversed()
            .joinToString(" ")

    private fun downgrade(cascade: Boolean): String {
        if (case.command == "downgrade") return written(planner.downgrade(case.targets("target").first(), current(), cascade))
        val plan = planner.downgrade(case.targets("lower").first(), at(case.targets("upper")), cascade)
        return plan.ids().joinToString(" ")
    }

    /** A plan does not run the revision where it stops, which an inclusive iteration names. */
    private fun iteratedWithoutStop(): String {
        if (!case.inclusive || load.faults().isNotEmpty()) return case.ids.joinToString(" ")
        val lower = case.targets("lower")
        val walksDown = lower.any { it.symbol() is Symbol.Omitted }
        val stops = graph.ids(landed(lower, TargetResolver(graph, if (walksDown) at(case.targets("upper")) else AppliedSet.nothing())))
        return case.ids.filterNot(stops::contains).joinToString(" ")
    }

    private fun written(plan: Plan): String {
        val steps = plan.steps().map(Step::written)
        return steps(steps, plan.heads(), replayed(current(), steps))
    }

    private fun steps(steps: List<String>, afterEach: List<List<String>>) = steps(steps, afterEach.last(), afterEach)

    private fun steps(steps: List<String>, heads: List<String>, afterEach: List<List<String>>?): String =
        (steps.joinToString(" ") + " " + heads(heads)).trim() +
            if (case.has("heads_after_each")) afterEach!!.joinToString(" ", " through ") { it.sorted().toString() } else ""

    private fun heads(heads: List<String>): String = "=> ${heads.sorted()}"

    private fun replayed(from: AppliedSet, steps: List<String>): List<List<String>> {
        var applied = from
        return steps.map { step ->
            val id = listOf(step.drop(1))
            applied = if (step.startsWith("+")) applied.with(id) else applied.without(id)
            graph.currentHeads(applied)
        }
    }
}

/** The kinds of error in the cases, by the code of ours. */
private val kindsOf =
    mapOf(
        "no_such_revision" to "unknown-revision",
        "no_such_revision_too_short" to "unknown-revision",
        "no_such_branch" to "unknown-revision",
        "not_member_of_branch" to "not-in-branch",
        "multiple_heads" to "several-heads",
        "ambiguous_upgrade" to "several-current-heads",
        "relative_too_far" to "walk-too-far",
        "not_ancestor" to "range-not-ordered",
        "cycle" to "cycle",
        "dependency_cycle" to "cycle",
        "self_loop" to "self-reference",
        "dependency_self_loop" to "self-reference",
        "duplicate_label" to "duplicate-label",
        "overlapping_targets" to "overlapping-targets",
        "identifier_not_a_string" to "not-a-text",
        "broken_map" to "broken-map",
    )
