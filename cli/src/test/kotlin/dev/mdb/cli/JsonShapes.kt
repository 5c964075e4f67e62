package dev.mdb.cli

import com.fasterxml.jackson.jr.ob.JSON
import java.nio.file.Files
import java.nio.file.Path
import java.util.Properties

/**
 * The shapes of documents, told from samples. What a field is for stands in `json-fields.properties`: under `SECTION.PATH`, or under
 * its name alone when it means the same everywhere.
 */
class JsonShapes(private val samples: List<JsonSample>) {
    private val explanations =
        Properties().apply { Files.newBufferedReader(Path.of("src/test/resources/json-fields.properties")).use(::load) }
    private val used = HashSet<String>()
    private val missing = LinkedHashSet<String>()

    /** The fields of the objects at one place. */
    private class Shape {
        var objects = 0
        val fields = LinkedHashMap<String, MutableList<Any?>>()

        fun add(document: Map<String, Any?>) {
            objects++
            document.forEach { (name, value) -> fields.getOrPut(name) { ArrayList() }.add(value) }
        }

        fun isOptional(name: String) = fields.getValue(name).size < objects
    }

    fun unexplained(): Set<String> = missing

    fun unused(): Set<String> = explanations.stringPropertyNames() - used

    fun page(): String =
        buildString {
            appendLine("# What `--json` prints\n")
            appendLine(INTRODUCTION)
            val sections = samples.groupBy(::section)
            appendLine(sections.keys.joinToString(" · ") { "[`$it`](#${anchor(it)})" } + "\n")
            for ((name, list) in sections) append(section(name, list))
            appendLine("## A revision\n")
            append(table("revision", listOf(shape(samples.flatMap { objects(it.document) }.filter(::isRevision).map { it - OF_LISTS }))))
            appendLine("\n## A problem\n")
            append(table("problem", listOf(shape(samples.flatMap { objects(it.document) }.filter(::isProblem)))))
        }

    private fun section(sample: JsonSample) =
        "mdb " + sample.command + (VARIANTS.firstOrNull { it in sample.line }?.let { " $it" }.orEmpty())

    private fun anchor(title: String) = title.replace(" ", "-")

    private fun section(title: String, list: List<JsonSample>): String =
        buildString {
            appendLine("## $title\n")
            appendLine(table(title.removePrefix("mdb ").replace(" --", "-"), listOf(shape(list.map { it.document }))))
            appendLine("`${list.first().line}`\n")
            appendLine("```json\n${JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(still(list.first().document))}\n```\n")
        }

    private fun table(section: String, shapes: List<Shape>): String =
        "| field | type | |\n| --- | --- | --- |\n" + shapes.joinToString("") { rows(section, "", it) } + withoutSample(section)

    /** What the samples cannot show, because it depends on how mdb was built. */
    private fun withoutSample(section: String): String =
        explanations.stringPropertyNames().filter { it.startsWith("+$section.") }.sorted().joinToString("") { key ->
            used += key
            "| `${key.substringAfter("$section.")}` | text, or absent | ${explanations.getProperty(key)} |\n"
        }

    private fun rows(section: String, path: String, shape: Shape): String =
        shape.fields.entries.joinToString("") { (name, values) ->
            val at = if (path.isEmpty()) name else "$path.$name"
            val elements = values.flatMap { it as? List<*> ?: listOf(it) }
            val brackets = if (values.any { it is List<*> }) "[]" else ""
            val optional = if (shape.isOptional(name)) ", or absent" else ""
            val row = "| `$at$brackets` | ${type(values)}$optional | ${explanation(section, at, name)} |\n"
            row + inside(section, at + brackets, elements.filterIsInstance<Map<String, Any?>>())
        }

    /** Revisions and problems are explained once. */
    private fun inside(section: String, path: String, objects: List<Map<String, Any?>>): String =
        when {
            objects.isEmpty() || objects.all(::isProblem) || path.endsWith("data") -> ""
            objects.all(::isRevision) -> rows(section, path, shape(objects.map { it.filterKeys(OF_LISTS::contains) }))
            else -> rows(section, path, shape(objects))
        }

    private fun type(values: List<Any?>): String {
        val elements = values.flatMap { it as? List<*> ?: listOf(it) }
        if (elements.isEmpty()) return "list"
        val word =
            when (val first = elements.firstOrNull { it != null }) {
                null, is String -> "text"
                is Boolean -> "boolean"
                is Number -> "number"
                else -> ofObject(first as Map<*, *>)
            }
        return if (values.any { it is List<*> }) "list of ${word}s" else word
    }

    private fun ofObject(value: Map<*, *>) =
        when {
            isRevision(value) -> "[revision](#a-revision)"
            isProblem(value) -> "[problem](#a-problem)"
            else -> "object"
        }

    private fun explanation(section: String, path: String, name: String): String {
        val key = listOf("$section.$path", "$section.$name", name).firstOrNull(explanations::containsKey)
        if (key == null) missing += "$section.$path" else used += key
        return key?.let(explanations::getProperty).orEmpty()
    }

    private fun shape(documents: List<Map<String, Any?>>) = Shape().also { documents.forEach(it::add) }

    private fun objects(value: Any?): List<Map<String, Any?>> =
        when (value) {
            is Map<*, *> -> listOf(value.mapKeys { it.key as String }) + value.values.flatMap(::objects)
            is List<*> -> value.flatMap(::objects)
            else -> emptyList()
        }

    private fun isRevision(value: Map<*, *>) = "mergepoint" in value

    private fun isProblem(value: Map<*, *>) = "code" in value && "message" in value

    /** Without what is another in every run. */
    private fun still(value: Any?, name: String = ""): Any? =
        when {
            value is Map<*, *> -> value.mapValues { still(it.value, it.key as String) }
            value is List<*> -> value.map { still(it, name) }
            name == "milliseconds" -> 12
            name == "run" -> "0b3f5c1e9a7d4e52"
            name == "java" -> "17.0.12, Eclipse Adoptium"
            name == "build" -> "5f0c9e7a"
            name == "by" -> "deploy@ci (pid 4711)"
            name == "tool" -> "mdb 0.1.0"
            name == "at" || name == "appliedAt" -> "2026-11-21T09:30:00Z"
            name == "url" -> (value as String).replace(Regex("sqlite:.*/"), "sqlite:")
            name == "script" -> (value as String).lines().take(2).joinToString("\n") + "\n…"
            name == "statements" && value is String -> value.lines().first()
            else -> value
        }

    private companion object {
        val VARIANTS = listOf("--dry-run", "--sql", "--autogenerate")

        val INTRODUCTION =
            """
            One document on standard output; talk stays on standard error. Keys are added in later versions, none is taken away or
            changes its meaning. What there is none of is left out, which the tables say with "or absent". Times are ISO 8601 in UTC.
            A command that fails prints `problems`, beside what was done until then, and its [exit status](commands.md#exit-status)
            tells the sort of failure.

            """.trimIndent()

        /** What lists of revisions add to a revision. */
        val OF_LISTS = setOf("resource", "into")
    }
}
