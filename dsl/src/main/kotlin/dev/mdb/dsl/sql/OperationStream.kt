package dev.mdb.dsl.sql

import dev.mdb.operation.Operation

/** What the functions of a block append their operations to. */
public interface OperationStream {
    /** Appends one operation, which is done (or printed) before this returns: also for operations of your own. */
    public fun append(operation: Operation)

    /**
     * The text of a file beside the script, in UTF-8.
     *
     * @throws dev.mdb.error.MdbException when there is none
     */
    public fun fileText(path: String): String
}
