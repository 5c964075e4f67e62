package dev.mdb.testing

import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.util.concurrent.ConcurrentHashMap
import kotlin.concurrent.thread

/** Passes bytes on between clients and a server of this machine, and cuts the connections when it is told to. */
class CuttingProxy(private val serverPort: Int) : AutoCloseable {
    private val listening = ServerSocket(0, 50, InetAddress.getLoopbackAddress())
    private val open: MutableSet<Pair<Socket, Socket>> = ConcurrentHashMap.newKeySet()

    @Volatile
    private var armed = false

    @Volatile
    private var swallowed = false

    val port: Int get() = listening.localPort

    init {
        daemon { while (true) accept(listening.accept()) }
    }

    /** Cuts all connections; new ones are taken. */
    fun cut() = open.toList().forEach(::cut)

    /**
     * Runs [body], and cuts the connections when the server first answers: the request has come through, the answer does not.
     *
     * @return was there an answer to cut?
     */
    fun swallowingReplies(body: () -> Unit): Boolean {
        swallowed = false
        armed = true
        try {
            body()
        } finally {
            armed = false
        }
        return swallowed
    }

    private fun accept(client: Socket) {
        val server = Socket(InetAddress.getLoopbackAddress(), serverPort)
        val pair = client to server
        open.add(pair)
        daemon { pass(pair, client, server) { false } }
        daemon { pass(pair, server, client) { armed } }
    }

    private fun pass(pair: Pair<Socket, Socket>, from: Socket, to: Socket, swallows: () -> Boolean) {
        try {
            val buffer = ByteArray(65_536)
            while (true) {
                val count = from.getInputStream().read(buffer)
                if (count < 0) break
                if (swallows()) {
                    swallowed = true
                    cut()
                    break
                }
                to.getOutputStream().write(buffer, 0, count)
            }
        } finally {
            cut(pair)
        }
    }

    private fun cut(pair: Pair<Socket, Socket>) {
        open.remove(pair)
        pair.toList().forEach(Socket::close)
    }

    private fun daemon(body: () -> Unit) =
        thread(isDaemon = true) {
            try {
                body()
            } catch (_: IOException) {
                // Cut.
            }
        }

    override fun close() {
        listening.close()
        cut()
    }
}
