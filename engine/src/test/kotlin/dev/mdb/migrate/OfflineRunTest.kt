package dev.mdb.migrate

import dev.mdb.error.MdbException
import dev.mdb.graph.Planner
import dev.mdb.graph.Target
import dev.mdb.operation.BlockContext
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.operation.TableOperation
import dev.mdb.operation.TransactionMode
import dev.mdb.resource.Kind
import dev.mdb.resource.LogEntry
import dev.mdb.resource.Resource
import dev.mdb.resource.Sql
import dev.mdb.resource.StateFields
import dev.mdb.resource.TestResource
import dev.mdb.resource.execute
import dev.mdb.resource.withResource
import dev.mdb.schema.ColumnPatch
import dev.mdb.schema.Dialect
import dev.mdb.schema.TableChange
import dev.mdb.schema.TableChange.AlterColumn
import dev.mdb.testing.Clients
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.math.BigDecimal
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.util.Optional
import java.util.UUID

/** Everything that could end a literal too early, or be taken for something else by a client. */
private const val AWKWARD = "it's; -- \\ no \\' \"x\" :name ?? \$\$ \$1 /* # `\\n\r\nsecond\tline\r\n\u001a ü € 🚀 \\"

/** One statement with many rows of values. */
private class Rows(private val text: String, private vararg val rows: List<Any?>) : SqlOperation {
    override fun describe() = "rows"

    override fun render(dialect: Dialect) = listOf(SqlStatement(text, rows.asList()))
}

private val moment = LocalDateTime.of(2026, 11, 21, 9, 30, 15, 123_456_000)

private fun values(n: Int, text: String): List<Any?> =
    listOf(
        n,
        text,
        BigDecimal("-1234567.8900"),
        1.5e-7 * n,
        n % 2 == 0,
        LocalDate.of(2026, 2, n),
        moment.plusDays(n.toLong()),
        LocalTime.of(23, 59, n),
        Instant.parse("2026-11-21T23:30:00Z"),
        UUID.fromString("8d2c2f70-0c4e-4d4c-9f3a-0f2f8f7b1a11"),
        byteArrayOf(0, 39, 92, -1, 10, 13),
    )

private val nothing = values(9, "").mapIndexed { i, value -> if (i == 0) value else null }

private fun BlockContext.table() {
    val dialect = dialect().get()
    val (bytes, identity) =
        when (dialect) {
            Dialect.POSTGRESQL -> "BYTEA" to "UUID"
            Dialect.SQLITE -> "BLOB" to "TEXT"
            else -> "VARBINARY(100)" to "CHAR(36)"
        }
    val point = if (dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE) "TIMESTAMP" else "DATETIME(6)"
    sql(
        "CREATE TABLE item (id INTEGER PRIMARY KEY, name VARCHAR(200), price DECIMAL(20,4), size DOUBLE PRECISION, sold BOOLEAN, " +
            "day DATE, moment $point, hour TIME, point $point, identity $identity, data $bytes)${if (dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE) "" else " CHARSET utf8mb4"} -- the last word",
    )
}

/** A body with semicolons in it. */
private fun BlockContext.routine() =
    when (dialect().get()) {
        Dialect.POSTGRESQL -> {
            sql("CREATE FUNCTION two(a INTEGER) RETURNS INTEGER LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT a * 2; END;")
            sql("CREATE FUNCTION first(a INTEGER[]) RETURNS INTEGER[] LANGUAGE sql IMMUTABLE AS ${'$'}${'$'} SELECT a[1:2]; ${'$'}${'$'}")
            sql("ALTER TABLE part ADD CHECK ((ARRAY[id, 2])[1:id] IS NOT NULL AND note::text <> ':id')")
        }
        Dialect.SQLITE -> sql("CREATE TRIGGER tell AFTER INSERT ON part BEGIN UPDATE item SET size = 0 WHERE id = 0; SELECT 1; END")
        else -> sql("CREATE PROCEDURE two() BEGIN SELECT 1; /* ; */ SELECT '//'; END;")
    }

private fun BlockContext.noRoutine() =
    when (dialect().get()) {
        Dialect.POSTGRESQL -> sql("DROP FUNCTION two; DROP FUNCTION first")
        Dialect.SQLITE -> sql("DROP TRIGGER tell")
        else -> sql("DROP PROCEDURE two")
    }

private fun BlockContext.redis(vararg commands: List<Any>) =
    run(RedisOperation(commands.map { RedisCommand.of(it.first() as String, *it.drop(1).toTypedArray()) }))

/** `r1 - r2 - r3` and `s1 - s2`, which depends on r2; `m` merges them. */
private fun scripts(kind: Kind) = if (kind == Kind.REDIS) ofRedis() else ofSql()

private fun ofSql() =
    TestScripts().apply {
        revision("r1", downgrade = { sql("DROP TABLE item") }) {
            table()
            val places = List(values(1, "").size) { "?" }.joinToString()
            run(Rows("INSERT INTO item VALUES ($places)", values(1, AWKWARD), values(2, "plain"), values(3, ""), nothing))
            sql("UPDATE item SET name = ? WHERE name = ? AND id -? = 3 -- ? ", "$AWKWARD again", AWKWARD, -2)
        }
        revision("r2", "r1", transaction = TransactionMode.NONE, downgrade = { sql("DROP INDEX item_name" + onItem()) }) {
            sql("CREATE INDEX ${if (dialect().get() == Dialect.POSTGRESQL) "CONCURRENTLY " else ""}item_name ON item (name)")
            sql("UPDATE item SET size = size + 1 WHERE id > ?", 1)
        }
        revision("r3", "r2", downgrade = {
            noRoutine()
            sql("DROP TABLE part")
        }) {
            sql("CREATE TABLE part (id INTEGER PRIMARY KEY, note VARCHAR(20) DEFAULT ';')")
            sql("INSERT INTO part (id) VALUES (1);")
            routine()
        }
        revision("s1", downgrade = { sql("DROP TABLE side") }) { sql("CREATE TABLE side (id INTEGER)") }
        revision("s2", "s1", downgrade = { sql("DELETE FROM side") }) {
            sql("INSERT INTO side VALUES (?)", if (arguments()["N"] == null) 1 else arguments().getValue("N").toInt())
        }
        revision("m", "r3", "s2") {}
    }

private fun <T : Any> none() = Optional.empty<T>()

private class Change(private val table: String, private vararg val changes: TableChange) : TableOperation {
    override fun describe() = "change $table"

    override fun table() = table

    override fun changes(dialect: Dialect) = changes.asList()

    override fun render(dialect: Dialect): List<SqlStatement> = throw AssertionError("asked without the table")
}

/** Two tables of which one refers to the other; `b` and `c` rebuild what the others made. */
private fun rebuilding() =
    TestScripts().apply {
        revision("a") {
            sql("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)")
            sql("CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE)")
            sql("CREATE INDEX child_parent ON child (parent)")
            sql("INSERT INTO parent VALUES (?, ?), (?, ?)", 1, AWKWARD, 2, null)
            sql("INSERT INTO child VALUES (1, 1), (2, 2)")
        }
        revision("b", "a", downgrade = { run(Change("parent", type("name", "TEXT"))) }) {
            run(Change("parent", type("name", "VARCHAR(10)")))
        }
        revision("c", "b", downgrade = { run(Change("parent", type("name", "VARCHAR(10)"))) }) {
            sql("DELETE FROM parent WHERE id > 2")
            run(Change("parent", type("name", "VARCHAR(20)")))
            sql("UPDATE parent SET name = 'short' WHERE id = 1")
        }
    }

private fun type(column: String, type: String) =
    AlterColumn(column, ColumnPatch(Optional.of(type), none(), none(), none(), none(), none(), none(), none()), none())

private fun BlockContext.onItem() = if (dialect().get() in setOf(Dialect.MYSQL, Dialect.MARIADB)) " ON item" else ""

private fun ofRedis() =
    TestScripts().apply {
        revision("r1", downgrade = { redis(listOf("DEL", "item:1", "item:2")) }) {
            redis(
                listOf("HSET", "item:1", "name", AWKWARD, "empty", ""),
                listOf("HSET", "item:2", "data", byteArrayOf(0, 39, 92, -1, 10, 13)),
            )
            redis(listOf("RPUSH", "journey", "a", "two words", "it's"))
        }
        revision("r2", "r1", transaction = TransactionMode.NONE, downgrade = { redis(listOf("DEL", "counter")) }) {
            redis(listOf("INCR", "counter"))
            redis(listOf("INCR", "counter"))
        }
        revision("r3", "r2", downgrade = { redis(listOf("RPOP", "journey")) }) { redis(listOf("RPUSH", "journey", "b")) }
        revision("s1", downgrade = { redis(listOf("DEL", "side")) }) { redis(listOf("SET", "side", 1)) }
        revision("s2", "s1", downgrade = { redis(listOf("SET", "side", 1)) }) { redis(listOf("SET", "side", arguments()["N"] ?: "1")) }
        revision("m", "r3", "s2") {}
    }

private fun targets(names: List<String>) = names.map(Target::parse)

private fun TestScripts.task(resource: Resource, from: List<String>) =
    OfflineTask("test", resource, this, graph, Planner(graph).appliedAt(targets(from)))

private fun offline() = OfflineRun("mdb test", settings("N" to "7"))

private fun TestScripts.up(resource: Resource, vararg to: String, from: List<String> = emptyList()): OfflineScript {
    val task = task(resource, from)
    return offline().migrate(task, Planner(graph).upgrade(targets(to.asList()), task.start()))
}

private fun TestScripts.down(resource: Resource, to: String, from: List<String>): OfflineScript {
    val task = task(resource, from)
    return offline().migrate(task, Planner(graph).downgrade(Target.parse(to), task.start(), false))
}

private fun TestResource.apply(script: OfflineScript) {
    val outcome = Clients.run(kind, url, folder, script.text())
    withClue(outcome.said + "\n" + script.text()) {
        outcome.failed shouldBe false
        outcome.said shouldNotContain "nothing is done"
    }
}

/** What the log says, without when, how fast, by whom and in which run. */
private fun lines(entry: LogEntry): Map<String, Any?> =
    StateFields.of(entry) - setOf("run_id", "ordinal", "at", "duration_ms", "run_by", "host", "pid", "tool")

private fun Resource.applied() = connect(dev.mdb.resource.Access.READ).use { it.state().applied() }

/** All of a resource: what the revisions made, the applied set, the log. */
private fun TestResource.everything(): List<Any> =
    listOf(
        ground().use { it.contents() },
        resource.applied().map { StateFields.of(it) - setOf("applied_at", "applied_by", "duration_ms") },
        resource.log().map(::lines),
    )

class OfflineRunTest :
    FunSpec({
        test("a script leaves what a run leaves: structure, rows, state and log; upwards, downwards, and from several heads") {
            withResource {
                val scripts = scripts(kind)
                val online = { step: MigrationTask -> migrator().run(listOf(step), settings("N" to "7")) }
                val places = ArrayList<List<Any>>()
                online(scripts.upgrade(resource, "r2", "s1")).also { places.add(everything()) }
                online(scripts.upgrade(resource, "m")).also { places.add(everything()) }
                online(scripts.downgrade(resource, "r1")).also { places.add(everything()) }
                online(scripts.downgrade(resource, "base")).also { places.add(everything()) }
                ground().use { it.reset() }

                apply(scripts.up(resource, "r2", "s1")).also { everything() shouldBe places[0] }
                apply(scripts.up(resource, "m", from = listOf("s1", "r2"))).also { everything() shouldBe places[1] }
                apply(scripts.down(resource, "r1", from = listOf("m"))).also { everything() shouldBe places[2] }
                resource.appliedIds().toSet() shouldBe setOf("r1", "s1", "s2")
                apply(scripts.down(resource, "base", from = resource.appliedIds())).also { everything() shouldBe places[3] }
                apply(scripts.up(resource, "r1"))
                online(scripts.upgrade(resource, "heads"))
                resource.appliedIds().toSet() shouldBe setOf("r1", "r2", "r3", "s1", "s2", "m")
            }
        }

        test("applied to a place that is elsewhere, a script changes nothing and says why") {
            withResource {
                val scripts = scripts(kind)
                val first = scripts.up(resource, "r1", "s1")
                apply(first)
                val before = everything()
                val others =
                    listOf(
                        first,
                        scripts.up(resource, "heads", from = listOf("r1")),
                        scripts.up(resource, "heads", from = listOf("r2", "s1")),
                        scripts.up(resource, "heads", from = listOf("r2")),
                        scripts.down(resource, "base", from = listOf("r2")),
                    )
                for (script in others) {
                    val outcome = Clients.run(kind, url, folder, script.text())
                    withClue(outcome.said) {
                        outcome.said shouldContain "the database is not at its assumed start"
                        if (kind != Kind.REDIS) outcome.failed shouldBe true
                        everything() shouldBe before
                    }
                }
                apply(scripts.up(resource, "heads", from = listOf("s1", "r1")))
            }
        }

        test("a place that mdb has never seen is no place to go on from") {
            withResource {
                val before = everything()
                val script = scripts(kind).up(resource, "heads", from = listOf("r1"))
                val outcome = Clients.run(kind, url, folder, script.text())
                if (kind != Kind.REDIS) outcome.failed shouldBe true
                everything() shouldBe before
            }
        }

        test("a stamp as a script sets what a stamp sets, and nothing else") {
            withResource {
                val scripts = scripts(kind)
                val before = ground().use { it.contents() }
                val task = scripts.task(resource, emptyList())
                apply(offline().stamp(task, Planner(scripts.graph).stamp(targets(listOf("r2", "s1")), task.start(), false)))
                val there = scripts.task(resource, listOf("r2", "s1"))
                apply(offline().stamp(there, Planner(scripts.graph).stamp(targets(listOf("r1")), there.start(), false)))
                resource.appliedIds().toSet() shouldBe setOf("r1", "s1")
                resource.log().map { "${it.action()} ${it.revision()}" }.takeLast(1) shouldBe listOf("UNSTAMP r2")
                ground().use { it.contents() } shouldBe before
            }
        }

        test("a script that breaks off in a revision without a transaction is found, and can be resumed") {
            withResource(*Kind.relational) {
                val scripts =
                    TestScripts().apply {
                        revision("a", transaction = TransactionMode.NONE) {
                            sql("CREATE TABLE t (n INTEGER)")
                            sql("INSERT INTO t VALUES (?)", 1)
                            sql("INSERT INTO " + (arguments()["TABLE"] ?: "missing") + " VALUES (?)", 2)
                        }
                    }
                val outcome = Clients.run(kind, url, folder, scripts.up(resource, "a").text())
                outcome.failed shouldBe true
                shouldThrow<MdbException> { migrator().run(listOf(scripts.upgrade(resource, "a")), settings()) }.exitStatus() shouldBe 6
                val again = Clients.run(kind, url, folder, scripts.up(resource, "a").text())
                again.said shouldContain "a run broke off half-way"
                Resumer(testOwner, testClock, MigrationListener.silent())
                    .resume(listOf(scripts.upgrade(resource, "a")), settings("TABLE" to "t"))
                resource.count("t") shouldBe 2
                resource.appliedIds() shouldBe listOf("a")
            }
        }

        test("a block that asks something is refused, every one of them with its place") {
            withResource {
                val scripts =
                    TestScripts().apply {
                        revision("a") { query(if (kind == Kind.REDIS) "DBSIZE" else "SELECT 1", emptyList()) }
                        revision("b", "a") {}
                        revision("c", "b") { error("no") }
                    }
                val problems = shouldThrow<MdbException> { scripts.up(resource, "heads") }.problems()
                problems.map { it.code() }.shouldContainExactly("needs-connection", "block-failed")
                problems[0].at().get().toString() shouldBe "a.kts:7:3"
                problems[0].revision().get() shouldBe "a"
                problems[0].help().get() shouldContain "without --sql"
            }
        }

        test("the same request gives the same text, without the time and the place of its making") {
            withResource {
                val text = scripts(kind).up(resource, "heads").text()
                scripts(kind).up(open(), "heads").text() shouldBe text
                text shouldContain "mdb test, resource test"
                text shouldContain "from base to m"
                text shouldContain "upgrade r1, message of r1"
                for (secret in listOf("testhost", "1970-01-01T00:00:01", "mdb_test_")) text shouldNotContain secret
            }
        }

        test("nothing to do is a script that does nothing") {
            withResource {
                val script = scripts(kind).up(resource, "r1", from = listOf("r1"))
                script.steps().shouldBeEmpty()
                script.text() shouldContain "nothing to do"
                apply(script)
                resource.appliedIds().shouldBeEmpty()
            }
        }

        test("a rebuild of a table on SQLite is written for the table as it is then, whether the script begins before it or behind") {
            withResource(Kind.SQLITE) {
                val scripts = rebuilding()
                for (start in listOf(emptyList(), listOf("a"), listOf("a", "b"))) {
                    migrator().run(listOf(scripts.upgrade(resource, "c")), settings())
                    val whole = everything()
                    ground().use { it.reset() }
                    start.forEach { migrator().run(listOf(scripts.upgrade(resource, it)), settings()) }
                    val script = scripts.up(resource, "c", from = start.takeLast(1))
                    script.text() shouldContain "PRAGMA foreign_keys = OFF;\nBEGIN IMMEDIATE;"
                    apply(script)
                    everything() shouldBe whole
                    apply(scripts.down(resource, "a", from = listOf("c")))
                    resource.appliedIds() shouldBe listOf("a")
                    ground().use { it.reset() }
                }
            }
        }

        test("a rebuild that would leave rows which refer to nothing is rolled back") {
            withResource(Kind.SQLITE) {
                val scripts = rebuilding()
                apply(scripts.up(resource, "b"))
                // Behind the script's back.
                resource.connect(dev.mdb.resource.Access.WRITE).use {
                    it.execute(Sql("INSERT INTO parent VALUES (3, 'x')"))
                    it.execute(Sql("INSERT INTO child VALUES (3, 3)"))
                }
                val before = everything()
                val outcome = Clients.run(kind, url, folder, scripts.up(resource, "c", from = listOf("b")).text())
                outcome.failed shouldBe true
                outcome.said shouldContain "rows would refer to nothing"
                everything() shouldBe before
            }
        }

        test("a text of MySQL that depends on the table as it is is refused, with its place") {
            withResource(Kind.MARIADB) {
                val scripts =
                    TestScripts().apply {
                        revision("a") {
                            run(
                                Change(
                                    "item",
                                    AlterColumn(
                                        "note",
                                        ColumnPatch(none(), none(), Optional.of(false), none(), none(), none(), none(), none()),
                                        none(),
                                    ),
                                ),
                            )
                        }
                    }
                val problem = shouldThrow<MdbException> { scripts.up(resource, "a") }.problems().single()
                problem.code() shouldBe "table-unknown"
                problem.at().get().toString() shouldBe "a.kts:7:3"
            }
        }

        test("what another resource must have first is said where it is needed") {
            withResource(Kind.SQLITE) {
                val there = dev.mdb.graph.Dependency("create_customers", false, java.util.Optional.of("customerdb"))
                val scripts = TestScripts().apply { revision("a", dependsOn = listOf(there)) {} }
                scripts.up(resource, "a").text() shouldContain "-- needs create_customers in resource customerdb first\n"
            }
        }

        test("steps are told in run order") {
            withResource(Kind.SQLITE) {
                val script = scripts(kind).down(resource, "r2", from = listOf("m"))
                script.steps().map { "${it.action()} ${it.revision().id()}" } shouldBe listOf("DOWNGRADE m", "DOWNGRADE r3")
                script.from() shouldBe listOf("m")
                script.to().toSet() shouldBe setOf("r2", "s2")
            }
        }
    })
