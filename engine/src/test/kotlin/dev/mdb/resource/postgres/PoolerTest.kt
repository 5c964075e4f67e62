package dev.mdb.resource.postgres

import dev.mdb.error.MdbException
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.jdbc.ServerLock
import dev.mdb.resource.jdbc.TableName
import dev.mdb.resource.owner
import dev.mdb.resource.withResource
import dev.mdb.testing.connect
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Proxy
import java.sql.Connection
import java.time.Duration
import java.util.Optional

/** What a pooler in transaction mode does: each statement goes to the next of its sessions. */
private fun pooled(vararg sessions: Connection): Connection {
    var next = 0
    return Proxy.newProxyInstance(Connection::class.java.classLoader, arrayOf(Connection::class.java)) { _, method, arguments ->
        try {
            if (method.name == "close") {
                sessions.forEach(Connection::close)
            } else {
                method.invoke(sessions[next++ % sessions.size], *arguments.orEmpty())
            }
        } catch (e: InvocationTargetException) {
            throw e.targetException
        }
    } as Connection
}

class PoolerTest :
    FunSpec({
        test("a lock that lands on another session of a pooler is noticed before anything runs, and not kept") {
            withResource(Kind.POSTGRES) {
                val table = TableName(Optional.empty(), "mdb_version")
                val connection = pooled(connect(url), connect(url))
                val failure =
                    shouldThrow<MdbException> {
                        val wait = LockWait(Duration.ZERO) {}
                        ServerLock.take(connection, { PostgresLock.on(connection, owner, table) }, PostgresEngine(), wait, "test")
                    }
                val problem = failure.problems().single()
                problem.code() shouldBe "lock-stranded"
                problem.message() shouldContain "pooler in transaction mode"
                resource.lock(owner, LockWait(Duration.ofSeconds(20)) {}).close()
            }
        }
    })
