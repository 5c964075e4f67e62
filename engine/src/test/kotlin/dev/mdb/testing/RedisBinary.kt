package dev.mdb.testing

import java.net.InetAddress
import java.net.Socket
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** Redis from the binaries that the artifact embedded-redis holds: for Linux on amd64 and arm64, and for macOS. */
object RedisBinary {
    private val resource: String? by lazy {
        val system = System.getProperty("os.name").lowercase()
        val machine = if (System.getProperty("os.arch") in setOf("aarch64", "arm64")) "arm64" else "amd64"
        when {
            system.startsWith("linux") && machine == "amd64" -> "redis-server-6.2.6-v5-linux-amd64"
            system.startsWith("linux") -> "redis-server-6.2.7-linux-arm64"
            system.startsWith("mac") -> "redis-server-6.2.6-v5-darwin-$machine"
            else -> null
        }
    }

    val available: Boolean get() = resource != null && javaClass.classLoader.getResource(resource) != null

    /**
     * A server on the loopback address that keeps nothing, ready to answer.
     *
     * @param options as on its command line: `"--cluster-enabled", "yes"`
     */
    fun start(vararg options: String, port: Int = freePort()): RedisServer {
        val folder = ServerFiles.fresh("redis")
        val fixed = listOf("--port", "$port", "--bind", "127.0.0.1", "--dir", folder.toString(), "--save", "", "--appendonly", "no")
        val process = LocalProcess.start(folder, listOf(executable().toString()) + fixed + options)
        process.await { ping(port) }
        return RedisServer(port, process)
    }

    private fun executable(): Path {
        val name = checkNotNull(resource) { "no Redis for this system" }
        val folder =
            ServerFiles.kept(name) { folder ->
                val file = folder.resolve("redis-server")
                javaClass.classLoader.getResourceAsStream(name)!!.use { Files.copy(it, file) }
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"))
            }
        return folder.resolve("redis-server")
    }

    /** Any answer will do, also that a password is wanted. */
    private fun ping(port: Int) {
        Socket(InetAddress.getLoopbackAddress(), port).use { socket ->
            socket.soTimeout = 1_000
            socket.getOutputStream().write("PING\r\n".toByteArray())
            check(socket.getInputStream().read() in listOf('+'.code, '-'.code))
        }
    }
}

/** A running Redis; closing it ends it. */
class RedisServer(val port: Int, private val process: LocalProcess) : AutoCloseable by process {
    val isAlive: Boolean get() = process.isAlive

    val url: String get() = "redis://127.0.0.1:$port/0"
}
