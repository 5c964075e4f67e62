package dev.mdb.cli

import dev.mdb.error.MdbException
import dev.mdb.project.ConfigReader
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.ints.shouldBeGreaterThan
import java.nio.file.Files
import java.nio.file.Path
import kotlin.io.path.readLines
import kotlin.io.path.readText
import kotlin.io.path.writeText

private val root = Path.of("..")

/** The pages for users; what their `console` blocks do is run by the tests of the examples. */
private val pages: List<Path> =
    listOf(root.resolve("README.md")) +
        listOf("docs", "examples").flatMap { folder ->
            Files.walk(root.resolve(folder), 2).use { files -> files.filter { it.toString().endsWith(".md") }.sorted().toList() }
        }

private class Block(val language: String, val isNamed: Boolean, val lines: List<String>)

private fun blocks(page: Path): List<Block> {
    val lines = page.readLines()
    val fences = lines.indices.filter { lines[it].startsWith("```") }
    return fences.chunked(2).map { (open, close) ->
        val before = lines.take(open).lastOrNull { it.isNotBlank() }.orEmpty()
        Block(lines[open].drop(3), before.startsWith("**`"), lines.subList(open + 1, close))
    }
}

/** What pages tell to type: in their text between backticks, and in blocks that no test runs. */
private fun commands(page: Path): List<String> {
    val blocks = blocks(page).filter { it.language in setOf("sh", "yaml", "dockerfile") }.flatMap { it.lines }
    val text = page.readText().replace(Regex("(?ms)^```.*?^```"), "")
    return Regex("`mdb ([^`]+)`").findAll(text).map { it.groupValues[1].replace('\n', ' ') }.toList() +
        blocks.flatMap { line -> IN_SHELL.findAll(line).map { it.groupValues[1] } }
}

private val IN_SHELL = Regex("""(?:^\s*|[;&|]\s*|run: |RUN |\()(?:\./)?mdb ([^|;&#>)]+)""")

private fun words(command: String): List<String> =
    Regex("""'([^']*)'|"([^"]*)"|\S+""")
        .findAll(command.substringBefore('|').replace(Regex("[\\[\\]]"), " ").replace("…", ""))
        .map { found -> found.groupValues.drop(1).firstOrNull { it.isNotEmpty() } ?: found.value }
        .toList()

/** Of a command that is only talked about, arguments may be missing. */
private fun fault(command: String): String? =
    try {
        CommandLineParser("").parse(*words(command).toTypedArray()).let { null }
    } catch (e: MdbException) {
        e
            .problems()
            .first()
            .message()
            .takeIf { Regex(" needs ").containsMatchIn(it.lowercase()).not() }
    }

class GuideWordsTest :
    FunSpec({
        test("every command that a page tells of is one, with options that it has") {
            val all = pages.flatMap { page -> commands(page).map { page to it } }
            all.size shouldBeGreaterThan 20
            all.mapNotNull { (page, command) -> fault(command)?.let { "$page: mdb $command: $it" } }.shouldBeEmpty()
        }

        test("every piece of a configuration in a page can be read") {
            val folder = tempdir().toPath()
            for (page in pages) {
                for (block in blocks(page).filter { it.language == "toml" && !it.isNamed }) {
                    val text = block.lines.joinToString("\n")
                    folder.resolve("mdb.toml").writeText(if ("[resources." in text) text else "[resources.main]\n$text")
                    withClue("$page:\n$text") { ConfigReader.read(Path.of("mdb.toml"), folder) { true } }
                }
            }
        }

        test("every link from one page to another leads to a page, and to a heading that it has") {
            val broken =
                pages.flatMap { page ->
                    Regex("""]\(([^)\s]+)\)""")
                        .findAll(page.readText())
                        .map { it.groupValues[1] }
                        .filter { "://" !in it }
                        .filterNot { link ->
                            val file = link.substringBefore('#').let { if (it.isEmpty()) page else page.resolveSibling(it).normalize() }
                            Files.exists(file) && ('#' !in link || link.substringAfter('#') in anchors(file))
                        }.map { "$page: $it" }
                        .toList()
                }
            broken.shouldBeEmpty()
        }
    })

private fun anchors(page: Path): Set<String> =
    page
        .readLines()
        .filter { it.startsWith("#") }
        .map {
            it
                .trimStart('#')
                .trim()
                .lowercase()
                .replace(Regex("[^\\p{L}\\p{N} _-]"), "")
                .replace(' ', '-')
        }.toSet()
