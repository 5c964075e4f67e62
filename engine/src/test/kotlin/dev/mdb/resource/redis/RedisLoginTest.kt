package dev.mdb.resource.redis

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.resource.Access
import dev.mdb.resource.AppliedRevision
import dev.mdb.resource.LockWait
import dev.mdb.resource.Resource
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.execute
import dev.mdb.resource.owner
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.RedisBinary
import dev.mdb.testing.RedisServer
import dev.mdb.testing.SelfSigned
import dev.mdb.testing.TestUser
import dev.mdb.testing.freePort
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.lettuce.core.AclSetuserArgs
import io.lettuce.core.protocol.CommandType
import java.nio.file.Path
import java.time.Duration
import java.util.Optional

private fun resource(url: String, user: String? = null, password: String? = null): Resource =
    Resources.create(
        ResourceSettings(
            "r",
            url,
            Optional.ofNullable(user),
            Optional.ofNullable(password),
            "mdb_version",
            Optional.empty(),
            Duration.ofSeconds(1),
            Path.of("."),
        ),
    )

private fun user(change: AclSetuserArgs.() -> AclSetuserArgs = { this }) =
    AclSetuserArgs.Builder
        .on()
        .allKeys()
        .allChannels()
        .allCommands()
        .addPassword(TestUser.PASSWORD)
        .change()

/** Users of the access list, odd passwords, TLS: on a server that has them all. */
class RedisLoginTest :
    FunSpec({
        val folder = tempdir().toPath()
        val tlsPort = freePort()
        lateinit var server: RedisServer
        beforeSpec {
            val own = SelfSigned(folder)
            server =
                RedisBinary.start(
                    *arrayOf("--tls-port", "$tlsPort", "--tls-auth-clients", "no"),
                    *arrayOf("--tls-cert-file", "${own.certificate}", "--tls-key-file", "${own.key}"),
                    *arrayOf("--tls-ca-cert-file", "${own.certificate}"),
                )
            PlainRedis.use(server.url) {
                aclSetuser(TestUser.NAME, user())
                aclSetuser("no-restore", user { removeCommand(CommandType.RESTORE) })
                aclSetuser("no-scripts", user { removeCommand(CommandType.EVAL) })
            }
        }
        afterSpec { server.close() }

        test("a password of odd characters works apart from the url and escaped in it, with and without TLS") {
            val places = listOf("redis://%s127.0.0.1:${server.port}/1", "rediss://%slocalhost:$tlsPort/1?verify=false")
            for (place in places) {
                val apart = resource(place.format(""), TestUser.NAME, TestUser.PASSWORD)
                val inside = resource(place.format("${TestUser.NAME}:${TestUser.encodedPassword}@"))
                for (it in listOf(apart, inside)) {
                    it.lock(owner, LockWait(Duration.ZERO) {}).use { _ ->
                        it.connect(Access.WRITE).use { session ->
                            session.execute(operation(listOf("SET", "a", place)))
                            session.query("GET", listOf("a")).single()[0] shouldBe place
                            session.state().applied() shouldBe emptyList<AppliedRevision>()
                        }
                    }
                }
            }
        }

        test("a certificate that nobody vouches for is refused unless the url says otherwise") {
            val failure = shouldThrow<MdbException> { resource("rediss://localhost:$tlsPort/").connect(Access.READ) }
            failure.problems().single().code() shouldBe "cannot-connect"
            failure.message.orEmpty() shouldContain "certif"
            failure.message
                .orEmpty()
                .lines()
                .size shouldBe 1
        }

        test("the password is in no message, trace or text of a resource, right or wrong") {
            val secret = TestUser.PASSWORD + "x"
            val wrong = resource(server.url, TestUser.NAME, secret)
            val failure = shouldThrow<MdbException> { wrong.connect(Access.WRITE) }
            for (text in listOf(failure.stackTraceToString(), failure.problems().toString(), wrong.toString(), wrong.maskedUrl())) {
                text shouldNotContain secret
            }
            failure.message.orEmpty() shouldContain "WRONGPASS"
        }

        test("a user who may not run scripts is told so by the first write, and nothing is written") {
            resource(server.url, "no-scripts", TestUser.PASSWORD).connect(Access.WRITE).use {
                val failure = shouldThrow<MdbException> { it.execute(operation(listOf("SET", "unwritten", 1))) }
                failure.message.orEmpty() shouldContain "NOPERM"
                it.query("EXISTS", listOf("unwritten")).single()[0] shouldBe 0L
            }
        }

        test("a failure that cannot be taken back for want of a right is half-way, and says which right") {
            PlainRedis.use(server.url) { rpush("list", "x") }
            resource(server.url, "no-restore", TestUser.PASSWORD).connect(Access.WRITE).use {
                val failure =
                    shouldThrow<MdbException> {
                        it.execute(
                            operation(listOf("DEL", "list"), listOf("INCR", "list"), listOf("SADD", "list", 1)),
                        )
                    }
                failure.problems().single().category() shouldBe Category.INCOMPLETE
                failure
                    .problems()
                    .single()
                    .help()
                    .get() shouldContain "RESTORE"
            }
        }
    })
