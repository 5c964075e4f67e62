package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path

/**
 * A page of Markdown whose blocks of code are true. In front of a block may stand a line with a file name, ``**`mdb.toml`**``:
 *
 * - with it, the block is written into the folder of the page before the next command; where the line goes on with "as mdb wrote it"
 *   it is compared with the file that is there; and a name that starts with `examples/` is that of a program of which the block is
 *   an excerpt. Without a name, `java` and `kotlin` may be an excerpt of any of these programs.
 * - `console` holds commands and their output: see [Transcript] and [Shell].
 * - `kotlin` without a file name is a snippet, compiled by [Snippets].
 * - A line that begins with ``From `examples/NAME` `` says that what follows happens in a new copy of that example.
 * - What stands in `sh`, `yaml`, `dockerfile` and `toml` without a file name is looked at by the tests of the command line; `text` is
 *   a drawing.
 */
class Page(val file: Path) {
    /**
     * @property line of its first line in the page, from 1
     * @property example where it happens, if that is not where the block before did
     */
    class Block(
        val language: String,
        val name: String?,
        val remark: String,
        val example: String?,
        val line: Int,
        val lines: List<String>,
    ) {
        val text: String get() = lines.joinToString("\n", postfix = "\n")
        val isSnippet: Boolean get() = language == "kotlin" && name == null && !isExcerpt
        val isExcerpt: Boolean get() = name?.startsWith("examples/") ?: (language in setOf("kotlin", "java") && Excerpts.has(lines))
        val isWrittenByMdb: Boolean get() = remark.contains("as mdb wrote it")
        val commands: List<Transcript.Command> get() = Transcript(lines).commands
    }

    private val lines = Files.readAllLines(file)

    val blocks: List<Block> = blocks()

    val commands: List<Transcript.Command> get() = blocks.filter { it.language == "console" }.flatMap { it.commands }

    private fun blocks(): List<Block> =
        buildList {
            var at = 0
            while (at < lines.size) {
                if (lines[at].startsWith(FENCE)) {
                    val body = lines.drop(at + 1).takeWhile { it != FENCE }
                    add(block(at, body))
                    at += body.size + 1
                }
                at++
            }
        }

    private fun block(fence: Int, body: List<String>): Block {
        val between = lines.subList(0, fence).takeLastWhile { it != FENCE }
        val example = between.firstNotNullOfOrNull { FROM.matchAt(it, 0)?.groupValues?.get(1) }
        val before = between.lastOrNull { it.isNotBlank() }.orEmpty()
        val (name, remark) = NAMED.matchEntire(before)?.destructured?.let { (name, remark) -> name to remark } ?: (null to "")
        return Block(lines[fence].removePrefix(FENCE).trim(), name, remark, example, fence + 2, body)
    }

    /** The blocks, parted where the place changes. */
    fun parts(): List<List<Block>> =
        blocks.fold(listOf()) { parts, block ->
            if (parts.isEmpty() ||
                block.example != null
            ) {
                parts.plusElement(listOf(block))
            } else {
                parts.dropLast(1).plusElement(parts.last() + block)
            }
        }

    /** Puts other lines into blocks. */
    fun rewrite(changed: Map<Block, List<String>>) {
        var text = lines
        for ((block, body) in changed.entries.sortedByDescending { it.key.line }) {
            text = text.take(block.line - 1) + body + text.drop(block.line - 1 + block.lines.size)
        }
        if (text != lines) Files.write(file, text)
    }

    companion object {
        const val FENCE = "```"
        private val FROM = Regex("""From `examples/([a-z-]+)`""")
        private val NAMED = Regex("""\*\*`([^`]+)`\*\*(.*)""")

        /** Languages of blocks that are read, not run. */
        val QUIET = setOf("text", "sh", "yaml", "dockerfile", "xml")
    }
}

/** Runs the README.md of an example, in a copy of it. */
fun Workplace.runReadme(example: String, check: (command: String) -> Unit = {}) {
    run(Page(checkout.resolve("examples/$example/README.md")), check)
}

/**
 * Goes through a page from top to bottom in this folder. [check] looks at what each command left. Where a server is missing that the
 * page names, it is left out, which the end of the test run says.
 */
fun Workplace.run(page: Page, check: (command: String) -> Unit = {}) {
    if (!PageServers.answer(page.commands.map { it.line })) return
    val changed = LinkedHashMap<Page.Block, List<String>>()
    PageServers().use { servers ->
        for (part in page.parts()) {
            val example = part.first().example
            val run: Workplace.() -> Unit = { changed += PageRun(this, servers, check).run(page, part) }
            if (example == null) run() else inWorkplace(example, run)
        }
    }
    if (Transcript.write) page.rewrite(changed)
}

private class PageRun(private val place: Workplace, servers: PageServers, private val check: (String) -> Unit) {
    private val shell = Shell(place, servers)

    /** The blocks with the lines that they should have. */
    fun run(page: Page, blocks: List<Page.Block>): Map<Page.Block, List<String>> =
        blocks.associateWith { block -> withClue("${page.file.fileName}:${block.line}") { run(block) } }

    private fun run(block: Page.Block): List<String> {
        when {
            block.language == "console" -> return console(block)
            block.isExcerpt -> check(Excerpts.has(block.lines, block.name)) { "this is not in ${block.name}" }
            block.isWrittenByMdb -> return written(block)
            block.name != null -> write(block)
            else -> check(block.isSnippet || block.language == "toml" || block.language in Page.QUIET) { "a block of '${block.language}'" }
        }
        return block.lines
    }

    private fun console(block: Page.Block): List<String> {
        val outputs =
            block.commands.map { command ->
                val shown = shown(command.line)
                val same = Normalised.of(shown) == Normalised.of(command.output)
                if (!same && !Transcript.write) withClue(command.line) { Normalised.of(shown) shouldBe Normalised.of(command.output) }
                withClue("after ${command.line}") { check(command.line) }
                if (same) command.output else shown
            }
        return Transcript(block.lines).with(outputs)
    }

    /** While pages are written, what fails is shown in its place. */
    private fun shown(line: String): String =
        if (Transcript.write) runCatching { shell.run(line) }.getOrElse { "FAILED $it" } else withClue(line) { shell.run(line) }

    private fun write(block: Page.Block) {
        val file = file(block.name!!)
        Files.createDirectories(file.parent)
        Files.writeString(file, block.text)
    }

    private fun written(block: Page.Block): List<String> {
        val text = Files.readAllLines(file(block.name!!)).filterNot { it.startsWith("// Created ") }
        val shown = text.dropLastWhile { it.isBlank() }.joinToString("\n")
        if (Normalised.of(shown) == Normalised.of(block.text.trimEnd())) return block.lines
        if (!Transcript.write) Normalised.of(block.text.trimEnd()) shouldBe Normalised.of(shown)
        return shown.lines()
    }

    /** The file of this name, dates and ids aside: mdb writes today's date into the names of scripts. */
    private fun file(name: String): Path {
        val file = place.folder.resolve(name)
        if (Files.exists(file) || !Files.isDirectory(file.parent)) return file
        val normal = Normalised.of(name.substringAfterLast('/'))
        return Files
            .list(file.parent)
            .use { files ->
                files.filter { Normalised.of(it.fileName.toString()) == normal }.findFirst()
            }.orElse(file)
    }
}

/** What pages show of the programs among the examples, whose own tests run them. */
private object Excerpts {
    private val programs: Map<String, String> by lazy {
        val root = checkout.resolve("examples")
        Files.walk(root).use { files ->
            files
                .filter { it.toString().endsWith(".kt") || it.toString().endsWith(".java") }
                .filter { "src/main" in it.toString() && "/target/" !in it.toString() }
                .toList()
                .associate { "examples/${root.relativize(it)}" to unindented(Files.readAllLines(it)) }
        }
    }

    fun has(lines: List<String>, file: String? = null): Boolean =
        programs.any { (name, text) -> (file == null || name == file) && unindented(lines) in text }

    private fun unindented(lines: List<String>) = lines.joinToString("\n") { it.trim() }
}
