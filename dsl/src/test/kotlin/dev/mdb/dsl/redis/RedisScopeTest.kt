package dev.mdb.dsl.redis

import dev.mdb.dsl.onSqlite
import dev.mdb.error.MdbException
import dev.mdb.testing.RedisBinary
import dev.mdb.testing.RedisServer
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldContainExactlyInAnyOrder
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.time.Instant
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.minutes

class RedisScopeTest :
    FunSpec({
        lateinit var server: RedisServer
        beforeSpec { server = RedisBinary.start() }
        afterSpec { server.close() }

        test("one block is one operation, printed as redis-cli reads it, and nothing runs while it is recorded") {
            server.onRedis { block ->
                redis {
                    set("posts:1", "hello \"you\"")
                    hset("post:2", mapOf("title" to "größe", "n" to 5))
                    expire("posts:1", 60)
                    block.query("DBSIZE", emptyList()).single()[0] shouldBe 0L
                }
                block.operations.size shouldBe 1
                block.operations.single().describe() shouldBe "set posts:1, hset post:2, expire posts:1"
                block.lines() shouldBe
                    listOf("""SET posts:1 "hello \"you\""""", "HSET post:2 title größe n 5", "EXPIRE posts:1 60")
                block.query("DBSIZE", emptyList()).single()[0] shouldBe 2L
            }
        }

        test("every command that writes does what Redis says it does") {
            server.onRedis {
                redis {
                    set("s", "a", expires = 1.hours)
                    set("s", "b", nx = true)
                    set("x", "b", xx = true)
                    setex("ex", 100, "v")
                    psetex("px", 100_000, "v")
                    setnx("nx", "v")
                    mset(mapOf("m1" to 1, "m2" to 2))
                    append("m1", "0")
                    setrange("m2", 1, "7")
                    setbit("bits", 7, 1)
                    incr("n")
                    incrby("n", 10)
                    decr("n")
                    decrby("n", 2)
                    incrbyfloat("f", 1.5)
                    hset("h", "f", "v")
                    hmset("h", mapOf("a" to 1, "b" to 2))
                    hsetnx("h", "f", "other")
                    hincrby("h", "a", 4)
                    hincrbyfloat("h", "b", 0.5)
                    hset("h", "gone", "v")
                    hdel("h", "gone")
                    rpush("l", "b", "c", "c")
                    lpush("l", "a")
                    lset("l", 0, "A")
                    lrem("l", 1, "c")
                    ltrim("l", 0, 1)
                    sadd("set", "a", "b", "c")
                    srem("set", "b")
                    smove("set", "set2", "c")
                    zadd("z", 1.0, "one")
                    zadd("z", mapOf("two" to 2.0, "three" to 3.0, "ten" to 10.0))
                    zincrby("z", 0.5, "one")
                    zrem("z", "two")
                    zremrangebyscore("z", 9.0, Double.POSITIVE_INFINITY)
                    zremrangebyrank("z", 1, 1)
                    xadd("st", mapOf("k" to "v"))
                    xadd("st", mapOf("k" to "w"), id = "9999999999999-1")
                    xdel("st", "9999999999999-1")
                    xtrim("st", 100)
                    xgroupCreate("st", "g", "0")
                    xgroupDestroy("st", "g")
                    command("GEOADD", "places", 13.4, 52.5, "Berlin")
                }
                redis {
                    mget("s", "x", "ex", "nx") shouldBe listOf("a", null, "v", "v")
                    (ttl("s") in 1..3_600) shouldBe true
                    mget("m1", "m2", "n", "f") shouldBe listOf("10", "27", "8", "1.5")
                    getBytes("bits")!!.toList() shouldBe listOf<Byte>(1)
                    hgetall("h") shouldBe mapOf("f" to "v", "a" to "5", "b" to "2.5")
                    hget("h", "f") shouldBe "v"
                    hexists("h", "gone") shouldBe false
                    hkeys("h").size.toLong() shouldBe hlen("h")
                    lrange("l").shouldContainExactly("A", "b")
                    llen("l") shouldBe 2
                    smembers("set") shouldBe setOf("a")
                    sismember("set2", "c") shouldBe true
                    scard("set2") shouldBe 1
                    zrange("z").shouldContainExactly("one")
                    zscore("z", "one") shouldBe 1.5
                    zscore("z", "nobody") shouldBe null
                    zcard("z") shouldBe 1
                    xlen("st") shouldBe 1
                    query("ZSCORE", "places", "Berlin").size shouldBe 1
                }
            }
        }

        test("commands on keys: delete, expire, rename, copy") {
            server.onRedis {
                redis { mset(('a'..'f').associate { it.toString() to it.toString() }) }
                redis {
                    del("a")
                    unlink("b")
                    rename("c", "cc")
                    renamenx("d", "cc")
                    copy("e", "ee")
                    copy("e", "f", replace = true)
                    expire("ee", 2.minutes)
                    expireat("f", Instant.parse("2099-01-01T00:00:00Z"))
                    pexpire("cc", 60_000)
                    persist("cc")
                }
                redis {
                    keys("*").shouldContainExactlyInAnyOrder("cc", "d", "e", "ee", "f")
                    get("f") shouldBe "e"
                    ttl("cc") shouldBe -1
                    (ttl("ee") in 1..120) shouldBe true
                    (ttl("f") > 1_000_000) shouldBe true
                    type("cc") shouldBe "string"
                    type("nothing") shouldBe "none"
                    exists("nothing") shouldBe false
                }
            }
        }

        test("long lists become several commands, empty ones none") {
            server.onRedis { block ->
                redis {
                    hset("h", (1..2_500).associate { "f$it" to it })
                    rpush("l", *Array(1_001) { it })
                    del()
                    hset("none", emptyMap<String, String>())
                }
                block.lines().size shouldBe 5
                redis {
                    hlen("h") shouldBe 2_500
                    lrange("l") shouldBe (0..1_000).map { "$it" }
                }
                block.operations.size shouldBe 1
            }
        }

        test("bytes go in and come out as they are; as a text they are refused") {
            server.onRedis {
                val bytes = byteArrayOf(0, -1, 127, -128)
                redis { set("b", bytes) }
                redis {
                    getBytes("b")!!.toList() shouldBe bytes.toList()
                    getBytes("nothing") shouldBe null
                    shouldThrow<MdbException> { get("b") }.message.orEmpty() shouldContain "no text"
                }
            }
        }

        test("scan goes through all keys once they are still, batch by batch, and leaves mdb's own alone") {
            server.onRedis { block ->
                redis { mset((1..2_000).associate { "post:$it" to it } + ("other" to 1) + ("mdb:{mdb_version}:x" to 1)) }
                scan("*", batch = 300) { key -> if (key.startsWith("post:")) set(key, get(key) + "!") }
                redis {
                    mget("post:1", "post:2000", "other", "mdb:{mdb_version}:x") shouldBe listOf("1!", "2000!", "1", "1")
                    keys("post:*").count { get(it)!!.endsWith("!") } shouldBe 2_000
                }
                (block.cursors.size > 3) shouldBe true
                redis { del("mdb:{mdb_version}:x") }
            }
        }

        test("a scan goes on from the cursor that was kept") {
            server.onRedis { block ->
                redis { mset((1..1_000).associate { "k$it" to 0 }) }
                block.stopsAfterBatches = 2
                scan("k*", batch = 100) { incr(it) }
                val first = query("KEYS", "k*").count { query("GET", it[0]) { row -> row[0] }.single() == "1" }
                (first in 1..999) shouldBe true
                block.stopsAfterBatches = Int.MAX_VALUE
                scan("k*", batch = 100) { redis { incr(it) } }
                redis { keys("k*").map { get(it) }.toSet() shouldBe setOf("1") }
            }
        }

        test("on a resource of another kind both say so, and nothing runs") {
            onSqlite {
                for (body in listOf<() -> Unit>({ scope.redis { set("a", 1) } }, { scope.scan("*") { del(it) } })) {
                    val problem = shouldThrow<MdbException>(body).problems().single()
                    problem.code() shouldBe "wrong-kind"
                    problem.message() shouldContain "this resource is sqlite"
                }
                block.operations.shouldBeEmpty()
            }
        }

        test("operations on tables say so on Redis") {
            server.onRedis {
                shouldThrow<MdbException> { createTable("t") { integer("id") } }.problems().single().code() shouldBe "wrong-kind"
                shouldThrow<MdbException> { query("SELECT 1") }.problems().single().code() shouldBe "wrong-kind"
            }
        }
    })
