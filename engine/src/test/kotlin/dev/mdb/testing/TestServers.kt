package dev.mdb.testing

import java.util.concurrent.ConcurrentHashMap

/**
 * The servers that tests may want, each started at its first use and once for a test JVM. It is taken from the environment, else
 * from Docker, else from binaries.
 *
 * @property title as people call it
 * @property variable environment variable with the URL of a server that the tests may use: they create databases there, and empty
 * a Redis
 */
enum class TestServers(val title: String, val variable: String) {
    POSTGRES("PostgreSQL", "MDB_TEST_POSTGRES_URL") {
        override fun container() = Containers.postgres()

        override fun binary() = if (PostgresBinaries.available) PostgresBinaries.start().url else null
    },
    MYSQL("MySQL", "MDB_TEST_MYSQL_URL") {
        override fun container() = Containers.mysql()

        override fun binary() = null
    },
    MARIADB("MariaDB", "MDB_TEST_MARIADB_URL") {
        override fun container() = Containers.mariadb()

        override fun binary() = if (MariaDbBinaries.available) MariaDbBinaries.start().url else null
    },
    REDIS("Redis", "MDB_TEST_REDIS_URL") {
        override fun container() = Containers.redis()

        override fun binary() = if (RedisBinary.available) RedisBinary.start().url else null
    }, ;

    /** Starts one in Docker and gives its URL. */
    protected abstract fun container(): String

    /** Starts one from binaries and gives its URL, or null where there are none for this system. */
    protected abstract fun binary(): String?

    private val found: TestServer? by lazy {
        given() ?: fromDocker() ?: binary()?.let { TestServer(it, "binaries of a Maven artifact") }
    }

    private fun given() = System.getenv(variable)?.takeIf { it.isNotBlank() }?.let { TestServer(it, variable) }

    private fun fromDocker() = if (Containers.available) TestServer(container(), "Docker") else null

    /** The server, or null where there is none; what was left out for that is told at the end of the test run. */
    fun find(): TestServer? = found.also { asked[this] = it?.origin ?: MISSING }

    companion object {
        private const val MISSING = ""

        private val asked = ConcurrentHashMap<TestServers, String>()

        /** A line for each server that tests asked for. */
        fun report(): List<String> =
            asked.toSortedMap().map { (server, origin) ->
                if (origin == MISSING) {
                    "NOT RUN on ${server.title}: no Docker engine answers, and ${server.variable} is not set"
                } else {
                    "run on ${server.title} ($origin)"
                }
            }
    }
}
