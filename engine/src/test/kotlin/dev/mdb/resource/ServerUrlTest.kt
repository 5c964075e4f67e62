package dev.mdb.resource

import dev.mdb.error.MdbException
import dev.mdb.resource.jdbc.ServerUrl
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import io.kotest.property.Arb
import io.kotest.property.arbitrary.string
import io.kotest.property.checkAll
import java.net.URLEncoder
import java.nio.file.Path
import java.time.Duration
import java.util.Optional

private val nothing = Optional.empty<String>()

private fun parse(url: String) = ServerUrl.of(ResourceSettings("r", url, nothing, nothing, "v", nothing, Duration.ZERO, Path.of(".")))

class ServerUrlTest :
    FunSpec({
        test("plain form and JDBC form say the same") {
            val plain = parse("postgresql://me:pw@db.example:5433/shop?ssl=true")
            plain shouldBe parse("jdbc:postgresql://db.example:5433/shop?ssl=true&user=me&password=pw")
            plain.jdbc("postgresql") shouldBe "jdbc:postgresql://db.example:5433/shop"
            plain.parameters() shouldBe mapOf("ssl" to "true")
        }

        test("what is left out of the address is this machine, without a login") {
            for (url in listOf("jdbc:postgresql:shop", "postgresql:///shop", "POSTGRESQL://localhost/shop")) {
                parse(url) shouldBe ServerUrl("postgresql", nothing, nothing, "localhost", "shop", emptyMap())
            }
        }

        test("several hosts and addresses of IPv6 are taken as they are") {
            parse("mysql://a:1,b:2/shop").hosts() shouldBe "a:1,b:2"
            parse("mysql://me@[::1]:3306/shop").hosts() shouldBe "[::1]:3306"
        }

        test("any user and password come back from their encoded form") {
            checkAll(Arb.string(1..30)) { text ->
                val encoded = URLEncoder.encode(text, Charsets.UTF_8).replace("+", "%20")
                val url = parse("mysql://$encoded:$encoded@h/d")
                if (Charsets.UTF_8.newEncoder().canEncode(text)) url.password().get() shouldBe text
                url.user() shouldBe url.password()
            }
        }

        test("a percent sign that encodes nothing and a plus sign stand for themselves") {
            parse("mysql://me:100%+%zz%@h/d").password().get() shouldBe "100%+%zz%"
        }

        test("a URL of the wrong shape is refused, and nothing of it is shown") {
            val urls =
                listOf(
                    "mysql://host",
                    "mysql://host/",
                    "postgresql://u:hush/word@host/db",
                    "mysql://u:hush?x@host/db",
                    "mysql://u:hush@ho:st/db",
                    "jdbc:mysql:loadbalance://hush/db",
                    "mysql:/hush/db",
                    "postgresql://u@hush/a@b",
                    "mysql://h:123456/d",
                )
            for (url in urls) {
                val failure = shouldThrow<MdbException> { parse(url) }
                failure.exitStatus() shouldBe 2
                failure.message.orEmpty() shouldNotContain "hush"
            }
        }

        test("printing it shows no password") {
            parse("mysql://me:hush@h/d?trustCertificateKeyStorePassword=hush").toString() shouldBe
                "mysql://me@h/d?trustCertificateKeyStorePassword=***"
        }
    })
