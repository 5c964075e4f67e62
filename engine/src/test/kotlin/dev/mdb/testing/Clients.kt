package dev.mdb.testing

import dev.mdb.operation.SqlSplitter
import dev.mdb.resource.Kind
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.jdbc.ServerUrl
import dev.mdb.schema.Dialect
import io.lettuce.core.RedisURI
import java.io.File
import java.net.Socket
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.time.Duration
import java.util.Optional
import java.util.Properties
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.TimeUnit

/**
 * What a client left.
 *
 * @property failed did it stop with an error? redis-cli never does
 */
class ClientOutcome(val failed: Boolean, val said: String)

/** Runs scripts with the engine's own client where this machine has it, and else in its place. */
object Clients {
    private val told = ConcurrentHashMap.newKeySet<String>()

    fun run(kind: Kind, url: String, folder: Path, script: String): ClientOutcome {
        val file = Files.writeString(folder.resolve("script.txt"), script)
        return when (kind) {
            Kind.SQLITE -> sqlite(url.removePrefix("sqlite:"), file)
            Kind.POSTGRES -> postgres(url, file)
            Kind.REDIS -> redis(url, file)
            else -> mysql(kind, url, file)
        }.also { Files.delete(file) }
    }

    private fun tell(way: String) {
        if (told.add(way)) println("[scripts] $way")
    }

    private fun found(name: String): String? =
        System
            .getenv("PATH")
            .split(File.pathSeparator)
            .map { Path.of(it, name) }
            .firstOrNull(Files::isExecutable)
            ?.toString()

    private fun sqlite(database: String, file: Path): ClientOutcome {
        val client =
            found("sqlite3") ?: return inPlace("sqlite3", Dialect.SQLITE, file) {
                org.sqlite
                    .JDBC()
                    .connect("jdbc:sqlite:$database", Properties())
            }
        return process("sqlite3", listOf(client, database), file)
    }

    private fun postgres(url: String, file: Path): ClientOutcome {
        val client = found("psql") ?: return inPlace("psql", Dialect.POSTGRESQL, file) { connect(url) }
        val server = server(url)
        val login =
            mapOf(
                "PGPASSWORD" to server.password().orElse(""),
                "PGUSER" to server.user().orElse(""),
                "PGHOST" to server.hosts().substringBefore(':'),
                "PGPORT" to server.hosts().substringAfter(':'),
            )
        return process("psql", listOf(client, "-X", "-f", file.toString(), server.database()), null, login)
    }

    private fun mysql(kind: Kind, url: String, file: Path): ClientOutcome {
        val dialect = if (kind == Kind.MARIADB) Dialect.MARIADB else Dialect.MYSQL
        val own = if (kind == Kind.MARIADB && MariaDbBinaries.available) MariaDbBinaries.client else null
        val names = if (kind == Kind.MARIADB) listOf("mariadb", "mysql") else listOf("mysql")
        val client = own?.toString() ?: names.firstNotNullOfOrNull(::found) ?: return inPlace("mysql", dialect, file) { connect(url) }
        val server = server(url)
        val login =
            listOf(
                "--no-defaults",
                "--protocol=tcp",
                "-h${server.hosts().substringBefore(':')}",
                "-P${server.hosts().substringAfter(':')}",
            ) +
                listOf("-u${server.user().orElse("")}", server.database())
        return process("mariadb", listOf(client) + login, file, mapOf("MYSQL_PWD" to server.password().orElse("")))
    }

    private fun server(url: String): ServerUrl {
        val none = Optional.empty<String>()
        return ServerUrl.of(ResourceSettings("tests", url, none, none, "", none, Duration.ZERO, Path.of(".")))
    }

    private fun process(name: String, command: List<String>, input: Path?, environment: Map<String, String> = emptyMap()): ClientOutcome {
        tell("run by $name")
        val builder = ProcessBuilder(command).redirectErrorStream(true)
        builder.environment() += environment + ("LC_ALL" to "C.UTF-8")
        if (input != null) builder.redirectInput(input.toFile())
        val process = builder.start()
        if (input == null) process.outputStream.close()
        val said = process.inputStream.bufferedReader().readText()
        check(process.waitFor(60, TimeUnit.SECONDS)) { "$name does not end" }
        return ClientOutcome(process.exitValue() != 0, said)
    }

    /**
     * Statement by statement, until one fails; lines that only the client knows are left out, and so is the sign that keeps psql from
     * taking a colon for its own.
     */
    private fun inPlace(client: String, dialect: Dialect, file: Path, open: () -> java.sql.Connection): ClientOutcome {
        tell("no $client here: run statement by statement over JDBC")
        val ofClient = Regex("(?m)^(\\\\set|\\.bail|\\.timeout) .*$")
        val statements = SqlSplitter.split(Files.readString(file).replace(ofClient, "").replace("\\:", ":"), dialect)
        return open().use { connection ->
            val failure =
                runCatching { statements.forEach { text -> connection.createStatement().use { it.execute(text) } } }.exceptionOrNull()
            ClientOutcome(failure != null, failure?.message.orEmpty())
        }
    }

    private fun redis(url: String, file: Path): ClientOutcome {
        val client = found("redis-cli") ?: return overSocket(url, file)
        return process("redis-cli", listOf(client, "-u", url), file)
    }

    /** Over a socket of its own: Lettuce looks into transactions, and gives other answers inside of them. */
    private fun overSocket(url: String, file: Path): ClientOutcome {
        tell("no redis-cli here: its lines are sent over a socket")
        val address = RedisURI.create(url)
        val lines = Files.readAllLines(file).filter { it.isNotBlank() }.map(RedisLine::words)
        return Socket(address.host, address.port).use { socket ->
            val connection = PlainConnection(socket)
            connection.send(listOf("SELECT".toByteArray(), "${address.database}".toByteArray()))
            ClientOutcome(false, lines.joinToString("\n", transform = connection::send))
        }
    }
}

/** The protocol of Redis (RESP 2), a command at a time. */
private class PlainConnection(socket: Socket) {
    private val input = socket.getInputStream().buffered()
    private val output = socket.getOutputStream().buffered()

    /** The answer as a text: the elements of a list parted by commas, `(nil)` for nothing. */
    fun send(words: List<ByteArray>): String {
        output.write("*${words.size}\r\n".toByteArray())
        for (word in words) {
            output.write("$${word.size}\r\n".toByteArray())
            output.write(word)
            output.write("\r\n".toByteArray())
        }
        output.flush()
        return answer()
    }

    private fun answer(): String {
        val line = line()
        return when (line.first()) {
            '$' -> bulk(line.drop(1).toInt())
            '*' -> line.drop(1).toInt().let { size -> if (size < 0) NIL else List(size) { answer() }.joinToString() }
            else -> line.drop(1)
        }
    }

    private fun bulk(size: Int): String {
        if (size < 0) return NIL
        val bytes = input.readNBytes(size)
        line()
        return String(bytes)
    }

    private fun line(): String {
        val line = StringBuilder()
        while (true) {
            val next = input.read()
            check(next >= 0) { "the server closed the connection" }
            if (next == '\n'.code) return line.removeSuffix("\r").toString()
            line.append(next.toChar())
        }
    }

    private companion object {
        const val NIL = "(nil)"
    }
}

/** A line as redis-cli takes it apart (sdssplitargs). */
private object RedisLine {
    fun words(line: String): List<ByteArray> {
        val words = ArrayList<ByteArray>()
        var rest = line.trim()
        while (rest.isNotEmpty()) {
            val word = java.io.ByteArrayOutputStream()
            rest = (if (rest.startsWith('"')) quoted(rest, word) else plain(rest, word)).trimStart()
            words.add(word.toByteArray())
        }
        return words
    }

    private fun plain(text: String, word: java.io.ByteArrayOutputStream): String {
        val end = text.indexOf(' ').let { if (it < 0) text.length else it }
        word.writeBytes(text.take(end).toByteArray())
        return text.drop(end)
    }

    private fun quoted(text: String, word: java.io.ByteArrayOutputStream): String {
        var i = 1
        while (text[i] != '"') {
            if (text[i] != '\\') {
                val character = String(Character.toChars(text.codePointAt(i)))
                word.writeBytes(character.toByteArray())
                i += character.length
            } else if (text[i + 1] == 'x') {
                word.write(text.substring(i + 2, i + 4).toInt(16))
                i += 4
            } else {
                word.write(mapOf('n' to 10, 'r' to 13, 't' to 9, 'b' to 8, 'a' to 7)[text[i + 1]] ?: text[i + 1].code)
                i += 2
            }
        }
        return text.drop(i + 1)
    }
}

/** Makes a file one that may be run. */
internal fun Path.executable(): Path = also { Files.setPosixFilePermissions(it, PosixFilePermissions.fromString("rwxr-xr-x")) }
