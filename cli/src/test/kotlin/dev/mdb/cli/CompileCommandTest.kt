package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldHaveSize
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.exists
import kotlin.io.path.writeText

/** `main` with two revisions and a model, `other` with one revision. */
private fun folder(path: Path) =
    CommandLineFolder(path, ScriptCompiler.embedded())
        .config(
            """
            [resources.main]
            url = 'sqlite:main.db'
            locations = ['main']
            models = ['models']
            [resources.other]
            url = 'sqlite:other.db'
            locations = ['other']
            """,
        ).script("a1", location = "main")
        .script("a2", "down(\"a1\")", location = "main")
        .script("o1", location = "other")
        .model("object Item : Table(\"item\") { val id = integer(\"id\") }")

private fun CommandLineFolder.model(text: String) =
    apply {
        path
            .resolve("models")
            .createDirectories()
            .resolve("Item.kt")
            .writeText("import org.jetbrains.exposed.v1.core.*\n$text\n")
    }

class CompileCommandTest :
    FunSpec({
        fun Outcome.counts() = list("resources").map { listOf(it["resource"], it["scripts"], it["models"], it["compiled"]) }

        test("everything that is not compiled is compiled, for all resources or one, and kept where it is asked for") {
            val folder = folder(tempdir().toPath())
            val first = folder.run("compile", "-n", "main", "--output", "build/store")
            first.status shouldBe 0
            first.out shouldContain "main: 2 scripts and 1 file of models, 3 compiled now\n"
            first.out shouldContain Regex("""compiled 3 of 3 files in \d+ ms, kept in build/store\n""")
            folder.path.resolve("build/store").exists() shouldBe true
            val second = folder.run("compile", "--output", "build/store", "--json")
            second.counts() shouldContainExactly listOf(listOf("main", 2, 1, 0), listOf("other", 1, 0, 1))
            second.json["output"] shouldBe "build/store"
            folder.run("compile", "--output", "build/store").out shouldContain "other: 1 script, none compiled now\n"
        }

        test("every fault is told with its place and exit 3; what is sound is kept") {
            val folder = folder(tempdir().toPath())
            folder.script("a2", "down(\"a1\")", location = "main", body = "upgrade { nonsense() }\n    downgrade { }")
            folder.script("o1", location = "other", body = "upgrade { more() }\n    downgrade { }")
            folder.model("object Item : Table(\"item\") { val id = wrong(\"id\") }")
            val outcome = folder.run("compile", "--json")
            outcome.status shouldBe 3
            outcome.list("problems").map { it["file"] }.toSet() shouldBe
                setOf("main/a2.migration.kts", "other/o1.migration.kts", "models/Item.kt")
            outcome.counts().map { it.last() } shouldContainExactly listOf(1, 0)
        }

        test("a folder that cannot be written is a failure here, where other commands do without") {
            val folder = folder(tempdir().toPath())
            folder.path.resolve("store").writeText("a file")
            val outcome = folder.run("compile", "--output", "store")
            outcome.status shouldBe 1
            outcome.error.lines().filter { it.contains("no store could be written") } shouldHaveSize 3
        }
    })
