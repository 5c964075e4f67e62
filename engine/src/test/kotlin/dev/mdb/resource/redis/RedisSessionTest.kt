package dev.mdb.resource.redis

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.operation.Operation
import dev.mdb.operation.RedisCommand
import dev.mdb.operation.RedisOperation
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.Kind
import dev.mdb.resource.LockWait
import dev.mdb.resource.Session
import dev.mdb.resource.Sql
import dev.mdb.resource.TestResource
import dev.mdb.resource.execute
import dev.mdb.resource.owner
import dev.mdb.resource.withResource
import dev.mdb.testing.PlainRedis
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.longs.shouldBeInRange
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.lettuce.core.api.sync.RedisCommands
import java.time.Duration
import java.time.Instant

internal fun operation(vararg commands: List<Any>): Operation =
    RedisOperation(commands.map { RedisCommand.of(it.first() as String, *it.drop(1).toTypedArray()) })

internal fun Session.redis(vararg command: Any) = execute(operation(command.toList()))

internal fun revision(id: String) =
    AppliedRevision(id, emptyList(), emptyList(), emptyList(), "", "", Instant.EPOCH, "me@here", Duration.ZERO)

internal fun <T> TestResource.plain(body: RedisCommands<String, String>.() -> T) = PlainRedis.use(url, body)

internal fun TestResource.write(body: Session.() -> Unit) = resource.connect(Access.WRITE).use(body)

internal fun TestResource.appliedIds() = resource.connect(Access.READ).use { it.state().applied().map(AppliedRevision::id) }

private fun failing(body: () -> Unit) = shouldThrow<MdbException>(body).problems().single()

class RedisSessionTest :
    FunSpec({
        test("nothing of a transaction is there before the commit, all of it after") {
            withResource(Kind.REDIS) {
                write {
                    begin()
                    redis("SET", "a", "1")
                    state().add(revision("r"))
                    redis("HSET", "h", "field", "value")
                    plain { dbsize() } shouldBe 0
                    query("EXISTS", listOf("a", "h")).single()["value"] shouldBe 0L
                    commit()
                    plain { get("a") to hgetall("h") } shouldBe ("1" to mapOf("field" to "value"))
                }
                appliedIds().shouldContainExactly("r")
            }
        }

        test("a rollback drops the commands with the state") {
            withResource(Kind.REDIS) {
                write {
                    begin()
                    redis("SET", "a", "1")
                    state().add(revision("r"))
                    rollback()
                    begin()
                    redis("SET", "b", "1")
                    commit()
                }
                plain { keys("*") }.shouldContainExactly("b")
            }
        }

        test("when a command fails, those before it are taken back: values, types, expiries, and what was not there") {
            withResource(Kind.REDIS) {
                plain {
                    set("text", "before")
                    psetex("short", 60_000, "soon gone")
                    rpush("list", "x", "y")
                    zadd("scores", 1.5, "m")
                    hset("moved", "f", "v")
                }
                write {
                    begin()
                    redis("SET", "text", "after")
                    redis("SET", "short", "for ever")
                    redis("DEL", "list")
                    redis("SET", "scores", "another type")
                    redis("RENAME", "moved", "target")
                    redis("SADD", "new", "member")
                    redis("INCR", "text")
                    state().add(revision("r"))
                    val problem = failing { commit() }
                    problem.category() shouldBe Category.FAILED
                    problem.message() shouldContain "incr text: ERR value is not an integer"
                }
                plain {
                    get("text") shouldBe "before"
                    get("short") shouldBe "soon gone"
                    pttl("short") shouldBeInRange 1L..60_000L
                    pttl("text") shouldBe -1
                    lrange("list", 0, -1).shouldContainExactly("x", "y")
                    zscore("scores", "m") shouldBe 1.5
                    hgetall("moved") shouldBe mapOf("f" to "v")
                    exists("new", "target") shouldBe 0
                }
                appliedIds().shouldBeEmpty()
            }
        }

        test("without a transaction the commands of an operation still are done together or not at all") {
            withResource(Kind.REDIS) {
                write {
                    failing { execute(operation(listOf("SET", "a", 1), listOf("LPUSH", "a", 2))) }
                    plain { dbsize() } shouldBe 0
                    execute(operation(listOf("SET", "a", 1), listOf("SET", "b", 2)))
                    plain { dbsize() } shouldBe 2
                }
            }
        }

        test("the failure shows where the command was written, although it comes with the commit") {
            withResource(Kind.REDIS) {
                write {
                    begin()
                    theScript()
                    val failure = shouldThrow<MdbException> { commit() }
                    generateSequence<Throwable>(failure) { it.cause }
                        .flatMap { it.stackTrace.asSequence() }
                        .any { it.methodName == "theScript" } shouldBe true
                }
            }
        }

        test("a command that does not exist, or has no such arguments, is told before anything runs") {
            withResource(Kind.REDIS) {
                write {
                    begin()
                    failing { redis("SETT", "a", 1) }.message() shouldContain "sett a"
                    failing { redis("GEORADIUS", "a") }.message() shouldContain "georadius a"
                }
            }
        }

        test("the keys of unusual commands are found too, and put back") {
            withResource(Kind.REDIS) {
                plain { zadd("z", 1.0, "one") }
                write {
                    begin()
                    redis("ZUNIONSTORE", "z", 1, "z", "WEIGHTS", 5)
                    redis("BITOP", "NOT", "bits", "z2")
                    redis("XGROUP", "CREATE", "stream", "group", "$", "MKSTREAM")
                    redis("HINCRBY", "z", "f", 1)
                    failing { commit() }.message() shouldContain "WRONGTYPE"
                }
                plain { zscore("z", "one") to keys("*") } shouldBe (1.0 to listOf("z"))
            }
        }

        test("values come through byte for byte, long ones and many") {
            withResource(Kind.REDIS) {
                val bytes = ByteArray(256) { it.toByte() }
                val long = "ü".repeat(1_000_000)
                write {
                    begin()
                    redis("SET", "bytes", bytes)
                    redis("SET", "long", long)
                    repeat(20_000) { redis("RPUSH", "list", it) }
                    commit()
                    (query("GET", listOf("bytes")).single()[0] as ByteArray).toList() shouldBe bytes.toList()
                    query("GET", listOf("long")).single()[0] shouldBe long
                    query("LLEN", listOf("list")).single()[0] shouldBe 20_000L
                }
            }
        }

        test("a command with too many arguments for the server's script is refused with the way out") {
            withResource(Kind.REDIS) {
                write {
                    val problem = failing { redis("SADD", "set", *Array(8_000) { it }) }
                    problem.code() shouldBe "too-many-arguments"
                    redis("SADD", "set", *Array(6_999) { it })
                    query("SCARD", listOf("set")).single()[0] shouldBe 6_999L
                }
            }
        }

        test("replies become rows: one for a value, one for each element, lists inside, null for nothing") {
            withResource(Kind.REDIS) {
                plain {
                    set("a", "1")
                    hset("h", mapOf("f" to "v"))
                }
                write {
                    val rows = { name: String, arguments: List<Any> -> query(name, arguments).map { it[0] } }
                    rows("GET", listOf("a")) shouldBe listOf("1")
                    rows("get", listOf("nothing")) shouldBe listOf(null)
                    rows("MGET", listOf("a", "nothing")) shouldBe listOf("1", null)
                    rows("HGETALL", listOf("h")) shouldBe listOf("f", "v")
                    rows("KEYS", listOf("no*")) shouldBe emptyList()
                    rows("SCAN", listOf("0", "MATCH", "a", "COUNT", 100)) shouldBe listOf("0", listOf("a"))
                }
            }
        }

        test("a query that would write is refused and does not") {
            withResource(Kind.REDIS) {
                write {
                    failing { query("SET", listOf("a", 1)) }.code() shouldBe "not-a-query"
                    failing { query("NOSUCH", listOf("a", 1)) }.message() shouldContain "no such command"
                }
                plain { dbsize() } shouldBe 0
            }
        }

        test("operations and queries in SQL are told from those of Redis") {
            withResource(Kind.REDIS) {
                write {
                    failing { execute(Sql("CREATE TABLE t (id INTEGER)")) }.code() shouldBe "wrong-kind"
                    failing { query("SELECT 1", emptyList()) }.code() shouldBe "wrong-kind"
                }
            }
            withResource(*Kind.relational) {
                write { failing { redis("SET", "a", 1) }.code() shouldBe "wrong-kind" }
            }
        }

        test("a revision cannot be applied twice, and the attempt leaves everything as it was") {
            withResource(Kind.REDIS) {
                write {
                    state().add(revision("a"))
                    begin()
                    redis("SET", "k", "v")
                    state().add(revision("b"))
                    state().add(revision("a"))
                    failing { commit() }.message() shouldContain "revision 'a' is applied already"
                }
                appliedIds().shouldContainExactly("a")
                plain { exists("k") } shouldBe 0
            }
        }

        test("keys that belong to somebody else are an error that names the way out") {
            withResource(Kind.REDIS) {
                plain { set("mdb:{mdb_version}:revisions", "not mdb's") }
                val problem = failing { appliedIds() }
                problem.message() shouldContain "mdb:{mdb_version}:"
                problem.help().get() shouldContain "version_table"
            }
        }

        test("all keys of a version table are in one slot, braces in its name or not") {
            for (name in listOf("mdb_version", "a}b", "{}", "}{", "100%")) {
                val keys = RedisKeys.of(name)
                val all = listOf(keys.revisions(), keys.log(), keys.open(), keys.lock(), keys.fence(), keys.revision("r"), keys.slots())
                all.map { Slots.of(it.toByteArray()) }.distinct().size shouldBe 1
            }
            RedisKeys.of("a}b").prefix() shouldNotContain "a}b"
        }

        test("a version schema keeps version tables of one name apart") {
            withResource(Kind.REDIS) {
                val other = open(versionSchema = "other")
                other.connect(Access.WRITE).use { it.state().add(revision("theirs")) }
                appliedIds().shouldBeEmpty()
            }
        }

        test("a connection that is cut in mid-transaction is an error at once, and nothing of it stays") {
            withResource(Kind.REDIS) {
                resource.lock(owner, LockWait(Duration.ZERO) {}).use {
                    write {
                        begin()
                        redis("SET", "a", "1")
                        plain {
                            clientKill(
                                io.lettuce.core.KillArgs.Builder
                                    .typeNormal()
                                    .skipme(true),
                            )
                        }
                        failing { commit() }.code() shouldBe "connection-lost"
                        plain { exists("a") } shouldBe 0
                    }
                }
            }
        }

        test("a server that is not there, a wrong password and a database that does not exist are one line each") {
            withResource(Kind.REDIS) {
                val server = url.substringBeforeLast("/")
                val refused =
                    listOf(
                        open(url = "redis://127.0.0.1:${dev.mdb.testing.freePort()}"),
                        open(url = "redis://no-such-host.invalid"),
                        open(url = server, user = "nobody", password = "hush hush"),
                        open(url = "$server/999"),
                    ).map { other -> failing { other.connect(Access.READ) } to failing { other.lock(owner, LockWait(Duration.ZERO) {}) } }
                for (problem in refused.flatMap { it.toList() }) {
                    problem.code() shouldBe "cannot-connect"
                    problem.category() shouldBe Category.FAILED
                    problem.message().lines().size shouldBe 1
                    problem.message() shouldNotContain "hush"
                }
                refused[0].first.message() shouldContain "Connection refused"
                refused[2].first.message() shouldContain "WRONGPASS"
                refused[3].first.message() shouldContain "DB index is out of range"
            }
        }
    })

private fun Session.theScript() {
    redis("SET", "a", "x")
    redis("INCR", "a")
}
