package dev.mdb.dsl.redis

/** Commands on lists. */
public interface RedisListCommands : RedisRecorder {
    /** Puts each before the ones that are there: the last one given comes first. */
    public fun lpush(key: Any, vararg values: Any) {
        commands("LPUSH", listOf(key), values.map { listOf(it) })
    }

    public fun rpush(key: Any, vararg values: Any) {
        commands("RPUSH", listOf(key), values.map { listOf(it) })
    }

    public fun lset(key: Any, index: Long, value: Any) {
        command("LSET", key, index, value)
    }

    /** @param count that many from the front, from the back when negative, all when 0 */
    public fun lrem(key: Any, count: Long, value: Any) {
        command("LREM", key, count, value)
    }

    public fun ltrim(key: Any, start: Long, stop: Long) {
        command("LTRIM", key, start, stop)
    }

    public fun llen(key: Any): Long = number("LLEN", key)

    public fun lrange(key: Any, start: Long = 0, stop: Long = -1): List<String> = texts("LRANGE", key, start, stop)
}
