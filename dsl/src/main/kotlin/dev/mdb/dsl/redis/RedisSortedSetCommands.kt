package dev.mdb.dsl.redis

/** Commands on sorted sets. */
public interface RedisSortedSetCommands : RedisRecorder {
    public fun zadd(key: Any, score: Double, member: Any) {
        command("ZADD", key, score, member)
    }

    /** @param scores by member */
    public fun zadd(key: Any, scores: Map<out Any, Double>) {
        commands("ZADD", listOf(key), scores.map { (member, score) -> listOf(score, member) })
    }

    public fun zrem(key: Any, vararg members: Any) {
        commands("ZREM", listOf(key), members.map { listOf(it) })
    }

    public fun zincrby(key: Any, amount: Double, member: Any) {
        command("ZINCRBY", key, amount, member)
    }

    public fun zremrangebyrank(key: Any, start: Long, stop: Long) {
        command("ZREMRANGEBYRANK", key, start, stop)
    }

    /** Both ends are meant too; `Double.NEGATIVE_INFINITY` and its sister stand for no end. */
    public fun zremrangebyscore(key: Any, min: Double, max: Double) {
        command("ZREMRANGEBYSCORE", key, bound(min), bound(max))
    }

    private fun bound(score: Double) =
        when (score) {
            Double.NEGATIVE_INFINITY -> "-inf"
            Double.POSITIVE_INFINITY -> "+inf"
            else -> score.toString()
        }

    public fun zcard(key: Any): Long = number("ZCARD", key)

    public fun zscore(key: Any, member: Any): Double? = one("ZSCORE", key, member)?.toString()?.toDouble()

    /** By score, the lowest first. */
    public fun zrange(key: Any, start: Long = 0, stop: Long = -1): List<String> = texts("ZRANGE", key, start, stop)
}
