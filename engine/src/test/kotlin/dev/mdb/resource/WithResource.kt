package dev.mdb.resource

import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.schema.Dialect
import dev.mdb.testing.Database
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.TestServers
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.deleteRecursively

/** A kind of resource that tests run on; each use gets a fresh, empty place. */
enum class Kind {
    SQLITE {
        override fun place(folder: Path) = Place("sqlite:" + folder.resolve("test.db"))
    },
    POSTGRES {
        override fun place(folder: Path) = database(TestServers.POSTGRES)
    },
    MYSQL {
        override fun place(folder: Path) = database(TestServers.MYSQL)
    },
    MARIADB {
        override fun place(folder: Path) = database(TestServers.MARIADB)
    },
    REDIS {
        override fun place(folder: Path) = TestServers.REDIS.find()?.let { emptied(it.url.replaceAfterLast('/', "3")) }
    }, ;

    /** @return null where there is no server of this kind: the tests are left out then, and the end of the test run says so */
    abstract fun place(folder: Path): Place?

    /** What stands in the text about the holder of a lock: MariaDB does not tell more than its connection. */
    val holder: String get() = if (this == MARIADB) "connection " else "tester@testhost"

    companion object {
        /** Those that speak SQL. */
        val relational = arrayOf(SQLITE, POSTGRES, MYSQL, MARIADB)

        /** Those of them that have a server. */
        val servers = arrayOf(POSTGRES, MYSQL, MARIADB)
    }
}

/** A database of a Redis, empty at both ends of a test. */
private fun emptied(url: String): Place {
    val empty = { PlainRedis.use(url) { flushdb() } }
    empty()
    return Place(url) { empty() }
}

private fun database(server: TestServers) = server.find()?.let(Database::on)?.let { Place(it.url, it::close) }

/**
 * Where a test may do what it likes.
 *
 * @property remove called after the test
 */
class Place(val url: String, val remove: () -> Unit = {})

/** A fresh resource, and how to make another view of it. */
class TestResource(val kind: Kind, val url: String, val folder: Path) {
    val resource: Resource = open()

    /** Does the engine take back all of a failed block? */
    val transactional: Boolean get() = resource.connect(Access.READ).use { it.rollsBackSchemaChanges() }

    fun open(
        versionTable: String = "mdb_version",
        url: String = this.url,
        user: String? = null,
        password: String? = null,
        versionSchema: String? = null,
        lockTimeout: Duration = Duration.ofSeconds(1),
    ): Resource =
        Resources.create(
            ResourceSettings(
                "test",
                url,
                Optional.ofNullable(user),
                Optional.ofNullable(password),
                versionTable,
                Optional.ofNullable(versionSchema),
                lockTimeout,
                folder,
            ),
        )
}

/** Runs a test on each kind, every time on a fresh resource. */
fun withResource(vararg kinds: Kind = Kind.entries.toTypedArray(), test: TestResource.() -> Unit) {
    kinds.forEach { withResource(it, test) }
}

@OptIn(ExperimentalPathApi::class)
private fun withResource(kind: Kind, test: TestResource.() -> Unit) {
    val folder = Files.createTempDirectory("mdb test ")
    try {
        val place = kind.place(folder) ?: return
        try {
            TestResource(kind, place.url, folder).test()
        } finally {
            place.remove()
        }
    } catch (e: AssertionError) {
        throw AssertionError("on $kind: ${e.message}", e)
    } catch (e: Exception) {
        throw AssertionError("on $kind: $e", e)
    } finally {
        folder.deleteRecursively()
    }
}

/** SQL as it is. */
class Sql(private val text: String, vararg parameters: Any?) : SqlOperation {
    private val batch = if (parameters.isEmpty()) emptyList() else listOf(parameters.asList())

    override fun describe() = text

    override fun render(dialect: Dialect) = listOf(SqlStatement(text, batch))
}

/** Runs all parts of an operation. */
fun Session.execute(operation: dev.mdb.operation.Operation) = parts(operation).forEach(Part::run)

val owner = RunOwner("tester", "testhost", 42, "mdb test")
