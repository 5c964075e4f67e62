package dev.mdb.examples

/**
 * Commands and what they print, as a terminal shows it: `$ mdb …`, then its output; `[exit N]` when that is not 0. Lines in
 * between that begin with `#` are remarks, if it has some.
 */
class Transcript(private val lines: List<String>, private val hasRemarks: Boolean = false) {
    class Command(val line: String, val output: String)

    val commands: List<Command> =
        lines.indices.filter { lines[it].startsWith(PROMPT) }.map { at ->
            val output = lines.drop(at + 1).takeWhile { !endsOutput(it) }
            Command(lines[at].removePrefix(PROMPT), output.joinToString("\n").trim())
        }

    /** The same with these outputs: for looking at what changed after a change on purpose (`-Dtranscripts=write`). */
    fun with(outputs: List<String>): List<String> {
        val remaining = ArrayDeque(outputs)
        var inOutput = false
        return buildList {
            for (line in lines) {
                if (endsOutput(line)) inOutput = false
                if (!inOutput) add(line)
                if (line.startsWith(PROMPT)) {
                    inOutput = true
                    remaining
                        .removeFirst()
                        .takeIf { it.isNotEmpty() }
                        ?.lines()
                        ?.let(::addAll)
                }
            }
        }
    }

    private fun endsOutput(line: String) = line.startsWith(PROMPT) || (hasRemarks && line.startsWith("#"))

    companion object {
        val write: Boolean = System.getProperty("transcripts") == "write"

        private const val PROMPT = "$ "

        fun shown(text: String, exit: Int): String = (text.trim() + if (exit == 0) "" else "\n[exit $exit]").trim()
    }
}

/** What differs from run to run is made alike: times, dates, ids that mdb made up, the widths of columns. */
object Normalised {
    private val REPLACED =
        listOf(
            // What takes long says so every ten seconds.
            Regex("""(?m)^.*… \d+ s( .*)?\n""") to "",
            Regex("""\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z""") to "<time>",
            Regex("""\d{4}_\d\d_\d\d_\d{4}""") to "<date>",
            Regex("""\d{4}-\d\d-\d\d( \d\d:\d\d \+00:00)?""") to "<date>",
            Regex("""(?<=in |\(|after |took )(\d+ min \d+ s|[\d.,…]+ (ms|s|min))\b""") to "<span>",
            Regex("""\b\d+ ms\b""") to "<span>",
            Regex("""("milliseconds" : )\d+""") to "$1<number>",
            Regex("""\b[0-9a-f]{64}\b""") to "<hash>",
            Regex("""(?<![0-9A-Za-z])[0-9a-f]{12}(?![0-9A-Za-z])|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b""") to "<id>",
            Regex("""\b[0-9a-f]{8}(?=#\d)""") to "<id>",
            Regex("""\bpid \d+|process \d+""") to "pid <number>",
            Regex("""(?<=\S) {2,}""") to "  ",
        )

    fun of(text: String): String = REPLACED.fold(text) { before, (pattern, to) -> before.replace(pattern, to) }
}
