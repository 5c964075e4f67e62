package dev.mdb.examples

import dev.mdb.testing.Database
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.TestServers
import java.net.InetAddress

/**
 * A page names servers as its reader would, `postgresql://shop@db.example.com/shop`. Behind each such URL stands a new database of
 * the tests' servers, for the time of the page.
 */
class PageServers : AutoCloseable {
    private val actual = LinkedHashMap<String, String>()
    private val databases = ArrayList<Database>()

    /** The URL to use for one that a page names; any other text is itself. */
    fun actual(text: String): String {
        val server = serverOf(text)
        if (server == null || text in actual.values) return text
        return actual.getOrPut(text.substringBefore('?')) { if (server == TestServers.REDIS) redis() else database(server) }
    }

    private fun database(server: TestServers): String = Database.on(server.find()!!).also(databases::add).url

    private fun redis(): String {
        val number = PAGES_FIRST + actual.keys.count { serverOf(it) == TestServers.REDIS }
        return TestServers.REDIS
            .find()!!
            .url
            .replaceAfterLast('/', "$number")
            .also(::empty)
    }

    /** A text of this machine in the names of the page. */
    fun hidden(text: String): String {
        val replaced = actual.flatMap { (named, url) -> PARTS.map { part -> part(url) to part(named) } }.filter { it.first.isNotEmpty() }
        val servers = replaced.fold(text) { before, (own, named) -> before.replace(own, named) }
        return Columns.aligned(servers.replace("${System.getProperty("user.name")}@$machine", "deploy@ci").replace(machine, "ci"))
    }

    override fun close() {
        databases.forEach(Database::close)
        actual.values.filter { serverOf(it) == TestServers.REDIS }.forEach(::empty)
    }

    private fun empty(redis: String) {
        PlainRedis.use(redis) { flushdb() }
    }

    companion object {
        private const val PAGES_FIRST = 5
        private val machine = InetAddress.getLocalHost().hostName
        private val SERVER = Regex("""\b(postgresql|mysql|mariadb|redis)://""")

        private fun serverOf(url: String): TestServers? =
            when (SERVER.matchAt(url, 0)?.groupValues?.get(1)) {
                "postgresql" -> TestServers.POSTGRES
                "mysql" -> TestServers.MYSQL
                "mariadb" -> TestServers.MARIADB
                "redis" -> TestServers.REDIS
                else -> null
            }

        /** Do all servers answer that these commands name? Those that do not are reported as missing at the end of the test run. */
        fun answer(commands: List<String>): Boolean =
            commands.flatMap { line -> ShellWords.of(line) { "" } }.mapNotNull { serverOf(it.substringAfter('=')) }.toSet().all {
                it.find() !=
                    null
            }

        /** What is replaced, in this order: user with host and database, host and database, host, database. */
        private val PARTS: List<(String) -> String> =
            listOf({ login(it) + place(it) }, ::place, { login(it) + host(it) }, ::host, {
                if (serverOf(it) ==
                    TestServers.REDIS
                ) {
                    ""
                } else {
                    name(it)
                }
            })

        private fun login(url: String) =
            url
                .substringAfter("://")
                .substringBeforeLast('@', "")
                .substringBefore(':')
                .let { if (it.isEmpty()) "" else "$it@" }

        private fun place(url: String) = host(url) + "/" + name(url)

        private fun host(url: String) = url.substringAfter("://").substringBefore('/').substringAfterLast('@')

        private fun name(url: String) = url.substringAfterLast('/').substringBefore('?')
    }
}

/** Tables whose cells have become longer or shorter. */
private object Columns {
    private val GAP = Regex(" {2,}")

    fun aligned(text: String): String {
        val lines = text.lines()
        val rows = lines.map { line -> line.split(GAP).takeIf { it.size > 2 && it.first().isNotEmpty() } }
        val widths =
            rows.filterNotNull().groupBy { it.size }.mapValues { (size, same) ->
                List(size) { at -> same.maxOf { it[at].length } }
            }
        return lines.indices.joinToString("\n") { at -> rows[at]?.let { aligned(it, widths.getValue(it.size)) } ?: lines[at] }
    }

    private fun aligned(row: List<String>, widths: List<Int>) =
        row
            .mapIndexed { column, cell ->
                cell.padEnd(
                    widths[column],
                )
            }.joinToString("  ")
            .trimEnd()
}
