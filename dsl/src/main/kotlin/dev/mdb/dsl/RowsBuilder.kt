package dev.mdb.dsl

/** The rows of one `insert { }`. No marker keeps it from the block around it: `args` and `query` are of use for values. */
public class RowsBuilder internal constructor() {
    internal val rows: MutableList<Map<String, Any?>> = ArrayList()

    /** One row; columns that are not named take their default. */
    public fun row(vararg values: Pair<String, Any?>) {
        rows.add(linkedMapOf(*values))
    }
}
