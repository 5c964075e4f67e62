package dev.mdb.dsl.redis

/** Commands on sets. */
public interface RedisSetCommands : RedisRecorder {
    public fun sadd(key: Any, vararg members: Any) {
        commands("SADD", listOf(key), members.map { listOf(it) })
    }

    public fun srem(key: Any, vararg members: Any) {
        commands("SREM", listOf(key), members.map { listOf(it) })
    }

    public fun smove(source: Any, destination: Any, member: Any) {
        command("SMOVE", source, destination, member)
    }

    public fun sismember(key: Any, member: Any): Boolean = number("SISMEMBER", key, member) == 1L

    public fun scard(key: Any): Long = number("SCARD", key)

    public fun smembers(key: Any): Set<String> = texts("SMEMBERS", key).toSet()
}
