package dev.mdb.dsl.redis

import java.time.Instant
import kotlin.time.Duration

/** Commands on keys of any type. */
public interface RedisKeyCommands : RedisRecorder {
    public fun del(vararg keys: Any) {
        commands("DEL", emptyList(), keys.map { listOf(it) })
    }

    /** As [del], but the memory is freed later: for large values. */
    public fun unlink(vararg keys: Any) {
        commands("UNLINK", emptyList(), keys.map { listOf(it) })
    }

    public fun expire(key: Any, seconds: Long) {
        command("EXPIRE", key, seconds)
    }

    public fun expire(key: Any, after: Duration) {
        command("PEXPIRE", key, after.inWholeMilliseconds)
    }

    public fun pexpire(key: Any, milliseconds: Long) {
        command("PEXPIRE", key, milliseconds)
    }

    public fun expireat(key: Any, at: Instant) {
        command("PEXPIREAT", key, at.toEpochMilli())
    }

    /** Takes the expiry away. */
    public fun persist(key: Any) {
        command("PERSIST", key)
    }

    /** Fails when [key] does not exist. */
    public fun rename(key: Any, newKey: Any) {
        command("RENAME", key, newKey)
    }

    /** Leaves both alone when [newKey] exists. */
    public fun renamenx(key: Any, newKey: Any) {
        command("RENAMENX", key, newKey)
    }

    /** @param replace without it, an existing [destination] is left alone */
    public fun copy(source: Any, destination: Any, replace: Boolean = false) {
        if (replace) command("COPY", source, destination, "REPLACE") else command("COPY", source, destination)
    }

    public fun exists(key: Any): Boolean = number("EXISTS", key) == 1L

    /** Goes through the whole database in one step: [dev.mdb.dsl.OperationScope.scan] is for large ones. */
    public fun keys(pattern: String): List<String> = texts("KEYS", pattern)

    /** `string`, `hash`, `list`, `set`, `zset`, `stream`, or `none` when there is no such key. */
    public fun type(key: Any): String = one("TYPE", key).toString()

    /** Seconds; -1 without an expiry, -2 without the key. */
    public fun ttl(key: Any): Long = number("TTL", key)
}
