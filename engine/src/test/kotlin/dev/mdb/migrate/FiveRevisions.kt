package dev.mdb.migrate

import dev.mdb.operation.BatchedOperation
import dev.mdb.operation.BlockContext
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.operation.TransactionMode
import dev.mdb.resource.Sql
import dev.mdb.resource.sqlite.Alter
import dev.mdb.resource.sqlite.alter
import dev.mdb.schema.Column
import dev.mdb.schema.ColumnPatch
import dev.mdb.schema.Dialect
import java.util.Optional

/**
 * A line of five revisions in which everything shows when it is done twice or left out: two in a transaction, two without one
 * (the fourth with batches), and one with batches in its transaction. A column is changed in both ways: on SQLite its table is rebuilt,
 * and has children.
 */
fun fiveRevisions(kind: String): TestScripts = if (kind == "redis") fiveOfRedis() else fiveOfSql()

val fiveIds = listOf("r1", "r2", "r3", "r4", "r5")

private const val ITEMS = 5

private fun fiveOfSql() =
    TestScripts().apply {
        revision("r1") {
            sql("CREATE TABLE item (n INTEGER PRIMARY KEY, v INTEGER)")
            sql("CREATE TABLE counter (n INTEGER)")
            sql("INSERT INTO counter VALUES (?)", 0)
            sql("INSERT INTO item VALUES ${(1..ITEMS).joinToString { "($it, $it)" }}")
            sql("CREATE TABLE piece (item INTEGER REFERENCES item (n) ON DELETE CASCADE)")
            sql("INSERT INTO piece VALUES (1), (2)")
        }
        revision("r2", "r1") {
            count()
            sql("ALTER TABLE item ADD COLUMN note VARCHAR(20)")
            run(Several("UPDATE counter SET n = n + 1", "CREATE TABLE visit (n INTEGER)", "INSERT INTO visit VALUES (1)"))
        }
        revision("r3", "r2", transaction = TransactionMode.NONE) {
            sql("CREATE INDEX ${if (dialect().get() == Dialect.POSTGRESQL) "CONCURRENTLY " else ""}item_v ON item (v)")
            count()
            run(Alter("item", alter("v", ColumnPatch.to(Column.of("v", "BIGINT", true)))))
            sql("ALTER TABLE visit RENAME TO journey")
        }
        revision("r4", "r3", transaction = TransactionMode.NONE) {
            count()
            run(DoubleItems("n"))
            sql("ALTER TABLE item ADD COLUMN more INTEGER")
        }
        revision("r5", "r4") {
            run(DoubleItems("n"))
            run(Alter("item", alter("v", ColumnPatch.to(Column.of("v", "INTEGER", true)))))
            sql("DROP TABLE journey")
            count()
        }
    }

private fun BlockContext.count() = sql("UPDATE counter SET n = n + 1")

private class Several(private vararg val texts: String) : SqlOperation {
    override fun describe() = "several statements"

    override fun render(dialect: Dialect) = texts.map(SqlStatement::of)
}

/** Doubles the values of the items, two at a time. */
private class DoubleItems(private val column: String) : BatchedOperation {
    override fun describe() = "double the items"

    override fun start() = "0"

    override fun batch(cursor: String, context: BlockContext): BatchedOperation.Batch {
        val rows = context.query("SELECT $column FROM item WHERE $column > ? ORDER BY $column LIMIT 2", listOf(cursor.toInt()))
        val keys = rows.map { (it[column] as Number).toInt() }
        keys.forEach { context.run(Sql("UPDATE item SET v = v * 2 WHERE n = ?", it)) }
        return BatchedOperation.Batch(Optional.ofNullable(keys.lastOrNull()?.toString()), keys.size.toLong())
    }
}

private fun fiveOfRedis() =
    TestScripts().apply {
        revision("r1") {
            redis("INCR", "counter")
            redis("HSET", "item:1", "v", 1)
            redis("HSET", "item:2", "v", 2)
        }
        revision("r2", "r1") {
            redis("INCR", "counter")
            run(RedisOperation(listOf(RedisCommand.of("RPUSH", "journey", "a"), RedisCommand.of("INCR", "other"))))
            redis("RPUSH", "journey", "b")
        }
        revision("r3", "r2", transaction = TransactionMode.NONE) {
            redis("RPUSH", "journey", "c")
            redis("INCR", "counter")
            redis("HINCRBY", "item:1", "v", 1)
        }
        revision("r4", "r3", transaction = TransactionMode.NONE) {
            redis("INCR", "counter")
            run(CountUp("{counter}"))
            redis("RENAME", "other", "{other}new")
        }
        revision("r5", "r4") {
            run(CountUp("{item:2}"))
            redis("RPUSH", "journey", "d")
            redis("INCR", "counter")
        }
    }

private fun BlockContext.redis(vararg command: Any) =
    run(RedisOperation(listOf(RedisCommand.of(command.first() as String, *command.drop(1).toTypedArray()))))

/** Counts five keys up, two at a time. */
private class CountUp(private val prefix: String) : BatchedOperation {
    override fun describe() = "count $prefix up"

    override fun start() = "0"

    override fun batch(cursor: String, context: BlockContext): BatchedOperation.Batch {
        val from = cursor.toInt()
        val to = minOf(from + 2, ITEMS)
        for (n in from until to) context.redis("INCR", "$prefix:$n")
        return BatchedOperation.Batch(Optional.of("$to").filter { to < ITEMS }, (to - from).toLong())
    }
}
