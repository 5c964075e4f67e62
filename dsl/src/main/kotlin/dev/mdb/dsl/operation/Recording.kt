package dev.mdb.dsl.operation

import dev.mdb.dsl.OperationScope
import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.Row

/** Writes down what a block would do, to take it back. Nothing runs. */
internal class Recording private constructor(private val context: BlockContext) : BlockContext by context {
    private val undone = ArrayList<Operation>()

    /** The inverses, last operation first. */
    fun inverses(): List<Operation> = undone.reversed()

    /** Thrown inside the block, so that the place in the script is known. */
    override fun run(operation: Operation) {
        undone += operation.inverse().orElseThrow { irreversible(operation) }
    }

    override fun query(sql: String, parameters: List<Any?>): List<Row> =
        throw MdbException(
            Problem
                .of(Category.FAILED, "reversible-query", "a block that is to be taken back cannot ask the database: $sql")
                .help("the answer is another when it is taken back; write upgrade { } and downgrade { }"),
        )

    private fun irreversible(operation: Operation) =
        MdbException(
            Problem
                .of(Category.FAILED, "no-inverse", "'${operation.describe()}' has no inverse, so the block cannot be taken back")
                .help("tell the operation what there was before (was = …, undo = …, the columns), or write upgrade { } and downgrade { }"),
        )

    companion object {
        /** @throws MdbException when an operation has no inverse, or when the block asks the database */
        fun of(context: BlockContext, block: OperationScope.() -> Unit): Recording =
            Recording(context).also { OperationScope(it).block() }
    }
}
