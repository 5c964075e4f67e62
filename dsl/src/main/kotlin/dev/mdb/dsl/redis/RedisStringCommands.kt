package dev.mdb.dsl.redis

import kotlin.time.Duration

/** Commands on plain values. */
public interface RedisStringCommands : RedisRecorder {
    /**
     * @param expires null = never
     * @param nx only when the key does not exist
     * @param xx only when it does
     */
    public fun set(key: Any, value: Any, expires: Duration? = null, nx: Boolean = false, xx: Boolean = false) {
        val options = ArrayList<Any>()
        expires?.let { options.addAll(listOf("PX", it.inWholeMilliseconds)) }
        if (nx) options.add("NX")
        if (xx) options.add("XX")
        command("SET", key, value, *options.toTypedArray())
    }

    public fun setex(key: Any, seconds: Long, value: Any) {
        command("SETEX", key, seconds, value)
    }

    public fun psetex(key: Any, milliseconds: Long, value: Any) {
        command("PSETEX", key, milliseconds, value)
    }

    public fun setnx(key: Any, value: Any) {
        command("SETNX", key, value)
    }

    public fun mset(values: Map<out Any, Any>) {
        commands("MSET", emptyList(), values.map { (key, value) -> listOf(key, value) })
    }

    public fun append(key: Any, value: Any) {
        command("APPEND", key, value)
    }

    public fun setrange(key: Any, offset: Long, value: Any) {
        command("SETRANGE", key, offset, value)
    }

    public fun setbit(key: Any, offset: Long, value: Int) {
        command("SETBIT", key, offset, value)
    }

    public fun incr(key: Any) {
        command("INCR", key)
    }

    public fun incrby(key: Any, amount: Long) {
        command("INCRBY", key, amount)
    }

    public fun incrbyfloat(key: Any, amount: Double) {
        command("INCRBYFLOAT", key, amount)
    }

    public fun decr(key: Any) {
        command("DECR", key)
    }

    public fun decrby(key: Any, amount: Long) {
        command("DECRBY", key, amount)
    }

    /** @throws dev.mdb.error.MdbException for bytes that are no text: [getBytes] reads them */
    public fun get(key: Any): String? = text(one("GET", key), key)

    public fun getBytes(key: Any): ByteArray? = one("GET", key).let { it as? ByteArray ?: (it as String?)?.toByteArray() }

    public fun mget(vararg keys: Any): List<String?> = query("MGET", *keys).mapIndexed { i, value -> text(value, keys[i]) }
}
