package dev.mdb.dsl.redis

/** Commands on hashes. */
public interface RedisHashCommands : RedisRecorder {
    public fun hset(key: Any, field: Any, value: Any) {
        command("HSET", key, field, value)
    }

    public fun hset(key: Any, values: Map<out Any, Any>) {
        commands("HSET", listOf(key), values.map { (field, value) -> listOf(field, value) })
    }

    /** The name before [hset] took several fields. */
    public fun hmset(key: Any, values: Map<out Any, Any>) {
        hset(key, values)
    }

    public fun hsetnx(key: Any, field: Any, value: Any) {
        command("HSETNX", key, field, value)
    }

    public fun hdel(key: Any, vararg fields: Any) {
        commands("HDEL", listOf(key), fields.map { listOf(it) })
    }

    public fun hincrby(key: Any, field: Any, amount: Long) {
        command("HINCRBY", key, field, amount)
    }

    public fun hincrbyfloat(key: Any, field: Any, amount: Double) {
        command("HINCRBYFLOAT", key, field, amount)
    }

    public fun hget(key: Any, field: Any): String? = text(one("HGET", key, field), key)

    public fun hexists(key: Any, field: Any): Boolean = number("HEXISTS", key, field) == 1L

    public fun hkeys(key: Any): List<String> = texts("HKEYS", key)

    public fun hlen(key: Any): Long = number("HLEN", key)

    /** Empty when there is no such key. */
    public fun hgetall(key: Any): Map<String, String> = texts("HGETALL", key).chunked(2).associate { (field, value) -> field to value }
}
