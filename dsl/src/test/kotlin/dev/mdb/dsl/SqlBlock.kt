package dev.mdb.dsl

import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.Operation
import dev.mdb.operation.Row
import dev.mdb.operation.SqlOperation
import dev.mdb.resource.Part
import dev.mdb.resource.Session
import dev.mdb.schema.Dialect
import java.nio.file.Path

/** A block that runs on a real database; [operations] is what it has appended so far. */
class SqlBlock(
    private val session: Session,
    private val kind: String,
    private val folder: Path,
    private val arguments: Map<String, String> = emptyMap(),
) : BlockContext {
    val operations = ArrayList<Operation>()

    override fun revision() = "r1"

    override fun kind() = kind

    override fun dialect() = session.dialect()

    override fun arguments() = arguments

    override fun folder() = folder

    override fun run(operation: Operation) {
        operations.add(operation)
        if (operation is BatchedOperation) operation.runAll(this) else session.parts(operation).forEach(Part::run)
    }

    override fun query(sql: String, parameters: List<Any?>): List<Row> = session.query(sql, parameters)

    fun texts(dialect: Dialect) = operations.flatMap { (it as SqlOperation).render(dialect) }.map { it.text() }
}
