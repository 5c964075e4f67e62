package dev.mdb

import dev.mdb.project.ScriptCompiler
import dev.mdb.resource.Kind
import dev.mdb.resource.TestResource
import dev.mdb.resource.withResource
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.connect
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import java.util.concurrent.TimeUnit
import java.util.logging.LogManager

/** Threads of a driver's own, one for a process however often it connects. */
private val ofDrivers = listOf("mysql-cj-abandoned-connection-cleanup", "PostgreSQL-JDBC-Cleaner")

private fun threads() =
    Thread
        .getAllStackTraces()
        .keys
        .filter { it.isAlive && ofDrivers.none(it.name::startsWith) }
        .toSet()

/** Sessions on the server that are not of the one who asks. */
private fun TestResource.sessions(): Int =
    when (kind) {
        Kind.POSTGRES -> count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
        Kind.MYSQL, Kind.MARIADB ->
            count("SELECT count(*) FROM information_schema.processlist WHERE db = database() AND id <> connection_id()")
        Kind.REDIS -> PlainRedis.use(url) { clientList().trim().lines().size - 1 }
        Kind.SQLITE -> 0
    }

private fun TestResource.count(sql: String): Int =
    connect(url).use { connection ->
        connection.createStatement().use { statement ->
            statement.executeQuery(sql).let { rows ->
                rows.next()
                rows.getInt(1)
            }
        }
    }

private fun LibraryProject.upAndDown(url: String) =
    at().url(if (url.startsWith("redis")) "cache" else "notes", url).open().use { mdb ->
        mdb.resource(if (url.startsWith("redis")) "cache" else "notes").run {
            upgrade("head")
            downgrade("base")
            status().isUpToDate shouldBe false
        }
    }

/** Drivers end their threads behind their `close`. Without coroutines, which would leave threads of their own. */
private fun soon(condition: () -> Boolean) {
    val end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20)
    while (!condition() && System.nanoTime() < end) Thread.sleep(100)
}

class NothingLeftBehindTest :
    FunSpec({
        test("however often an Mdb is opened and closed, no thread stays and no session on the server") {
            withResource {
                (if (kind == Kind.REDIS) LibraryProject.greetings() else LibraryProject.notes()).use { project ->
                    project.upAndDown(url)
                    val before = threads()
                    repeat(4) { project.upAndDown(url) }
                    soon { (threads() - before).isEmpty() }
                    (threads() - before).map { it.name }.shouldBeEmpty()
                    // Afterwards: to ask takes threads too.
                    soon { sessions() == 0 }
                    sessions() shouldBe 0
                }
            }
        }

        test("the host's logging, its properties and its class loaders stay as they were, also when scripts are compiled") {
            val root = LogManager.getLogManager().getLogger("")

            fun host() =
                mapOf(
                    "handlers" to root.handlers.toList(),
                    "level" to root.level,
                    "context" to Thread.currentThread().contextClassLoader,
                    "uncaught" to Thread.getDefaultUncaughtExceptionHandler(),
                    "out" to System.out,
                )
            LibraryProject.notes().use { project ->
                project.upAndDown("sqlite:first.db")
                val before = host()
                val properties = System.getProperties().toMap()
                project.file("notes/late.migration.kts", "revision { id = \"late\"; down(\"fill_note\"); upgrade { }; downgrade { } }")
                project.upAndDown("sqlite:second.db")
                host() shouldContainExactly before
                withClue("system properties") { System.getProperties().toMap() shouldContainExactly properties }
                ScriptCompiler.embedded().fingerprint().length shouldBe 64
            }
        }
    })
