package dev.mdb.testing

import io.lettuce.core.api.sync.RedisCommands
import io.lettuce.core.cluster.SlotHash
import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket

private const val SLOTS = 16_384
private const val BUS = 10_000
private const val HIGHEST = 65_535

/** Three nodes that share the slots between them; closing it ends them. */
class RedisCluster private constructor(private val nodes: List<RedisServer>) : AutoCloseable {
    /** Names two of the nodes: the third is found. */
    val url: String get() = "redis://127.0.0.1:${nodes[0].port},127.0.0.1:${nodes[1].port}/"

    /** Asks each node, in the order of their slots. */
    fun <T> onEach(body: RedisCommands<String, String>.() -> T): List<T> = nodes.map { PlainRedis.use(it.url, body) }

    /** The value of a plain key, wherever it is. */
    fun get(key: String): String? =
        PlainRedis.use(nodes[SlotHash.getSlot(key) * nodes.size / SLOTS].url) { get(key) }

    override fun close() {
        nodes.forEach(RedisServer::close)
    }

    private fun join() {
        nodes.forEachIndexed { i, node ->
            PlainRedis.use(node.url) {
                clusterAddSlots(*(bound(i) until bound(i + 1)).toList().toIntArray())
                if (i > 0) clusterMeet("127.0.0.1", nodes[0].port)
            }
        }
        nodes.forEach(::await)
    }

    private fun bound(i: Int) = (i * SLOTS + nodes.size - 1) / nodes.size

    private fun await(node: RedisServer) {
        repeat(1_000) {
            val info = PlainRedis.use(node.url) { clusterInfo() }
            if ("cluster_state:ok" in info && "cluster_known_nodes:${nodes.size}" in info) return
            Thread.sleep(20)
        }
        throw IOException("the cluster did not come together")
    }

    companion object {
        fun start(): RedisCluster {
            val nodes =
                List(3) { RedisBinary.start("--cluster-enabled", "yes", "--cluster-node-timeout", "5000", port = portWithBus()) }
            return RedisCluster(nodes).apply { join() }
        }

        /** The nodes talk to each other on a second port, which is that much higher. */
        private fun portWithBus(): Int = generateSequence(::freePort).first { it + BUS <= HIGHEST && isFree(it + BUS) }

        private fun isFree(port: Int) =
            try {
                ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close()
                true
            } catch (_: IOException) {
                false
            }
    }
}
