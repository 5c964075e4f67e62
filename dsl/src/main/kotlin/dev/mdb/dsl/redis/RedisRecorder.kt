package dev.mdb.dsl.redis

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem

/** How many arguments one command gets at most; longer lists become several commands. */
private const val CHUNK = 1_000

/** Takes commands of any name: for those that have no function of their own here. */
public interface RedisRecorder {
    /** Records a command that writes: `command("GEOADD", "places", 13.4, 52.5, "Berlin")`. */
    public fun command(name: String, vararg arguments: Any)

    /**
     * Asks a command that only reads: `query("LPOS", "queue", "job:7")`. The elements of its reply, or the one value; texts, numbers,
     * lists, null, and byte arrays where the bytes are no UTF-8.
     */
    public fun query(name: String, vararg arguments: Any): List<Any?>
}

/** Several commands instead of a very long one: the server does them together all the same. */
internal fun RedisRecorder.commands(name: String, fixed: List<Any>, more: List<List<Any>>) {
    more.chunked(CHUNK).forEach { part -> command(name, *(fixed + part.flatten()).toTypedArray()) }
}

internal fun RedisRecorder.one(name: String, vararg arguments: Any): Any? = query(name, *arguments).single()

internal fun RedisRecorder.number(name: String, vararg arguments: Any): Long = one(name, *arguments) as Long

internal fun RedisRecorder.texts(name: String, vararg arguments: Any): List<String> =
    query(name, *arguments).map { text(it, arguments.first()) ?: "" }

/** @throws MdbException for bytes that are no text */
internal fun text(value: Any?, key: Any): String? {
    if (value !is ByteArray) return value?.toString()
    throw MdbException(
        Problem.of(Category.FAILED, "no-text", "what is in '$key' is no text in UTF-8").help("read it with getBytes or query"),
    )
}
