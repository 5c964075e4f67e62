package dev.mdb.dsl.source

/** Calls, over several lines when one would be too long. */
internal object SourceLines {
    private const val LONGEST = 120
    private const val INDENT = "    "

    /** @param calls each but the first begins with a dot */
    fun chain(start: String, calls: List<String>): List<String> {
        val line = start + calls.joinToString("")
        if (line.length <= LONGEST || calls.size == 1) return listOf(line)
        return listOf(start + calls.first()) + calls.drop(1).map { INDENT + it }
    }

    fun call(name: String, vararg arguments: String?): List<String> {
        val line = KotlinSource.call(name, *arguments)
        if (line.length <= LONGEST) return listOf(line)
        return listOf("$name(") + arguments.filterNotNull().map { "$INDENT$it," } + ")"
    }
}
