package dev.mdb.project

import dev.mdb.graph.Dependency
import dev.mdb.graph.Downgrade
import dev.mdb.graph.Revision
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withTests
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.nulls.shouldBeNull
import io.kotest.matchers.shouldBe
import java.util.Optional

private const val Q = "\"\"\""

class HeaderScannerTest :
    FunSpec({
        fun scan(text: String): Revision? = HeaderScanner.scan(text, "v/a.migration.kts").orElse(null)

        fun read(text: String): Revision = checkNotNull(scan(text)) { "left to the compiler:\n$text" }

        /** A header whose only statement besides the id is this one. */
        fun statement(text: String): Revision? = scan("revision {\n    id = \"a\"\n    $text\n}\n")

        test("the whole plain form is read") {
            val header =
                read(
                    """
                    #!/usr/bin/env mdb
                    import java.time.Duration // for the block
                    import a.b.*
                    import a.b.C as D

                    /* A comment /* in a comment */ revision { id = "no" } */
                    // revision { id = "no" }
                    revision {
                        id = "init_mod1"; message = "Init \"mod1\""
                        down("p1", "p2")
                        dependsOn("d1", "d2", optional = true, on = "customerdb",)
                        dependsOn("d3")
                        branch("MOD1", "OTHER")
                        replaces("o1", "o2")
                        transaction = Transaction.NONE

                        upgrade {
                            execute("}")
                        }
                        downgrade { execute("{") }
                    }
                    """.trimIndent(),
                )
            header.id() shouldBe "init_mod1"
            header.message() shouldBe "Init \"mod1\""
            header.parents() shouldContainExactly listOf("p1", "p2")
            header.dependencies() shouldContainExactly
                listOf(
                    Dependency("d1", true, Optional.of("customerdb")),
                    Dependency("d2", true, Optional.of("customerdb")),
                    Dependency("d3", false, Optional.empty()),
                )
            header.labels() shouldContainExactly listOf("MOD1", "OTHER")
            header.replaces() shouldContainExactly listOf("o1", "o2")
            header.downgrade() shouldBe Downgrade.Present()
            header.source().toString() shouldBe "v/a.migration.kts:8:1"
        }

        test("what is not said is empty") {
            val header = read("revision { id = \"a\" }")
            header.message() shouldBe ""
            header.parents().shouldBeEmpty()
            header.downgrade() shouldBe Downgrade.Missing()
        }

        test("the source is the place of the keyword") {
            read("/* x */  revision { id = \"a\" }").source().toString() shouldBe "v/a.migration.kts:1:10"
        }

        test("a reason against the way back is read") {
            statement("irreversible(\"data is gone\")")!!.downgrade() shouldBe Downgrade.Irreversible("data is gone")
        }

        test("a reversible block is both directions") {
            statement("reversible { execute(\"}\") }")!!.downgrade() shouldBe Downgrade.Present()
        }

        context("strings that mean what they say") {
            withTests(
                nameFn = { it.first },
                "\"\"" to "",
                "\"tab\\t quote\\\" dollar\\$ back\\\\\"" to "tab\t quote\" dollar$ back\\",
                "\"\\u00e4\\u00DF\"" to "äß",
                "\"5 $ and $1 and $\"" to "5 $ and $1 and $",
                "${Q}raw \\n text$Q" to "raw \\n text",
                "${Q}two\nlines$Q" to "two\nlines",
                "$Q\"quoted\"$Q" to "\"quoted\"",
                "$Q$Q" to "",
                "\"// no comment /* here */\"" to "// no comment /* here */",
                "\"äöü 漢字 😀\"" to "äöü 漢字 😀",
            ) { (literal, value) -> statement("message = $literal")!!.message() shouldBe value }
        }

        context("blocks are skipped whatever is in them") {
            withTests(
                nameFn = { "<$it>" },
                "upgrade { }",
                "upgrade {\n/* } */ // }\n}",
                "upgrade { execute(\"}\") }",
                "upgrade { execute(\"\\\"}\") }",
                "upgrade { execute(\"\${ if (true) \"}\" else \"{\" }\") }",
                "upgrade { execute(\"\$name }\") }",
                "upgrade { execute($Q}\"}\"\"}$Q) }",
                "upgrade { execute(${Q}a\${ listOf(\"}\").joinToString { \"{\" } }$Q\"\") }",
                "upgrade { val c = '}'; val d = '\\''; val e = '\"'; val f = '\\u007b' }",
                "upgrade { val `a } b` = 1 }",
                "upgrade { execute($$\"no template \${ here\") }",
                "upgrade { execute($$${Q}a \${ b $\$c $$${'{'} \"}\" } $Q) }",
                "upgrade { run { run { } } }",
                "upgrade { val x = 4 / 2 /* } */ / 1 }",
            ) { block ->
                val header = statement("$block\n    message = \"behind\"")
                header!!.message() shouldBe "behind"
            }
        }

        context("left to the compiler") {
            withTests(
                nameFn = { "<$it>" },
                "",
                "val x = 1",
                "revision { }",
                "package a\nrevision { id = \"a\" }",
                "@file:Suppress(\"x\")\nrevision { id = \"a\" }",
                "val x = 1\nrevision { id = \"a\" }",
                "revision { id = \"a\" }\nval x = 1",
                "revision { id = \"a\" }\nrevision { id = \"b\" }",
                "revision { id = \"a\" }.let { }",
                "revision\n{ id = \"a\" }",
                "revision() { id = \"a\" }",
                "this.revision { id = \"a\" }",
                "revision { id = name }",
                "revision { id = \"a\${1}\" }",
                "revision { id = \"a\$b\" }",
                "revision { id = \"a\" + \"b\" }",
                "revision { id = \"a\".trim() }",
                "revision { id = \"a\"\n.trim() }",
                "revision { id = \"a\" id = \"b\" }",
                "revision { id = \"a\"; id = \"b\" }",
                "revision { id += \"a\" }",
                "revision { this.id = \"a\" }",
                "revision { id = \"a",
                "revision { id = \"a\n\" }",
                "revision { id = \"\\x\" }",
                "revision { id = \"a\" }}",
                "revision { id = \"a\" /* }",
                "import a.b; revision { id = \"a\" }",
                "import\nrevision { id = \"a\" }",
            ) { text -> scan(text).shouldBeNull() }
        }

        context("statements left to the compiler") {
            withTests(
                nameFn = { "<$it>" },
                "down(x)",
                "down(*names)",
                "down\n(\"a\")",
                "down(\"a\" \"b\")",
                "down(ids = arrayOf(\"a\"))",
                "dependsOn(\"b\", optional = maybe)",
                "dependsOn(\"b\", on = null)",
                "dependsOn(optional = true, \"b\")",
                "dependsOn(\"b\", optional = true, optional = true)",
                "transaction = mode",
                "transaction = Transaction.OTHER",
                "transaction = Transaction.NONE; transaction = Transaction.NONE",
                "if (true) { }",
                "for (x in 1..2) down(\"a\")",
                "upgrade { }\nupgrade { }",
                "downgrade { }\ndowngrade { }",
                "downgrade { }\nirreversible(\"why\")",
                "upgrade { }\nreversible { }",
                "reversible { }\ndowngrade { }",
                "irreversible(\"why\")\nreversible { }",
                "irreversible(why)",
                "irreversible()",
                "upgrade(block)",
                "upgrade { }.also { }",
                "upgrade { val x = \"a",
                "upgrade { val c = '",
                "upgrade { } downgrade { }",
                "message = $Q\$x$Q",
                "unknown(\"x\")",
            ) { text -> statement(text).shouldBeNull() }
        }
    })
