package dev.mdb.cli

import dev.mdb.project.ScriptCompiler
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.nio.file.Path
import kotlin.io.path.createDirectories
import kotlin.io.path.listDirectoryEntries
import kotlin.io.path.readText
import kotlin.io.path.writeText

/** One project from its first models to a renamed column, as somebody at the command line goes through it. */
class AutogenerateCommandsTest :
    FunSpec({
        val path = tempdir().toPath()
        val folder =
            CommandLineFolder(path, ScriptCompiler.embedded()).config(
                """
                [resources.main]
                url = 'sqlite:main.db'
                models = ["models"]

                [resources.other]
                url = 'sqlite:other.db'
                locations = ["other"]
                """,
            )
        path.resolve("versions").createDirectories()
        path.resolve("other").createDirectories()

        fun mdb(vararg arguments: String): Outcome = folder.run(*arguments)

        fun generate(message: String, vararg options: String) = mdb("revision", "-n", "main", "--autogenerate", "-m", message, *options)

        fun scripts(): List<Path> = path.resolve("versions").listDirectoryEntries().sorted()

        test("the first models become the first revision") {
            path.models("val name = varchar(\"name\", 50)")
            val written = generate("Create items")
            withClue(written) {
                written.status shouldBe 0
                written.error shouldBe "detected added table item\n"
                written.out shouldBe "created versions/2026_11_21_0930-000000000001_create_items.migration.kts\n"
            }
            scripts().single().readText() shouldContain
                """
                |    upgrade {
                |        createTable("item") {
                |            val id = integer("id")
                |            varchar("name", 50)
                |            primaryKey(id)
                |        }
                |    }
                |
                |    downgrade {
                |        dropTable("item")
                |    }
                |}
                """.trimMargin()
        }

        test("check tells what differs until it is done, and what has no models") {
            val check = mdb("check", "--json")
            check.status shouldBe 4
            check.json["equal"] shouldBe false
            check.json["skipped"] shouldBe listOf("other")
            val resource = check.list("resources").single()
            resource["resource"] shouldBe "main"
            resource["differences"] shouldBe listOf(mapOf("kind" to "added_table", "name" to "item", "text" to "added table item"))

            mdb("upgrade", "-n", "main", "heads").status shouldBe 0
            val after = mdb("check")
            after.status shouldBe 0
            after.out shouldBe "the database is what the models ask for\nother: skipped, it has no models\n"
        }

        test("nothing is written when nothing differs") {
            val same = generate("Nothing")
            same.status shouldBe 0
            same.out shouldBe "no differences: the database is what the models ask for\n"
            scripts().size shouldBe 1
        }

        test("a renamed column is pointed out, and renamed with its values when that is said") {
            folder.script(
                "rows",
                "down(\"000000000001\")",
                body = "upgrade { execute(\"insert into item values (1, 'one')\") }\n    downgrade { execute(\"delete from item\") }",
            )
            path.models("val title = varchar(\"title\", 50)")
            val early = generate("Rename")
            early.status shouldBe 1
            early.error shouldContain "the database is not where the revision would begin, not applied: rows"
            early.error shouldContain "mdb upgrade rows, then again"

            mdb("upgrade", "-n", "main", "heads").status shouldBe 0
            mdb("check").error shouldContain "hint: if column item.name was renamed to title: --rename item.name:title\n"
            generate("Rename", "--rename", "item.nonsense:title").error shouldContain
                "--rename item.nonsense:title: table item has no column nonsense"
            generate("Rename", "--rename", "nonsense").status shouldBe 2

            val renamed = generate("Rename", "--rename", "item.name:title", "--json")
            withClue(renamed) { renamed.status shouldBe 0 }
            renamed.json["parents"] shouldBe listOf("rows")
            renamed.list("differences").map { it["text"] } shouldBe listOf("renamed column item.name to item.title")
            path.resolve(renamed.json["path"] as String).readText() shouldContain "renameColumn(\"item\", \"name\", \"title\")"
            mdb("upgrade", "-n", "main", "heads").status shouldBe 0
            mdb("check").status shouldBe 0
            mdb("downgrade", "-n", "main", "-1").status shouldBe 0
            mdb("check", "-n", "main").out shouldBe "removed column item.name\nadded column item.title\n"
            mdb("upgrade", "-n", "main", "heads").status shouldBe 0
        }

        test("tables of others are left alone, unless dropping them is asked for") {
            folder.script(
                "stranger",
                body = "upgrade { execute(\"create table stranger (id integer)\") }\n    downgrade { execute(\"drop table stranger\") }",
            )
            mdb("upgrade", "-n", "main", "heads").status shouldBe 0
            val check = mdb("check", "-n", "main")
            check.status shouldBe 0
            check.error shouldBe "not in the models, left alone: table stranger\n"
            mdb("check", "-n", "main", "--drop-unknown").out shouldBe "removed table stranger\n"
            mdb("check", "-n", "main", "--drop-unknown", "--exclude", "str*").error shouldBe "not compared: table stranger (excluded)\n"
            mdb("check", "-n", "main", "--include", "colour:x").error shouldContain "'colour' in 'colour:x' is no kind"
            path.resolve("versions/stranger.migration.kts").toFile().delete()
        }

        test("what makes no sense is refused, and writes nothing") {
            val before = scripts()
            mdb("check", "-n", "other").error shouldContain "there are no models to compare: other"
            mdb("revision", "-n", "other", "--autogenerate", "-m", "x").error shouldContain "resource 'other' has no models"
            val plain = mdb("revision", "-n", "main", "-m", "x", "--rename", "a:b")
            plain.status shouldBe 2
            plain.error shouldContain "add --autogenerate"
            path.models("val title = varchar(\"title\", nonsense)")
            generate("Broken").error shouldContain "models/Item.kt:"
            scripts() shouldContainExactly before
        }

        test("a template of the project's own has to have a place for it") {
            path.models("val title = varchar(\"title\", 60)")
            path.resolve("revision.kts.template").writeText(
                "revision {\n    id = {{id}}\n    message = {{message}}\n    {{down}}\n    {{dependsOn}}\n    {{branch}}\n    upgrade {\n    }\n}\n",
            )
            val refused = generate("Widen")
            refused.status shouldBe 2
            refused.error shouldContain "it needs {{upgrade}} and {{downgrade}}"
            refused.error shouldNotContain "unexpected"
        }
    })

private fun Path.models(column: String) {
    val text =
        """
        import dev.mdb.dsl.*
        import org.jetbrains.exposed.v1.core.*

        object Item : ModelTable("item") {
            val id = integer("id")
            $column

            override val primaryKey = PrimaryKey(id)
        }
        """.trimIndent()
    resolve("models").createDirectories().resolve("Item.kt").writeText(text)
}
