package dev.mdb.migrate

import dev.mdb.resource.Kind
import dev.mdb.resource.TestResource
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.connect
import java.nio.file.Path
import java.sql.Connection
import java.sql.ResultSet
import java.util.Properties
import kotlin.io.path.deleteIfExists
import kotlin.io.path.listDirectoryEntries

/** What a test does with a resource behind mdb's back. */
interface Ground : AutoCloseable {
    /** Makes the resource empty. */
    fun reset()

    /** All that the revisions made: structure and rows, as text. */
    fun contents(): String

    /** The server ends the sessions of everybody else on this resource. */
    fun endSessions()

    /** Takes the lock from the run that is described so, and nothing else: its writing session stays. */
    fun loseLock(holder: String)

    /** Lets a lease end at once that would end by itself, seconds later. */
    fun expireLease() = Unit
}

fun TestResource.ground(): Ground =
    when (kind) {
        Kind.SQLITE -> SqliteGround(folder)
        Kind.REDIS -> RedisGround(url)
        else -> ServerGround(kind, url)
    }

private class SqliteGround(private val folder: Path) : Ground {
    override fun reset() = folder.listDirectoryEntries().forEach { it.deleteIfExists() }

    override fun contents() =
        org.sqlite
            .JDBC()
            .connect("jdbc:sqlite:" + folder.resolve("test.db"), Properties())
            .use { contents(it, null, null) }

    override fun endSessions() = error("SQLite has no server")

    override fun loseLock(holder: String) = error("the system keeps it")

    override fun close() = Unit
}

private class ServerGround(private val kind: Kind, private val url: String) : Ground {
    private val database = url.substringAfterLast('/')
    private val administration = connect(url.replaceAfterLast('/', if (kind == Kind.POSTGRES) "postgres" else "mysql"))

    override fun reset() {
        if (kind == Kind.POSTGRES) {
            connect(url).use { it.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public") }
        } else {
            administration.run("DROP DATABASE $database")
            administration.run("CREATE DATABASE $database")
        }
    }

    override fun contents() =
        connect(url).use { if (kind == Kind.POSTGRES) invalidIndexes(it) + contents(it, null, "public") else contents(it, database, null) }

    private fun invalidIndexes(connection: Connection) =
        connection.rows("SELECT count(*) AS invalid FROM pg_index WHERE NOT indisvalid").toString()

    override fun endSessions() {
        generateSequence(::sessions).takeWhile { it.isNotEmpty() }.forEach { it.forEach(::end) }
    }

    override fun loseLock(holder: String) {
        val id = Regex("(?:backend|connection) (\\d+)").find(holder)!!.groupValues[1]
        while (id in sessions()) end(id)
    }

    private fun sessions() =
        administration
            .rows(
                if (kind == Kind.POSTGRES) {
                    "SELECT pid FROM pg_stat_activity WHERE datname = '$database'"
                } else {
                    "SELECT id FROM information_schema.processlist WHERE db = '$database'"
                },
            ).map { it.substringAfter('=') }

    /** One that has ended by itself meanwhile is no longer known. */
    private fun end(session: String) {
        val statement = if (kind == Kind.POSTGRES) "SELECT pg_terminate_backend($session)" else "KILL $session"
        runCatching { administration.run(statement) }
    }

    override fun close() = administration.close()
}

private class RedisGround(url: String) : Ground {
    private val plain = PlainRedis(url)
    private val redis get() = plain.commands

    override fun reset() {
        redis.flushdb()
    }

    override fun contents() =
        redis
            .keys("*")
            .filterNot { it.startsWith("mdb:") }
            .sorted()
            .joinToString("\n") { "$it = ${value(it)}" }

    private fun value(key: String): Any =
        when (val type = redis.type(key)) {
            "hash" -> redis.hgetall(key).toSortedMap()
            "list" -> redis.lrange(key, 0, -1)
            else -> type + redis.get(key)
        }

    override fun endSessions() {
        redis.clientKill(
            io.lettuce.core.KillArgs.Builder
                .typeNormal()
                .skipme(),
        )
    }

    override fun loseLock(holder: String) = expireLease()

    override fun expireLease() {
        redis.del("mdb:{mdb_version}:lock")
    }

    override fun close() = plain.close()
}

private fun contents(connection: Connection, catalog: String?, schema: String?): String {
    val meta = connection.metaData
    val tables = meta.getTables(catalog, schema, "%", arrayOf("TABLE")).use { it.list { getString("TABLE_NAME") } }
    return tables.filterNot { it.startsWith("mdb_version") || it.startsWith("sqlite_") }.sorted().joinToString("\n") { table ->
        val columns =
            meta
                .getColumns(
                    catalog,
                    schema,
                    table,
                    "%",
                ).use { it.list { "${getString("COLUMN_NAME")} ${getString("TYPE_NAME")}" } }
        val indexes =
            meta
                .getIndexInfo(
                    catalog,
                    schema,
                    table,
                    false,
                    false,
                ).use { it.list { "${getString("INDEX_NAME")}.${getString("COLUMN_NAME")}" } }
        "$table $columns ${indexes.sorted()} ${connection.rows("SELECT * FROM $table").sorted()}"
    }
}

private fun Connection.run(sql: String) = createStatement().use { it.execute(sql) }

/** Each row as `name=value`, joined by commas. */
private fun Connection.rows(sql: String): List<String> =
    createStatement().use { statement ->
        statement.executeQuery(sql).use { rows ->
            val names = (1..rows.metaData.columnCount).map(rows.metaData::getColumnLabel)
            rows.list { names.joinToString { "$it=${getString(it)}" } }
        }
    }

private fun <T> ResultSet.list(read: ResultSet.() -> T): List<T> = buildList { while (next()) add(read()) }
