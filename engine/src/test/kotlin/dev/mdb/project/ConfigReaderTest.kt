package dev.mdb.project

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import java.time.Duration
import java.time.ZoneId
import java.time.ZoneOffset
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

class ConfigReaderTest :
    FunSpec({
        val folder = tempdir().toPath()

        fun read(text: String): ProjectConfig {
            val file = folder.resolve("mdb.toml").apply { writeText(text.trimIndent()) }
            return ConfigReader.read(file, folder) { false }
        }

        fun faults(text: String): List<String> = shouldThrow<MdbException> { read(text) }.problems().map { it.toString() }

        test("a resource takes what it does not say from [defaults], and the rest from what holds for all") {
            val config =
                read(
                    """
                    [defaults]
                    timezone = "Europe/Berlin"
                    lock_timeout = "500ms"
                    truncate_slug_length = 20

                    [resources.clientdb]
                    url = "sqlite:client.db"
                    lock_timeout = "2m"
                    locations = ["client/versions", "shared"]

                    [resources.other]
                    url = "sqlite:other.db"
                    """,
                )
            config.resourceNames() shouldContainExactly listOf("clientdb", "other")
            val (client, other) = config.resources()
            client.lockTimeout() shouldBe Duration.ofMinutes(2)
            client.timezone() shouldBe ZoneId.of("Europe/Berlin")
            client.truncateSlugLength() shouldBe 20
            client.locations() shouldBe listOf(folder.resolve("client/versions"), folder.resolve("shared"))
            other.lockTimeout() shouldBe Duration.ofMillis(500)
            other.locations() shouldBe listOf(folder.resolve("versions"))
            other.versionTable() shouldBe "mdb_version"
            other.fileTemplate() shouldBe FileNameTemplate.DEFAULT
        }

        test("without [defaults] a resource needs a url and nothing else") {
            val only = read("resources.main.url = 'sqlite:main.db'").resources().single()
            only.timezone() shouldBe ZoneOffset.UTC
            only.recursive() shouldBe false
            only.lockWait() shouldBe Duration.ofMinutes(1)
        }

        context("one fault, with its place") {
            withData(
                nameFn = { it.second },
                "[resources.main]\nurl = 'sqlite:x'\nrecursive = \"yes\"" to "mdb.toml:3:1: 'recursive' is true or false, not a string",
                "[resources.main]\nurl = 5" to "mdb.toml:2:1: 'url' is a string, not a number",
                "[resources.main]\nurl = ''" to "mdb.toml:2:1: 'url' is empty",
                "[resources.main]\nurl = 'sqlite:x'\nlocations = 'versions'" to
                    "mdb.toml:3:1: 'locations' is a list of strings, not a string: write [\"…\"]",
                "[resources.main]\nurl = 'sqlite:x'\n  locations = []" to "mdb.toml:3:3: 'locations' needs at least one folder",
                "[resources.main]\nurl = 'sqlite:x'\nlocations = ['a', 2]" to "mdb.toml:3:1: 'locations' is a string, not a number",
                "[resources.main]\nurl = 'sqlite:x'\nlock_timeout = 5" to
                    "mdb.toml:3:1: 'lock_timeout' is a duration like \"500ms\", \"5s\", \"2m\" or \"1h\"",
                "[resources.main]\nurl = 'sqlite:x'\nlock_wait = '5 minutes'" to
                    "mdb.toml:3:1: 'lock_wait' is a duration like \"500ms\", \"5s\", \"2m\" or \"1h\"",
                "[resources.main]\nurl = 'sqlite:x'\ntimezone = 'Mars/Base'" to
                    "mdb.toml:3:1: 'timezone' is a time zone like \"UTC\" or \"Europe/Berlin\", not 'Mars/Base'",
                "[resources.main]\nurl = 'sqlite:x'\ntruncate_slug_length = 0" to
                    "mdb.toml:3:1: 'truncate_slug_length' lies between 1 and 200",
                "[resources.main]\nurl = 'sqlite:x'\nversion_table = 'a-b'" to
                    "mdb.toml:3:1: 'version_table' is a plain name of letters, digits and _, up to 59 characters",
                "[resources.main]\nurl = 'sqlite:x'\nfile_template = '{rev}_{slgu}'" to
                    "mdb.toml:3:1: 'file_template' is no good: unknown token '{slgu}', there are {id}, {rev}, {slug}, {year}, {month}, " +
                    "{day}, {hour}, {minute}, {second}, {epoch}",
                "[resources.main]\nurl = 'sqlite:x'\nfile_template = '{year}'" to
                    "mdb.toml:3:1: 'file_template' is no good: needs {id} or {slug}, or all files would have one name",
                "[resources.main]\nurl = 'sqlite:x'\nfile_template = '{year}/{id}'" to
                    "mdb.toml:3:1: 'file_template' makes folders, which are not read without recursive = true",
                "[resources.main]\nurl = 'sqlite:x'\ncache = '\${env:HOME}'" to
                    "mdb.toml:3:1: 'cache' cannot hold \${…}: only url, user and password can",
                "[defaults]\n[resources.main]\n" to "mdb.toml:2:1: resource 'main' has no url",
                "[resources.'a b']\nurl = 'sqlite:x'" to "mdb.toml:1:1: 'a b' is no name for a resource",
                "[resources]\nmain = 'sqlite:x'" to "mdb.toml:2:1: 'resources.main' is a table, not a string",
                "url = 'sqlite:x'\n[resources.main]\nurl = 'sqlite:x'" to "mdb.toml:1:1: 'url' stands outside of a table",
                "[resorces.main]\nurl = 'sqlite:x'\n[resources.main]\nurl = 'sqlite:x'" to "mdb.toml:1:1: unknown key 'resorces'",
                "[defaults]" to "mdb.toml: no resource",
                "" to "mdb.toml: no resource",
            ) { (text, message) ->
                faults(text) shouldBe listOf(message)
            }
        }

        test("an unknown key names the nearest known one") {
            val failure = shouldThrow<MdbException> { read("[resources.main]\nurl = 'sqlite:x'\nversion_tabel = 'v'") }
            val problem = failure.problems().single()
            problem.toString() shouldBe "mdb.toml:3:1: unknown key 'version_tabel'"
            problem.help().get() shouldBe "did you mean 'version_table'?"
            failure.exitStatus() shouldBe Category.USAGE.exitStatus()
        }

        test("all faults come at once, in the order of the file") {
            faults(
                """
                [defaults]
                timezon = "UTC"
                lock_timeout = "soon"

                [resources.main]
                recursive = 1
                """,
            ) shouldContainExactly
                listOf(
                    "mdb.toml:2:1: unknown key 'timezon'",
                    "mdb.toml:3:1: 'lock_timeout' is a duration like \"500ms\", \"5s\", \"2m\" or \"1h\"",
                    "mdb.toml:6:1: 'recursive' is true or false, not a number",
                    "mdb.toml:5:1: resource 'main' has no url",
                )
        }

        context("broken TOML has its line and column") {
            withData(
                "[resources.main\nurl = 'x'" to "mdb.toml:1:16",
                "[resources.main]\nurl = " to "mdb.toml:2:7",
                "[resources.main]\nurl = unquoted" to "mdb.toml:2:7",
                "[resources.main]\nurl = 'x" to "mdb.toml:2:9",
                "[resources.main]\nurl = 'x'\nurl = 'y'" to "mdb.toml:3:1",
                "just words" to "mdb.toml:1:6",
            ) { (text, place) ->
                faults(text).first() shouldContain "$place: "
            }
        }

        test("a url from elsewhere makes up for a missing one") {
            val file = folder.resolve("mdb.toml").apply { writeText("[resources.main]\n") }
            ConfigReader
                .read(file, folder) { it == "main" }
                .resources()
                .single()
                .url()
                .isEmpty shouldBe true
        }

        test("the file is found upwards, and its absence is told with what helps") {
            val project = folder.resolve("project").createDirectories()
            val deep = project.resolve("a/b/c").createDirectories()
            val file = project.resolve("mdb.toml").apply { writeText("") }
            ConfigReader.find(deep) shouldBe file
            val failure = shouldThrow<MdbException> { ConfigReader.read(Path.of("none.toml"), folder) { false } }
            failure.message shouldBe "none.toml: the configuration does not exist"
        }

        test("a configuration does not print its secrets") {
            val resource = read("[resources.main]\nurl = 'postgresql://u:secret@h/d'\npassword = 'secret'").resources().single()
            resource.toString() shouldNotContain "secret"
        }
    })
