package dev.mdb.testing

import io.lettuce.core.RedisClient
import io.lettuce.core.api.sync.RedisCommands

/** A plain connection of Lettuce, which mdb knows nothing of. */
class PlainRedis(url: String) : AutoCloseable {
    private val client = RedisClient.create(url)

    val commands: RedisCommands<String, String> = client.connect().sync()

    override fun close() {
        client.shutdown(0, 1, java.util.concurrent.TimeUnit.SECONDS)
    }

    companion object {
        fun <T> use(url: String, body: RedisCommands<String, String>.() -> T): T = PlainRedis(url).use { it.commands.body() }
    }
}
