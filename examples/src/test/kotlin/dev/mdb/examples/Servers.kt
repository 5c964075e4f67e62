package dev.mdb.examples

import dev.mdb.testing.Database
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.TestServers
import dev.mdb.testing.connect

/** Looks into the database of a server, past mdb. */
class ServerDatabase(val url: String) {
    fun rows(sql: String): List<List<Any?>> =
        connect(url).use { connection ->
            connection.createStatement().use { statement ->
                val results = statement.executeQuery(sql)
                val width = results.metaData.columnCount
                buildList { while (results.next()) add((1..width).map { results.getObject(it) }) }
            }
        }

    /** Tables of these schemas (MySQL: databases) by name. */
    fun tables(vararg schemas: String): List<String> =
        rows(
            "SELECT concat(table_schema, '.', table_name) FROM information_schema.tables " +
                "WHERE table_schema IN (${schemas.joinToString { "'$it'" }})",
        ).map { it.single() as String }.sorted()
}

/** A new database for the time of a test. Without a server the test is left out, which the end of the test run says. */
fun TestServers.inDatabase(test: (ServerDatabase) -> Unit) {
    Database.on(find() ?: return).use { test(ServerDatabase(it.url)) }
}

/** A Redis database that is empty at both ends of a test. */
fun inEmptyRedis(test: (url: String) -> Unit) {
    val url = (TestServers.REDIS.find() ?: return).url.replaceAfterLast('/', "4")
    PlainRedis.use(url) { flushdb() }
    try {
        test(url)
    } finally {
        PlainRedis.use(url) { flushdb() }
    }
}
