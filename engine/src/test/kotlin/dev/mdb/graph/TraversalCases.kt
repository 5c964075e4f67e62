package dev.mdb.graph

import com.fasterxml.jackson.jr.ob.JSON

/** A worked case: what was asked of which graph, and what Alembic answers. */
class TraversalCase(val name: String, val revisions: List<Revision>, private val fields: Map<String, Any?>) {
    val command: String get() = fields["cmd"] as String
    val error: String? get() = fields["error"] as String?
    val ids: List<String> get() = names("ids")
    val inclusive: Boolean get() = fields["inclusive"] == true
    val implicitBase: Boolean get() = fields["implicit_base"] == true
    val forDowngrade: Boolean get() = fields["select_for_downgrade"] == true

    /** A field that holds one name, a list of names, or nothing; nothing as a target is `base`. */
    fun names(field: String): List<String> =
        when (val value = fields[field]) {
            null -> emptyList()
            is List<*> -> value.map { it as String }
            else -> listOf(value as String)
        }

    fun nameLists(field: String): List<List<String>>? = (fields[field] as List<*>?)?.map { each -> (each as List<*>).map { it as String } }

    fun targets(field: String): List<Target> = names(field).map(Target::parse).ifEmpty { listOf(Target.base()) }

    fun has(field: String): Boolean = fields.containsKey(field)

    fun text(field: String): String? = fields[field] as String?
}

/** The cases of `traversal.json`, named `Class.test`, or `Class.test 2` for a test's second assertion. */
fun traversalCases(): List<TraversalCase> {
    val text = TraversalCase::class.java.getResource("/traversal.json")!!.readText()
    val seen = mutableMapOf<String, Int>()
    return (JSON.std.mapFrom(text)["groups"] as List<*>).map { it as Map<*, *> }.flatMap { group ->
        val revisions = (group["revisions"] as List<*>).map { revisionOf(it as List<*>) }
        (group["cases"] as List<*>).map { it as Map<*, *> }.map { case ->
            val test = "${group["class"]}.${case["test"]}"
            val count = seen.merge(test, 1, Int::plus)!!
            TraversalCase(if (count == 1) test else "$test $count", revisions, case.mapKeys { it.key as String })
        }
    }
}

private fun revisionOf(tuple: List<*>): Revision {
    val (parents, dependencies, labels) = tuple.drop(1).map { part -> (part as List<*>).map { it as String } }
    return revision(tuple[0] as String, parents, dependencies, labels)
}
