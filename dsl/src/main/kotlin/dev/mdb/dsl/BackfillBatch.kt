package dev.mdb.dsl

/**
 * The rows that a batch of a backfill is about: those whose key lies behind [after] and up to [last].
 *
 * @property after last key of the batch before, or null in the first one
 * @property last key of the last row of this batch
 * @property rows how many there are
 */
public class BackfillBatch internal constructor(
    private val column: String,
    public val after: Any?,
    public val last: Any,
    public val rows: Long,
) {
    /** The condition for `WHERE`, with a `?` for each of the [keys]. */
    public val where: String get() = if (after == null) "$column <= ?" else "$column > ? AND $column <= ?"

    /** What is bound to the `?` of [where]. */
    public val keys: Array<Any> get() = listOfNotNull(after, last).toTypedArray()
}
