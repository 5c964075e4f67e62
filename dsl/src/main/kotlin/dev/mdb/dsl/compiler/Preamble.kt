package dev.mdb.dsl.compiler

/** The start of a script's text, before its imports: `#!` line, file annotations, package line. */
internal class Preamble(private val text: String) {
    /** Offset where a package line may stand: behind the `#!` line and the file annotations. */
    val end: Int

    /** Offset of a package line that the script has itself, or null. */
    val packageLine: Int?

    init {
        end = behindAnnotations(behindShebang())
        val next = behindBlanks(end)
        packageLine = next.takeIf { text.startsWith("package", it) && text.getOrNull(it + "package".length)?.isWhitespace() != false }
    }

    private fun behindShebang(): Int {
        if (!text.startsWith("#!")) return 0
        return text.indexOf('\n').let { if (it < 0) text.length else it + 1 }
    }

    private fun behindAnnotations(from: Int): Int {
        var position = from
        while (true) {
            val start = behindBlanks(position)
            if (!text.startsWith("@file:", start)) return position
            position = behindAnnotation(start + "@file:".length)
        }
    }

    private fun behindAnnotation(from: Int): Int {
        if (text.getOrNull(from) == '[') return behindBracket(from, ']')
        var position = from
        while (position < text.length && (text[position].isJavaIdentifierPart() || text[position] == '.')) position++
        if (text.getOrNull(position) == '<') position = behindBracket(position, '>')
        if (text.getOrNull(position) == '(') position = behindBracket(position, ')')
        return position
    }

    /** Behind the bracket that closes the one at [from]; quotes may hold brackets that do not count. */
    private fun behindBracket(from: Int, close: Char): Int {
        val open = text[from]
        var depth = 0
        var position = from
        while (position < text.length) {
            when (text[position]) {
                '"' -> position = closingQuote(position)
                open -> depth++
                close -> if (--depth == 0) return position + 1
            }
            position++
        }
        return text.length
    }

    private fun closingQuote(from: Int): Int {
        var position = from + 1
        while (position < text.length && text[position] != '"') position += if (text[position] == '\\') 2 else 1
        return position
    }

    /** Behind white space, semicolons and comments, which nest. */
    private fun behindBlanks(from: Int): Int {
        var position = from
        while (position < text.length) {
            position =
                when {
                    text[position].isWhitespace() || text[position] == ';' -> position + 1
                    text.startsWith("//", position) -> text.indexOf('\n', position).let { if (it < 0) text.length else it }
                    text.startsWith("/*", position) -> behindComment(position)
                    else -> return position
                }
        }
        return position
    }

    private fun behindComment(from: Int): Int {
        var depth = 0
        var position = from
        while (position < text.length) {
            if (text.startsWith("/*", position)) {
                depth++
                position += 2
            } else if (text.startsWith("*/", position)) {
                depth--
                position += 2
                if (depth == 0) return position
            } else {
                position++
            }
        }
        return position
    }
}
