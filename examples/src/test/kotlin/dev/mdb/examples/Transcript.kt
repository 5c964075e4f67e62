package dev.mdb.examples

import java.nio.file.Files
import java.nio.file.Path

/**
 * A file of commands and what they print, as a terminal shows it: `$ mdb …`, then its standard output; `[exit N]` when that is
 * not 0. Lines in between that begin with `#` are remarks.
 */
class Transcript(private val file: Path) {
    class Command(val line: String, val output: String) {
        val arguments: List<String> = line.removePrefix("$ mdb ").split(' ')
    }

    private val lines = Files.readAllLines(file)

    val commands: List<Command> =
        lines.indices.filter { lines[it].startsWith("$ ") }.map { at ->
            val output = lines.drop(at + 1).takeWhile { !it.startsWith("$ ") && !it.startsWith("#") }
            Command(lines[at], output.joinToString("\n").trim())
        }

    /** The file with the outputs replaced: for looking at what changed after a change on purpose (`-Dtranscripts=write`). */
    fun rewrite(outputs: List<String>) {
        val remaining = ArrayDeque(outputs)
        val text =
            buildString {
                for (line in lines) {
                    if (line.startsWith("#")) appendLine(line)
                    if (line.startsWith("$ ")) {
                        appendLine(line)
                        remaining.removeFirst().takeIf { it.isNotEmpty() }?.let(::appendLine)
                    }
                }
            }
        Files.writeString(file, text)
    }

    companion object {
        val write: Boolean = System.getProperty("transcripts") == "write"

        private val TIME = Regex("in \\d+ ms")

        fun shown(outcome: Outcome): String =
            (outcome.out.trim() + if (outcome.exit == 0) "" else "\n[exit ${outcome.exit}]").trim().replace(TIME, "in … ms")
    }
}
