package dev.mdb.dsl.redis

/** Commands on streams. */
public interface RedisStreamCommands : RedisRecorder {
    /** @param id `*` = the server numbers it */
    public fun xadd(key: Any, values: Map<out Any, Any>, id: String = "*") {
        command("XADD", key, id, *values.flatMap { (field, value) -> listOf(field, value) }.toTypedArray())
    }

    public fun xdel(key: Any, vararg ids: String) {
        commands("XDEL", listOf(key), ids.map { listOf(it) })
    }

    /** Keeps the newest [count] entries. */
    public fun xtrim(key: Any, count: Long) {
        command("XTRIM", key, "MAXLEN", count)
    }

    /** Makes the stream too where there is none. @param from id after which the group reads; `$` = only what comes */
    public fun xgroupCreate(key: Any, group: String, from: String = "$") {
        command("XGROUP", "CREATE", key, group, from, "MKSTREAM")
    }

    public fun xgroupDestroy(key: Any, group: String) {
        command("XGROUP", "DESTROY", key, group)
    }

    public fun xlen(key: Any): Long = number("XLEN", key)
}
