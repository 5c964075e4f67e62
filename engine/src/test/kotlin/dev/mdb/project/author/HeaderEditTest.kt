package dev.mdb.project.author

import dev.mdb.project.ScriptLayout
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.property.Arb
import io.kotest.property.PropTestConfig
import io.kotest.property.arbitrary.boolean
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.checkAll

private fun layout(text: String) = ScriptLayout.of(text, "s.migration.kts")

private fun edit(text: String) = HeaderEdit(layout(text))

private fun parentNames(text: String) = layout(text).statements("down").toList().flatMap { it.names() }

private fun replaceParent(text: String, old: String, new: String) =
    edit(text).rename { statement, name -> if (statement.keyword() == "down" && name.value() == old) new else name.value() }

class HeaderEditTest :
    FunSpec({
        context("a parent is replaced between its quotes") {
            withData(
                nameFn = { it.first },
                "revision { id = \"r\"; down(\"a\") }" to "revision { id = \"r\"; down(\"Z\") }",
                "revision { id = \"r\"; down ( /* why */ \"a\" , ) // end\n}" to
                    "revision { id = \"r\"; down ( /* why */ \"Z\" , ) // end\n}",
                "revision {\n\tid = \"r\"\n\tdown(\n\t\t\"b\", // b\n\t\t\"a\", // a\n\t)\n}" to
                    "revision {\n\tid = \"r\"\n\tdown(\n\t\t\"b\", // b\n\t\t\"Z\", // a\n\t)\n}",
                "revision {\r\n  id = \"r\"\r\n  down(\"b\")\r\n  down(\"a\")\r\n}\r\n" to
                    "revision {\r\n  id = \"r\"\r\n  down(\"b\")\r\n  down(\"Z\")\r\n}\r\n",
                "revision { id = \"r\"; down(\"\"\"a\"\"\") }" to "revision { id = \"r\"; down(\"\"\"Z\"\"\") }",
                "revision { id = \"r\"; down(\"\\u0061\") }" to "revision { id = \"r\"; down(\"Z\") }",
                "#!/usr/bin/env mdb\n// down(\"a\")\nimport x.down\nrevision { id = \"r\"; down(\"a\"); upgrade { down(\"a\") } }" to
                    "#!/usr/bin/env mdb\n// down(\"a\")\nimport x.down\nrevision { id = \"r\"; down(\"Z\"); upgrade { down(\"a\") } }",
                "revision { id = \"r\"; dependsOn(\"a\"); down(\"a\") }" to "revision { id = \"r\"; dependsOn(\"a\"); down(\"Z\") }",
            ) { (before, after) ->
                replaceParent(before, "a", "Z") shouldBe after
            }
        }

        context("a first parent comes below the message, or else below the id") {
            withData(
                nameFn = { it.first },
                "revision {\n    id = \"r\"\n    message = \"m\"\n\n    upgrade { }\n}\n" to
                    "revision {\n    id = \"r\"\n    message = \"m\"\n    down(\"Z\")\n\n    upgrade { }\n}\n",
                "revision {\r\n\tid = \"r\" // the id\r\n}\r\n" to "revision {\r\n\tid = \"r\" // the id\r\n\tdown(\"Z\")\r\n}\r\n",
                "revision {\n  id = \"r\"; /* one */ // two\n}" to "revision {\n  id = \"r\"; /* one */ // two\n  down(\"Z\")\n}",
                "revision { id = \"r\" }" to "revision { id = \"r\"; down(\"Z\") }",
                "revision { id = \"r\"; branch(\"L\") }" to "revision { id = \"r\"; down(\"Z\"); branch(\"L\") }",
                "revision { id = \"r\"\n}" to "revision { id = \"r\"; down(\"Z\")\n}",
                "revision {\n  id = \"r\" /* begins\n  and ends */\n}" to
                    "revision {\n  id = \"r\"; down(\"Z\") /* begins\n  and ends */\n}",
            ) { (before, after) ->
                edit(before).addParent("Z") shouldBe after
            }
        }

        context("a parent goes, and with the last one its line") {
            withData(
                nameFn = { it.first },
                "revision {\n    id = \"r\"\n    down(\"a\")\n    upgrade { }\n}" to "revision {\n    id = \"r\"\n    upgrade { }\n}",
                "revision {\r\n    id = \"r\"\r\n    down(\"a\") ; \r\n}" to "revision {\r\n    id = \"r\"\r\n}",
                "revision {\n    id = \"r\"\n    down(\"a\") // why\n}" to "revision {\n    id = \"r\"\n     // why\n}",
                "revision { id = \"r\"; down(\"a\") }" to "revision { id = \"r\" }",
                "revision { down(\"a\"); id = \"r\" }" to "revision { id = \"r\" }",
                "revision { id = \"r\"; down(\"a\"); branch(\"L\") }" to "revision { id = \"r\"; branch(\"L\") }",
                "revision { id = \"r\"; down(\"a\", \"b\") }" to "revision { id = \"r\"; down(\"b\") }",
                "revision { id = \"r\"; down(\"b\", \"a\") }" to "revision { id = \"r\"; down(\"b\") }",
                "revision {\n  id = \"r\"\n  down(\n    \"b\",\n    \"a\",\n  )\n}" to
                    "revision {\n  id = \"r\"\n  down(\n    \"b\",\n  )\n}",
            ) { (before, after) ->
                edit(before).removeParent(parentNames(before).single { it.value() == "a" }) shouldBe after
            }
        }

        val words = listOf("a", "b2", "c.d", "_e", "ä")
        val blanks = Arb.element("", " ", "\t", "  ", " /* c */ ", "/*(*/")
        val breaks = Arb.element("\n", "\r\n")

        test("random headers: only the range of one name changes, and the scanner reads just the new parent") {
            checkAll(
                PropTestConfig(iterations = 2_000, seed = 20261121),
                Arb.list(Arb.element(words), 1..4),
                Arb.list(blanks, 12..12),
                breaks,
                Arb.boolean(),
                Arb.boolean(),
                Arb.int(0..3),
            ) { names, gaps, end, raw, oneLine, style ->
                var gap = 0

                fun gap() = gaps[gap++ % gaps.size]

                fun quoted(name: String) = if (raw) "\"\"\"$name\"\"\"" else "\"$name\""
                val separator = if (oneLine) "; " else end
                val downs =
                    when (style) {
                        0 -> names.joinToString(separator) { "down(${gap()}${quoted(it)}${gap()})" }
                        1 -> "down(" + names.joinToString(",$end") { gap() + quoted(it) + gap() } + ",$end)"
                        else -> "down" + gap().replace("/*(*/", "") + "(" + names.joinToString(",") { gap() + quoted(it) + gap() } + ")"
                    }
                val before =
                    listOf("revision {", "id = \"r\"", "message = \"down(\\\"a\\\")\"", downs, "upgrade { down(\"a\") }", "}")
                        .joinToString(end) { gap().replace("/*(*/", "") + it }
                        .replaceFirst("revision {$end", if (oneLine) "revision { " else "revision {$end")
                val at = names.size / 2
                val name = parentNames(before)[at]
                val after = edit(before).rename { _, each -> if (each == name) "new_parent" else each.value() }
                layout(after).header().parents() shouldBe names.toMutableList().also { it[at] = "new_parent" }
                after.replaceFirst("new_parent", name.value()) shouldBe before
                val removed = edit(before).removeParent(name)
                layout(removed).header().parents() shouldBe names.toMutableList().also { it.removeAt(at) }
                layout(removed).header().id() shouldBe "r"
                removed shouldContain "upgrade { down(\"a\") }"
            }
        }
    })
