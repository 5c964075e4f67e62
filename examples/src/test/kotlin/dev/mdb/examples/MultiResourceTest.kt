package dev.mdb.examples

import dev.mdb.testing.PlainRedis
import dev.mdb.testing.TestServers
import dev.mdb.testing.freePort
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.maps.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain

/** The example on empty servers, and what they hold. */
private class Three(workplace: Workplace, val posts: ServerDatabase, val customers: ServerDatabase, private val cache: String) {
    private val database = posts.url.substringAfterLast('/').substringBefore('?')

    init {
        workplace.environment += mapOf("CLIENTDB_URL" to posts.url, "CUSTOMERDB_URL" to customers.url, "CLIENTCACHE_URL" to cache)
    }

    fun keys(): List<String> = PlainRedis.use(cache) { keys("*").filterNot { it.startsWith("mdb:") }.sorted() }

    fun post(id: Int): Map<String, String> = PlainRedis.use(cache) { hgetall("post:$id") }

    /** Of the example, and mdb's own. */
    fun tables(): List<String> = (posts.tables(database) + customers.tables("public")).map { it.substringAfter('.') }

    fun shouldBeUntouched() {
        tables().shouldBeEmpty()
        PlainRedis.use(cache) { keys("*") }.shouldBeEmpty()
    }
}

/** Once on MariaDB and once on MySQL, where they are. */
private fun inExample(test: Workplace.(Three) -> Unit) {
    for (server in listOf(TestServers.MARIADB, TestServers.MYSQL)) {
        server.inDatabase { posts ->
            TestServers.POSTGRES.inDatabase { customers ->
                inEmptyRedis { cache -> inWorkplace("multi-resource") { test(Three(this, posts, customers, cache)) } }
            }
        }
    }
}

private val mdbsOwn = listOf("mdb_version", "mdb_version_log")

/**
 * ```
 * clientdb:     create_posts - seed_posts (FIRST) - posts_customer
 *                                                         | depends on
 * customerdb:   create_customers <------------------------+
 *                     ^--------- seed_customers (FIRST) - customers_since
 * clientcache:  initial_posts (FIRST) - post_slugs
 * ```
 */
class MultiResourceTest :
    FunSpec({
        test("the commands of the README print what it says, and leave in each resource what belongs there") {
            inExample { three ->
                runReadme("multi-resource") { command ->
                    when (command) {
                        "mdb upgrade FIRST" -> {
                            three.posts.rows("SELECT title FROM posts ORDER BY id").last() shouldBe listOf("Grüße aus Zürich")
                            three.customers.rows("SELECT count(*) FROM customers") shouldBe listOf(listOf(2L))
                            three.keys().shouldContainExactly("post:1", "post:2", "post:3", "posts")
                            three.post(1) shouldContainExactly mapOf("title" to "Hello world")
                        }
                        "mdb upgrade heads" -> {
                            three.posts
                                .rows("SELECT customer_id FROM posts ORDER BY id")
                                .flatten()
                                .shouldContainExactly(1, 2, 1)
                            three.customers.rows("SELECT DISTINCT since FROM customers") shouldBe listOf(listOf(2026))
                            three.post(1) shouldContainExactly mapOf("title" to "Hello world", "slug" to "hello-world")
                        }
                        "mdb -n clientcache downgrade -1" -> three.post(1).keys.shouldContainExactly("title")
                        "mdb downgrade base" -> {
                            three.tables() shouldBe mdbsOwn + mdbsOwn
                            three.keys().shouldBeEmpty()
                        }
                    }
                }
            }
        }

        test("faults of any resource come all at once, before any change") {
            inExample { three ->
                val tooFar = mdb("upgrade", "FIRST+9")
                tooFar.exit shouldBe 3
                for (name in listOf("clientdb", "customerdb", "clientcache")) {
                    tooFar.err shouldContain
                        "error: $name: 'FIRST+9' goes too far"
                }
                three.shouldBeUntouched()
                environment["CUSTOMERDB_URL"] = "postgresql://127.0.0.1:${freePort()}/nowhere"
                environment["CLIENTCACHE_URL"] = "redis://127.0.0.1:${freePort()}"
                val noServers = mdb("upgrade", "heads")
                noServers.exit shouldBe 1
                noServers.err shouldContain "error: customerdb: cannot connect"
                noServers.err shouldContain "error: clientcache: cannot connect"
                three.shouldBeUntouched()
            }
        }

        test("with -n, what is missing in another resource is an error that names the command, and the command helps") {
            inExample { three ->
                val alone = mdb("-n", "clientdb", "upgrade", "heads")
                alone.exit shouldBe 3
                alone.err shouldContain "depends on create_customers of customerdb, which is not applied there"
                val command = Regex("run `mdb ([^`]+)`").find(alone.err)!!.groupValues[1]
                command shouldBe "-n customerdb upgrade create_customers"
                three.shouldBeUntouched()
                mdb(*command.split(' ').toTypedArray()).exit shouldBe 0
                mdb("-n", "clientdb", "upgrade", "heads").exit shouldBe 0
                three.customers.tables("public").map { it.substringAfter('.') } shouldBe listOf("customers") + mdbsOwn

                val needed = mdb("-n", "customerdb", "downgrade", "base")
                needed.exit shouldBe 3
                needed.err shouldContain "posts_customer of clientdb depends on it, and is applied there"
                needed.err shouldNotContain "downgraded"
            }
        }
    })
