package dev.mdb.examples

import dev.mdb.resource.Kind
import dev.mdb.testing.Clients
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.connect
import io.lettuce.core.codec.StringCodec
import io.lettuce.core.output.NestedMultiOutput
import io.lettuce.core.protocol.CommandArgs
import io.lettuce.core.protocol.CommandType
import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import java.sql.ResultSet

/**
 * Stands in for `sqlite3 FILE [SQL]`, `psql -At URL -c SQL`, `mariadb -NB URL -e SQL` and `redis-cli -u URL COMMAND`; each reads a
 * script with `< FILE`, `psql` with `-f FILE` too.
 *
 * @property url what mdb would call it
 * @property asked the statement, or the words of the command
 */
class SqlClient private constructor(
    private val kind: Kind,
    private val url: String,
    private val asked: List<String>,
    private val script: String?,
    private val folder: Path,
) {
    /** What it prints; a script's failure fails the test. */
    fun answer(input: String?): String {
        val file = input ?: script
        return when {
            file != null -> run(folder.resolve(file))
            kind == Kind.REDIS -> redis()
            else -> connection().use(::select)
        }
    }

    private fun run(file: Path): String {
        val outcome = Clients.run(kind, url, folder, Files.readString(file))
        check(!outcome.failed) { "$file: ${outcome.said}" }
        return ""
    }

    private fun connection(): Connection = if (kind == Kind.SQLITE) DriverManager.getConnection("jdbc:$url") else connect(url)

    private fun select(connection: Connection): String =
        connection.createStatement().use { if (it.execute(asked.single())) rows(it.resultSet) else "" }

    private fun rows(results: ResultSet): String {
        val width = results.metaData.columnCount
        val separator = if (kind == Kind.MARIADB) "\t" else "|"
        return buildList {
            while (results.next()) add((1..width).joinToString(separator) { results.getString(it).orEmpty() })
        }.joinToString("\n")
    }

    private fun redis(): String =
        PlainRedis
            .use(url) {
                val codec = StringCodec.UTF8
                val arguments = CommandArgs(codec).apply { asked.drop(1).forEach { add(it) } }
                dispatch(CommandType.valueOf(asked.first().uppercase()), NestedMultiOutput(codec), arguments)
            }.flatMap { it as? List<*> ?: listOf(it) }
            .joinToString("\n")

    companion object {
        private val FLAGS = setOf("-At", "-X", "-q", "-NB", "-u")

        /** @param actual the URL in place of the one that a page names */
        fun of(words: List<String>, folder: Path, actual: (String) -> String): SqlClient {
            val rest = words.drop(1).filter { it !in FLAGS }
            val place = rest.first()
            return when (words.first()) {
                "sqlite3" -> SqlClient(Kind.SQLITE, "sqlite:${folder.resolve(place)}", rest.drop(1), null, folder)
                "redis-cli" -> SqlClient(Kind.REDIS, actual(place), rest.drop(1), null, folder)
                else -> {
                    val kind = if (words.first() == "psql") Kind.POSTGRES else Kind.MARIADB
                    val isFile = rest.getOrNull(1) == "-f"
                    SqlClient(kind, actual(place), rest.drop(2), rest.getOrNull(2).takeIf { isFile }, folder)
                }
            }
        }
    }
}
