package dev.mdb.testing

import java.net.InetAddress
import java.net.ServerSocket
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CountDownLatch
import kotlin.system.exitProcess

private const val USER = "demo"
private const val PASSWORD = "demo"

/** Always the same, so that an example's configuration can name them. */
private enum class Trial(val port: Int) {
    POSTGRESQL(15432),
    MARIADB(13306),
    REDIS(16379),
}

/**
 * Servers for trying out an example, without Docker: they listen on the loopback address only, keep nothing, and end with this
 * process. Started by the script `servers` of an example.
 *
 * Arguments: the file to write when all of them are ready, with a line `NAME_URL=url` for each; then `name=kind` for each, where
 * databases of one kind share a server. Kinds: `postgresql`, `mariadb`, `redis`.
 */
fun main(arguments: Array<String>) {
    val wanted = arguments.drop(1).map { it.split("=", limit = 2) }.map { (name, kind) -> name to Trial.valueOf(kind.uppercase()) }
    val kinds = wanted.map { it.second }.distinct()
    kinds.firstOrNull { !isFree(it.port) }?.let {
        System.err.println("something else listens on port ${it.port}, the one for ${it.name.lowercase()}")
        exitProcess(1)
    }
    kinds.forEach(::start)
    val lines = wanted.map { (name, kind) -> "${name.uppercase()}_URL=${place(name, kind)}" }
    val draft = Files.write(Path.of(arguments[0] + ".draft"), lines)
    Files.move(draft, Path.of(arguments[0]))
    CountDownLatch(1).await()
}

/** Another server would be taken for ours: some ask for no password. */
private fun isFree(port: Int) = runCatching { ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close() }.isSuccess

private fun start(kind: Trial) {
    when (kind) {
        Trial.POSTGRESQL -> {
            val server = TestServer(PostgresBinaries.start(kind.port).url, "")
            server.administer("CREATE ROLE $USER LOGIN CREATEDB PASSWORD '$PASSWORD'")
            server.administer("GRANT pg_read_all_stats TO $USER")
        }
        Trial.MARIADB -> {
            val server = TestServer(MariaDbBinaries.start(port = kind.port).url, "")
            server.administer("CREATE USER $USER@'%' IDENTIFIED BY '$PASSWORD'")
            server.administer("GRANT ALL ON *.* TO $USER@'%'")
        }
        Trial.REDIS -> RedisBinary.start(port = kind.port)
    }
}

/** The URL of a new database; a Redis is taken as it is. */
private fun place(name: String, kind: Trial): String {
    val address = "$USER:$PASSWORD@127.0.0.1:${kind.port}"
    val admin = "${TestUser.NAME}:${TestUser.encodedPassword}@127.0.0.1:${kind.port}"
    return when (kind) {
        Trial.POSTGRESQL -> {
            TestServer("postgresql://$admin/postgres", "").administer("CREATE DATABASE $name OWNER $USER")
            "postgresql://$address/$name"
        }
        Trial.MARIADB -> {
            TestServer("mariadb://$admin/mysql", "").administer("CREATE DATABASE $name CHARACTER SET utf8mb4")
            "mariadb://$address/$name"
        }
        Trial.REDIS -> "redis://127.0.0.1:${kind.port}/0"
    }
}
