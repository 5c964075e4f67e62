package dev.mdb.examples

import java.nio.file.Files

/**
 * The snippets of pages as one project, for one compile. Each stands inside a function that nobody calls, in a script of its own, as
 * what it looks like: a part of a block, of a `revision { }`, or a whole script.
 */
class Snippets(private val pages: List<Page>) {
    fun writeTo(place: Workplace) {
        Files.writeString(place.folder.resolve("mdb.toml"), "[resources.main]\nurl = \"sqlite:main.db\"\nlocations = [\"snippets\"]\n")
        Files.createDirectories(place.folder.resolve("snippets"))
        for (page in pages) page.blocks.filter { it.isSnippet }.forEach { write(place, page, it) }
    }

    private fun write(place: Workplace, page: Page, block: Page.Block) {
        val id = "${page.file.parent.fileName}_${page.file.fileName}".removeSuffix(".md").replace(Regex("\\W"), "_") + "_line_${block.line}"
        Files.writeString(place.folder.resolve("snippets/$id.migration.kts"), script(id, block))
    }

    private fun script(id: String, block: Page.Block): String {
        val (imports, body) = block.lines.partition { it.startsWith("import ") }
        val text = body.joinToString("\n")
        val isScript = body.any { it.startsWith("revision {") }
        val isHeader = body.any { HEADER.containsMatchIn(it) }
        return buildString {
            imports.forEach(::appendLine)
            if (isScript) appendLine("fun script() {\n$text\n}")
            appendLine("revision {\n    id = \"$id\"")
            if (isHeader && !isScript) appendLine("fun header() {\n$text\n}")
            appendLine("    upgrade {")
            if (!isHeader && !isScript) appendLine("fun block() {\n$text\n}")
            appendLine("    }\n    downgrade { }\n}")
        }
    }

    private companion object {
        val HEADER =
            Regex("""^(id|message|transaction)\s*=|^(down|dependsOn|branch|upgrade|downgrade|reversible|irreversible|replaces)\b""")
    }
}
