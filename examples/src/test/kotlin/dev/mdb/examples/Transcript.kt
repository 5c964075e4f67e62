package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path

/**
 * A file of commands and what they print, as a terminal shows it: `$ mdb …`, then its standard output; `[exit N]` when that is
 * not 0. Lines in between that begin with `#` are remarks; in Markdown the output ends with the block of code.
 */
class Transcript(private val file: Path) {
    class Command(val line: String, val output: String) {
        /** As a shell would take them apart: at spaces, but not inside double quotes. */
        val arguments: List<String> =
            WORD.findAll(line.removePrefix("$ mdb ")).map { it.groupValues[1].ifEmpty { it.value } }.toList()
    }

    private val lines = Files.readAllLines(file)

    val commands: List<Command> =
        lines.indices.filter { lines[it].startsWith("$ ") }.map { at ->
            val output = lines.drop(at + 1).takeWhile { !endsOutput(it) }
            Command(lines[at], output.joinToString("\n").trim())
        }

    /** The file with the outputs replaced: for looking at what changed after a change on purpose (`-Dtranscripts=write`). */
    fun rewrite(outputs: List<String>) {
        val remaining = ArrayDeque(outputs)
        var inOutput = false
        val text =
            buildString {
                for (line in lines) {
                    if (endsOutput(line)) inOutput = false
                    if (!inOutput) appendLine(line)
                    if (line.startsWith("$ ")) {
                        inOutput = true
                        remaining.removeFirst().takeIf { it.isNotEmpty() }?.let(::appendLine)
                    }
                }
            }
        Files.writeString(file, text)
    }

    /** The first block of code in this language. */
    fun block(language: String): String = lines.drop(blockStart(language)).takeWhile { it != "```" }.joinToString("\n", postfix = "\n")

    /** Puts another text into the first block of code in this language. */
    fun rewriteBlock(language: String, text: String) {
        val start = blockStart(language)
        val rest = lines.drop(start).dropWhile { it != "```" }
        Files.write(file, lines.take(start) + text.trimEnd().lines() + rest)
    }

    private fun blockStart(language: String) = lines.indexOf("```$language") + 1

    companion object {
        val write: Boolean = System.getProperty("transcripts") == "write"

        private val WORD = Regex("\"([^\"]*)\"|\\S+")
        private val TIME = Regex("(?<=in |\\()(\\d+ ms|\\d+\\.\\d s|\\d+ min \\d+ s)")

        private fun endsOutput(line: String) = line.startsWith("$ ") || line.startsWith("#") || line.startsWith("```")

        fun shown(outcome: Outcome): String = shown(outcome.out, outcome.exit)

        /** With what it says while it runs, which is said before the result. */
        fun shownWithTalk(outcome: Outcome): String = shown(outcome.err + outcome.out, outcome.exit)

        private fun shown(text: String, exit: Int): String =
            (text.trim() + if (exit == 0) "" else "\n[exit $exit]").trim().replace(TIME, "… ms")
    }
}

/**
 * Runs the commands of an example's README.md, and compares what they print; [check] looks at what each left. `sqlite3 DATABASE < FILE`
 * is done here: not every machine has that program.
 */
fun Workplace.runReadme(example: String, check: (command: String) -> Unit = {}) {
    val readme = Transcript(checkout.resolve("examples/$example/README.md"))
    val outputs =
        readme.commands.map { command ->
            val shown = run(command)
            if (!Transcript.write) withClue(command.line) { shown shouldBe command.output }
            withClue("after ${command.line}") { check(command.line.removePrefix("$ ")) }
            shown
        }
    if (Transcript.write) readme.rewrite(outputs)
}

private fun Workplace.run(command: Transcript.Command): String {
    val sqlite = Regex("""\$ sqlite3 (\S+) < (\S+)""").matchEntire(command.line)
    if (sqlite == null) return Transcript.shownWithTalk(mdb(*command.arguments.toTypedArray()))
    val (database, script) = sqlite.destructured
    Database(folder.resolve(database)).use { connection ->
        connection.createStatement().use { it.executeUpdate(Files.readString(folder.resolve(script))) }
    }
    return ""
}
