package dev.mdb.project

import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldNotContain
import kotlin.io.path.writeText

class SecretsTest :
    FunSpec({
        val folder = tempdir().toPath()
        folder.resolve("password.txt").writeText("from a file\n")
        val environment = mapOf("NAME" to "value", "EMPTY" to "", "TRAP" to "\${env:NAME}")
        val secrets = Secrets(environment, folder)

        context("resolvers") {
            withData(
                "plain" to "plain",
                "a-\${env:NAME}-b" to "a-value-b",
                "\${env:EMPTY}" to "",
                "\${env:EMPTY:-default}" to "default",
                "\${env:NONE:-mysql://root@127.0.0.1/clientdb}" to "mysql://root@127.0.0.1/clientdb",
                "\${env:NONE:-\${env:NAME}!}" to "value!",
                "\${env:NONE:-}" to "",
                "\${file:password.txt}" to "from a file",
                "\${exec:printf 'a\\nb\\n'}" to "a\nb",
                "$\${env:NAME}" to "\${env:NAME}",
                "costs 5$" to "costs 5$",
            ) { (text, value) ->
                secrets.resolve(text) shouldBe value
            }
        }

        test("a value is data: it is not resolved again") {
            secrets.resolve("\${env:TRAP}") shouldBe "\${env:NAME}"
        }

        context("what cannot be resolved is refused") {
            withData(
                "\${env:NONE}" to "the environment variable NONE is not set",
                "\${file:none.txt}" to "cannot read the file 'none.txt' of \${file:…}",
                "\${exec:exit 3}" to "the command of \${exec:…} failed: exit 3",
                "\${vault:x}" to "unknown resolver",
                "\${env:NAME" to "a '\${' is not closed",
            ) { (text, message) ->
                shouldThrow<MdbException> { secrets.resolve(text) }.message shouldBe message
            }
        }

        context("a masked url keeps everything but the password") {
            withData(
                "postgresql://user:pass@host/db" to "postgresql://user:***@host/db",
                "jdbc:mysql://user:p:a@ss@host:3306/db" to "jdbc:mysql://user:***@host:3306/db",
                "redis://:pass@host:6379/0" to "redis://:***@host:6379/0",
                "jdbc:postgresql://host/db?user=u&password=pass&ssl=true" to "jdbc:postgresql://host/db?user=u&password=***&ssl=true",
                "jdbc:mysql://host/db?trustStorePassword=pass" to "jdbc:mysql://host/db?trustStorePassword=***",
                "sqlite:some/file.db" to "sqlite:some/file.db",
                "postgresql://user@host:5432/db" to "postgresql://user@host:5432/db",
            ) { (url, masked) ->
                MaskedUrl.of(url) shouldBe masked
                MaskedUrl.of(url) shouldNotContain "pass@"
            }
        }
    })
