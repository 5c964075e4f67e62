package dev.mdb.testing

import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.jdbc.ServerUrl
import java.nio.file.Path
import java.sql.Connection
import java.time.Duration
import java.util.Optional
import java.util.Properties
import java.util.concurrent.atomic.AtomicInteger

private val created = AtomicInteger()

/** A new, empty database on a server; closing it drops it. */
class Database private constructor(private val server: TestServer, val name: String) : AutoCloseable {
    /** In the plain form. */
    val url: String = server.url.replaceAfterLast('/', name)

    override fun close() {
        server.administer("DROP DATABASE $name" + if (server.isPostgres) " WITH (FORCE)" else "")
    }

    companion object {
        fun on(server: TestServer): Database {
            val name = "mdb_test_${ProcessHandle.current().pid()}_${created.incrementAndGet()}"
            server.administer("CREATE DATABASE $name")
            return Database(server, name)
        }
    }
}

private val TestServer.isPostgres get() = url.startsWith("postgres")

/** Runs a statement on the server's own database, with the driver alone. */
fun TestServer.administer(sql: String) {
    connect(url).use { connection -> connection.createStatement().use { it.execute(sql) } }
}

/** A plain connection of the driver, which mdb knows nothing of. */
fun connect(url: String): Connection {
    val none = Optional.empty<String>()
    val parts = ServerUrl.of(ResourceSettings("tests", url, none, none, "", none, Duration.ZERO, Path.of(".")))
    val properties = Properties()
    properties.putAll(parts.parameters())
    parts.user().ifPresent { properties.setProperty("user", it) }
    parts.password().ifPresent { properties.setProperty("password", it) }
    return if (parts.scheme().startsWith("postgres")) {
        org.postgresql.Driver().connect(parts.jdbc("postgresql"), properties)!!
    } else {
        com.mysql.cj.jdbc
            .Driver()
            .connect(parts.jdbc("mysql"), properties)
    }
}
