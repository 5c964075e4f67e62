package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import dev.mdb.testing.Database
import dev.mdb.testing.PlainRedis
import dev.mdb.testing.RedisBinary
import dev.mdb.testing.TestServers
import dev.mdb.testing.TestUser
import dev.mdb.testing.freePort
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.lettuce.core.AclSetuserArgs
import java.nio.file.Path
import kotlin.io.path.writeText

private const val PASSWORD = TestUser.PASSWORD

/** Pieces that no quoting or escaping changes, of the password as it is and of its percent-encoded form. */
private val traces = listOf(PASSWORD.take(9), "@!/?#:", TestUser.encodedPassword, TestUser.encodedPassword.take(12), "%21%2F%3F")

/** Where the password stands. */
private enum class Source(val password: String, val environment: Map<String, String> = emptyMap()) {
    ENVIRONMENT("\${env:SECRET}", mapOf("SECRET" to PASSWORD)),
    FILE("\${file:secret.txt}"),
    CONFIGURATION(PASSWORD),
}

private fun toml(text: String) = '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'

private class SecretFolder(val path: Path) {
    init {
        path.resolve("secret.txt").writeText(PASSWORD + "\n")
    }

    fun with(url: String, password: String, environment: Map<String, String> = emptyMap()) =
        CommandLineFolder(path, ScriptCompiler.embedded(), environment)
            .config("[resources.main]\nurl = ${toml(url)}\nuser = ${toml(TestUser.NAME)}\npassword = ${toml(password)}\n")
}

/** A line for each command there is, in an order in which each finds something to do. */
private val lines =
    mapOf(
        CommandName.INIT to listOf("init"),
        CommandName.PLAN to listOf("plan upgrade heads"),
        CommandName.HEADS to listOf("heads"),
        CommandName.HISTORY to listOf("history -i"),
        CommandName.BRANCHES to listOf("branches"),
        CommandName.SHOW to listOf("show current"),
        CommandName.STATUS to listOf("status", "status --json"),
        CommandName.UPGRADE to listOf("upgrade good --dry-run", "upgrade good", "upgrade heads", "upgrade heads --json"),
        CommandName.RESUME to listOf("resume"),
        CommandName.REPAIR to listOf("repair --unapplied bad", "repair --applied none"),
        CommandName.CURRENT to listOf("current", "current --check --json"),
        CommandName.LOG to listOf("log", "log --json"),
        CommandName.LOCK to listOf("lock", "lock break --yes"),
        CommandName.VERIFY to listOf("verify"),
        CommandName.DOWNGRADE to listOf("downgrade base --dry-run", "downgrade base"),
        CommandName.STAMP to listOf("stamp good", "stamp base --purge"),
        CommandName.REVISION to listOf("revision -m more --head nowhere"),
        CommandName.MERGE to listOf("merge good bad"),
        CommandName.REBASE to listOf("rebase bad --onto good"),
        CommandName.SQUASH to listOf("squash nowhere:bad -m both"),
        CommandName.EDIT to listOf("edit good"),
        CommandName.MODELS to listOf("models --stdout"),
        CommandName.CHECK to listOf("check", "check --json"),
        CommandName.COMPILE to listOf("compile"),
        CommandName.COMPLETION to listOf("completion bash"),
    )

private fun CommandLineFolder.runsAll(check: (String, Outcome) -> Unit) {
    for (line in lines.values.flatten()) {
        val outcome = run(*line.split(" ").toTypedArray(), "-v")
        withClue("mdb $line -v") {
            for (trace in traces) outcome.toString() shouldNotContain trace
            check(line, outcome)
        }
    }
}

private fun failsCleanly(line: String, outcome: Outcome) {
    if (line == "upgrade good" || line == "status" || line == "log") outcome.status shouldBe 1
}

private class Place(val kind: String, val url: String, val good: String, val bad: String)

private fun sql(kind: String, url: String) =
    Place(
        kind,
        url.replace(Regex("//.*@"), "//"),
        "upgrade { execute(\"create table item (id integer)\") }\n    downgrade { execute(\"drop table item\") }",
        "upgrade { execute(\"create table other (id integer)\"); execute(\"create nonsense\") }\n    downgrade { }",
    )

private fun <T> withPlaces(test: (Place) -> T) {
    for (server in listOf(TestServers.POSTGRES, TestServers.MARIADB)) {
        server.find()?.let { found -> Database.on(found).use { test(sql(server.title, it.url)) } }
    }
    if (RedisBinary.available) {
        RedisBinary.start().use {
            val user =
                AclSetuserArgs.Builder
                    .on()
                    .allKeys()
                    .allChannels()
                    .allCommands()
                    .addPassword(PASSWORD)
            PlainRedis.use(it.url) {
                aclSetuser(TestUser.NAME, user)
                aclSetuser("default", AclSetuserArgs.Builder.off())
            }
            val good = "upgrade { redis { set(\"a\", \"1\") } }\n    downgrade { redis { del(\"a\") } }"
            test(Place("Redis", it.url, good, "upgrade { redis { set(\"a\", \"x\"); incr(\"a\") } }\n    downgrade { }"))
        }
    }
}

class SecretsTest :
    FunSpec({
        test("every command is tried") {
            lines.keys shouldBe CommandName.entries.toSet()
        }

        test("the password, wherever it is from, is in nothing that a command says or logs") {
            withPlaces { place ->
                val folder = SecretFolder(tempdir().toPath())
                for (source in Source.entries) {
                    withClue("${place.kind}, password from $source") {
                        val commands =
                            folder
                                .with(place.url, source.password, source.environment)
                                .script("good", body = place.good)
                                .script("bad", "down(\"good\")", body = place.bad)
                        commands.runsAll { line, outcome ->
                            if (line == "upgrade good") outcome.status shouldBe 0
                            if (line == "log --json") outcome.out shouldContain "\"revision\" : \"bad\""
                        }
                    }
                }
            }
        }

        test("nor when the password is wrong, the database is missing, or nobody answers") {
            withPlaces { place ->
                val folder = SecretFolder(tempdir().toPath())
                val nowhere = place.url.replace(Regex(":\\d+/"), ":${freePort()}/")
                val missing = place.url.replaceAfterLast('/', if (place.kind == "Redis") "9999" else "missing_database")
                val wrong = PASSWORD + "wrong"
                for ((url, password) in listOf(place.url to wrong, missing to PASSWORD, nowhere to PASSWORD)) {
                    withClue("${place.kind} at $url") {
                        folder
                            .with(url, password)
                            .script("good", body = place.good)
                            .script("bad", "down(\"good\")", body = place.bad)
                            .runsAll(::failsCleanly)
                    }
                }
            }
        }

        test("nor when it stands in the URL, percent-encoded or, wrongly, as it is") {
            withPlaces { place ->
                val folder = SecretFolder(tempdir().toPath())
                for (password in listOf(TestUser.encodedPassword, PASSWORD)) {
                    val url = place.url.replace("//", "//${TestUser.NAME}:$password@")
                    CommandLineFolder(folder.path, ScriptCompiler.embedded(), mapOf("MDB_MAIN_URL" to url))
                        .config("[resources.main]\nurl = ${toml(url)}\n")
                        .script("good", body = place.good)
                        .script("bad", "down(\"good\")", body = place.bad)
                        .runsAll { line, outcome ->
                            if (line == "upgrade good" && password != PASSWORD) outcome.status shouldBe 0
                        }
                }
            }
        }
    })
