package dev.mdb.graph

/**
 * The reference order word by word, at any cost: what [PlanOrder] has to give. Newest first.
 *
 * @param tips in load order
 */
fun RevisionGraph.referenceOrder(tips: List<String>, todo: Set<String>): List<String> {
    val reach = revisions().associate { it.id() to ancestors(it.id(), EdgeKind.BOTH).map(Revision::id).toSet() + it.id() }
    val list = tips.filter(todo::contains).toMutableList()
    val left = todo.toMutableSet()
    val order = mutableListOf<String>()
    var cursor = 0
    while (list.isNotEmpty()) {
        val tip = list[cursor]
        val other = list.indices.firstOrNull { it != cursor && tip in reach.getValue(list[it]) }
        if (other != null) {
            cursor = other
            continue
        }
        order += tip
        left -= tip
        val next = standsOn(tip).filter { it in left && it !in list }
        if (next.isEmpty()) {
            list.removeAt(cursor)
            cursor = maxOf(cursor - 1, 0)
        } else {
            list[cursor] = next.first()
            list += next.drop(1)
        }
    }
    return order
}

/** Parents, then the dependencies that no ancestor by parent edges names as well. */
private fun RevisionGraph.standsOn(id: String): List<String> {
    val named = ancestors(id, EdgeKind.PARENT).flatMap { dependencies(it.id()) }.map(Revision::id).toSet()
    val dependencies = dependencies(id).map(Revision::id).filterNot(named::contains)
    return (parents(id).map(Revision::id) + dependencies).distinct()
}
