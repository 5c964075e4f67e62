package dev.mdb.examples

import java.nio.file.Files
import java.nio.file.Path

/**
 * Runs the commands of a page, a few of the shell's among them. The clients of databases are stood in for over a connection, since
 * not every machine has them. In what is printed, this machine's own names are replaced by those that the page uses.
 */
class Shell(private val workplace: Workplace, private val servers: PageServers) {
    private val folder get() = workplace.folder

    /** The output as a terminal shows it. */
    fun run(line: String): String {
        val words = ShellWords.of(line) { name -> workplace.environment[name] ?: error("$line: no variable $name") }
        val command = words.dropWhile { ASSIGNMENT.matches(it) }
        val assignments = words.take(words.size - command.size)
        assignments.forEach(::export)
        val shown = servers.hidden(run(command, line).replace(folder.toString(), "/srv/project"))
        if (command.isNotEmpty()) assignments.forEach(::forget)
        return shown
    }

    private fun run(words: List<String>, line: String): String {
        val (plain, output) = redirected(words, ">")
        val (command, input) = redirected(plain, "<")
        return when (command.firstOrNull()) {
            null -> ""
            "mdb" -> mdb(command.drop(1), output)
            "export" -> command.drop(1).forEach(::export).let { "" }
            "cat" -> command.drop(1).joinToString("") { Files.readString(path(it)) }.trim()
            "ls" -> listing(path(command.getOrElse(1) { "." }))
            "mkdir" ->
                command
                    .drop(1)
                    .filter { it != "-p" }
                    .forEach { Files.createDirectories(path(it)) }
                    .let { "" }
            "rm" -> command.drop(1).forEach { Files.delete(path(it)) }.let { "" }
            "mv" -> Files.move(path(command[1]), path(command[2])).let { "" }
            "cp" -> Files.copy(path(command[1]), path(command[2])).let { "" }
            "sqlite3", "psql", "mariadb", "redis-cli" -> SqlClient.of(command, folder, servers::actual).answer(input)
            else -> error("no page can run '$line'")
        }
    }

    private fun mdb(arguments: List<String>, output: String?): String {
        if (output == null) return workplace.asOnTerminal(arguments)
        val outcome = workplace.mdb(*arguments.toTypedArray())
        Files.writeString(path(output), outcome.out)
        return Transcript.shown(outcome.err, outcome.exit)
    }

    private fun redirected(words: List<String>, sign: String): Pair<List<String>, String?> {
        val at = words.indexOf(sign)
        return if (at < 0) words to null else (words.take(at) + words.drop(at + 2)) to words[at + 1]
    }

    private fun path(name: String): Path = folder.resolve(name)

    private fun export(assignment: String) {
        val (name, value) = ASSIGNMENT.matchEntire(assignment)!!.destructured
        workplace.environment[name] = servers.actual(value)
    }

    private fun forget(assignment: String) {
        workplace.environment.remove(assignment.substringBefore('='))
    }

    private fun listing(place: Path): String =
        Files
            .list(place)
            .use { files ->
                files
                    .map { it.fileName.toString() }
                    .filter { !it.startsWith(".") }
                    .sorted()
                    .toList()
            }.joinToString("\n")

    private companion object {
        val ASSIGNMENT = Regex("([A-Z_][A-Z0-9_]*)=(.*)")
    }
}

/** A line as a shell takes it apart: at spaces, but not inside quotes; `$NAME` is a variable outside of single quotes. */
object ShellWords {
    private val PART = Regex("""'([^']*)'|"([^"]*)"|[^\s'"]+""")
    private val WORD = Regex("""(?:'[^']*'|"[^"]*"|[^\s'"])+""")
    private val VARIABLE = Regex("""\$\{?([A-Za-z_]+)}?""")

    fun of(line: String, variable: (String) -> String = { error("no variable here: $it") }): List<String> =
        WORD.findAll(line).map { word -> PART.findAll(word.value).joinToString("") { text(it, variable) } }.toList()

    private fun text(part: MatchResult, variable: (String) -> String): String {
        if (part.value.startsWith("'")) return part.groupValues[1]
        val raw = if (part.value.startsWith("\"")) part.groupValues[2] else part.value
        return VARIABLE.replace(raw) { variable(it.groupValues[1]) }
    }
}
