package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import dev.mdb.resource.LockWait
import dev.mdb.resource.ResourceSettings
import dev.mdb.resource.Resources
import dev.mdb.resource.RunLock
import dev.mdb.resource.RunOwner
import io.kotest.assertions.withClue
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.Optional
import kotlin.io.path.createDirectories
import kotlin.io.path.writeText

/**
 * What a command prints with `--json`.
 *
 * @property line as typed
 */
class JsonSample(val command: String, val line: String, val document: Map<String, Any>)

private fun lock(file: Path): RunLock {
    val none = Optional.empty<String>()
    val settings = ResourceSettings("shop", "sqlite:$file", none, none, "mdb_version", none, Duration.ofSeconds(1), file.parent)
    return Resources.create(settings).lock(RunOwner("deploy", "ci", 4711, "mdb"), LockWait(Duration.ZERO) {})
}

/** A small project on two SQLite files, gone through with every command. */
class JsonSamples(private val path: Path) {
    private val samples = ArrayList<JsonSample>()
    private val folder =
        CommandLineFolder(path, ScriptCompiler.embedded())
            .config(
                """
                [defaults]
                file_template = "{id}"
                [resources.shop]
                url = "sqlite:shop.db"
                locations = ["shop"]
                [resources.office]
                url = "sqlite:office.db"
                locations = ["office"]
                models = ["models"]
                """,
            ).script("create_items", location = "shop", body = table("item"))
            .script("create_sales", "branch(\"SALES\")", location = "shop", body = table("sale"))
            .script("item_price", "down(\"create_items\")", location = "shop", body = table("price"))
            .script("item_note", "down(\"create_items\")", location = "shop", body = table("note"))

    fun all(): List<JsonSample> {
        path.resolve("office").createDirectories()
        path.resolve("models").createDirectories().resolve("Desk.kt").writeText(
            "package models\nimport org.jetbrains.exposed.v1.core.Table\n" +
                "object Desk : Table(\"desk\") {\n    val id = integer(\"id\")\n    override val primaryKey = PrimaryKey(id)\n}\n",
        )
        mdb("--version")
        mdb("completion bash")
        mdb("init demo")
        reading()
        running()
        halfWay()
        writing()
        comparing()
        mdb("upgrade nowhere", status = 3)
        return samples
    }

    private fun reading() {
        mdb("-n shop heads")
        mdb("-n shop history")
        mdb("-n shop branches")
        mdb("-n shop show create_items")
        mdb("-n shop plan upgrade item_price")
        mdb("compile --output store")
        mdb("verify")
    }

    private fun running() {
        mdb("-n shop upgrade item_price --dry-run")
        mdb("-n shop upgrade base:create_items --sql")
        mdb("-n shop upgrade item_price")
        mdb("-n shop current")
        mdb("-n shop downgrade -1")
        mdb("-n shop stamp item_price --dry-run")
        mdb("-n shop stamp item_price")
        Files.delete(path.resolve("shop/item_price.migration.kts"))
        mdb("-n shop current")
        mdb("-n shop stamp create_items --purge")
        folder.script("item_price", "down(\"create_items\")", location = "shop", body = table("price"))
        mdb("-n shop log -N 1")
        lock(path.resolve("shop.db")).use {
            mdb("-n shop lock")
            mdb("-n shop status")
        }
        mdb("-n shop lock")
    }

    private fun halfWay() {
        broken("create nonsense")
        mdb("-n shop upgrade broken", status = 6)
        mdb("status")
        mdb("-n shop current")
        mdb("-n shop plan upgrade broken")
        mdb("-n shop log -N 1")
        mdb("-n shop repair --unapplied broken")
        mdb("-n shop upgrade broken", status = 6)
        broken("create table two (id integer)")
        mdb("-n shop resume")
        val far = "\n[resources.far]\nurl = '\${env:NOT_SET}'\nlocations = ['office']\n"
        folder.config(Files.readString(path.resolve("mdb.toml")) + far)
        mdb("status", status = 2)
    }

    private fun broken(second: String) {
        val body = "upgrade {\n execute(\"create table if not exists one (id integer)\")\n execute(\"$second\")\n }\n    downgrade { }"
        folder.script("broken", "down(\"create_sales\")\n    transaction = Transaction.NONE", location = "shop", body = body)
    }

    private fun writing() {
        mdb("-n shop revision -m Colours --rev-id colours --head item_note")
        mdb("-n shop edit colours")
        mdb("-n shop rebase colours --onto item_price --force")
        mdb("-n shop squash item_price:colours -m Prices --rev-id prices")
        mdb("-n shop merge prices item_note -m Together --rev-id together")
    }

    private fun comparing() {
        mdb("-n office check", status = 4)
        mdb("-n office revision --autogenerate -m Desks --rev-id desks")
        mdb("-n shop models --stdout")
        mdb("-n shop models --out found/Found.kt")
    }

    private fun mdb(line: String, status: Int = 0) {
        val words = line.split(" ")
        val outcome = folder.run(*words.toTypedArray(), "--json")
        withClue("mdb $line: $outcome") { outcome.status shouldBe status }
        val command = words.firstOrNull { it in CommandName.texts() } ?: words.first()
        samples += JsonSample(command, "mdb $line --json", outcome.json)
    }

    private fun table(name: String) =
        "upgrade { execute(\"create table $name (id integer)\") }\n    downgrade { execute(\"drop table $name\") }"
}
