package dev.mdb.resource.redis

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.io.File
import java.net.URLClassLoader
import java.nio.file.Path
import java.time.Duration
import java.util.Optional

private fun settings(url: String, user: String? = null, password: String? = null) =
    ResourceSettings(
        "cache",
        url,
        Optional.ofNullable(user),
        Optional.ofNullable(password),
        "mdb_version",
        Optional.empty(),
        Duration.ofSeconds(1),
        Path.of("."),
    )

private fun address(url: String, user: String? = null, password: String? = null) = RedisAddress.of(settings(url, user, password))

private fun login(url: String, user: String? = null, password: String? = null) =
    address(url, user, password).let { it.user().orElse(null) to it.password().orElse(null) }

private const val ODD = "p%40 @!/?#:'\"\\ü&=+"

class RedisUrlTest :
    FunSpec({
        test("host, port, database and TLS come from the url, with the usual defaults") {
            val plain = address("redis://cache.example")
            plain.hosts().map { "$it" } shouldBe listOf("cache.example:6379")
            plain.database() shouldBe 0
            plain.tls() shouldBe false
            plain.cluster() shouldBe false
            val full = address("REDISS://cache.example:7000/12")
            full.hosts().map { "$it" } shouldBe listOf("cache.example:7000")
            full.database() shouldBe 12
            full.tls() shouldBe true
            full.verify() shouldBe true
            address("rediss://[::1]:7000/?verify=false").let { it.hosts().single().name() to it.verify() } shouldBe ("::1" to false)
        }

        test("several hosts are a cluster, and one is with an option") {
            val several = address("redis://a:1,b:2,[::1]:3/")
            several.cluster() shouldBe true
            several.hosts().map { "$it" } shouldBe listOf("a:1", "b:2", "[::1]:3")
            address("redis://a:1/?cluster=true").cluster() shouldBe true
            address("redis://a:1?cluster=true").cluster() shouldBe true
            address("redis://a:1/?cluster=false").cluster() shouldBe false
        }

        test("user and password stand in the url with escapes, or apart as they are") {
            login("redis://me:secret@h") shouldBe ("me" to "secret")
            login("redis://me:p%2540%20%40%21%2F%3F%23%3A%27%22%5C%C3%BC%26%3D%2B@h") shouldBe ("me" to ODD)
            login("redis://:secret@h") shouldBe (null to "secret")
            login("redis://me:@h") shouldBe ("me" to null)
            login("redis://h", "me", ODD) shouldBe ("me" to ODD)
            login("redis://me@h", null, ODD) shouldBe ("me" to ODD)
            login("redis://other:wrong@h", "me", ODD) shouldBe ("me" to ODD)
        }

        test("a password without escapes is taken as it is") {
            login("redis://me:a/b@c?d#e:f'g\"h%!@h") shouldBe ("me" to "a/b@c?d#e:f'g\"h%!")
        }

        test("a single word before the host is the default user's password when no other is given") {
            login("redis://secret@h") shouldBe (null to "secret")
        }

        test("the masked url has no password, wherever it stood") {
            address("rediss://me:secret@h/2").masked() shouldBe "rediss://me@h:6379/2"
            address("redis://secret@h").masked() shouldBe "redis://h:6379/0"
            address("redis://me@h", null, "secret").masked() shouldBe "redis://me@h:6379/0"
            address("redis://a,b/", null, "secret").masked() shouldBe "redis://a:6379,b:6379/"
            address("redis://a/?cluster=true").masked() shouldBe "redis://a:6379/?cluster=true"
            address("redis://me:secret@h").toString() shouldNotContain "secret"
        }

        test("what makes no sense is refused before any connection, without showing the url") {
            val wrong =
                listOf(
                    "redis:h",
                    "redis://me:secret@",
                    "redis://me:secret@h:0",
                    "redis://me:secret@h:99999",
                    "redis://me:secret@h:port",
                    "redis://me:secret@h/db",
                    "redis://me:secret@a,b/1",
                    "redis://me:secret@a,,b/",
                    "redis://me:secret@h/?clustre=true",
                    "redis://me:secret@h/?cluster=maybe",
                    "jdbc:redis://me:secret@h",
                )
            for (url in wrong) {
                val problem = shouldThrow<MdbException> { Resources.create(settings(url)) }.problems().single()
                problem.category() shouldBe Category.USAGE
                problem.code() shouldBe "bad-url"
                problem.toString() shouldNotContain "secret"
                problem.help().get() shouldContain "redis://"
            }
        }

        test("making a resource loads nothing of the client library: it is not even on this class path") {
            val own = System.getProperty("java.class.path").split(File.pathSeparator)
            val lean = own.filterNot { path -> listOf("lettuce", "netty", "reactor").any { it in File(path).name } }
            URLClassLoader(lean.map { File(it).toURI().toURL() }.toTypedArray(), ClassLoader.getPlatformClassLoader()).use { loader ->
                shouldThrow<ClassNotFoundException> { loader.loadClass("io.lettuce.core.RedisClient") }
                val made = loader.loadClass("${RedisUrlTest::class.java.packageName}.MakeResource").getMethod("masked").invoke(null)
                made shouldBe "redis://me@h:6379/1"
            }
        }
    })

/** Loaded a second time, by a class loader that has no Lettuce. */
object MakeResource {
    @JvmStatic
    fun masked(): String = Resources.create(settings("redis://me:secret@h/1")).maskedUrl()
}
