package dev.mdb.dsl.compiler

import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldStartWith

class ScriptErrorsTest :
    FunSpec({
        fun faultOf(text: String): Problem =
            ScriptProject().use { project ->
                project.script("a", text)
                project.open().problems().single()
            }

        test("a script that does not compile is reported at the word") {
            val fault = faultOf("val x = 1\nrevision {\n    id = nonsense\n}\n")
            fault.toString() shouldBe "versions/a.migration.kts:3:10: Unresolved reference 'nonsense'."
            fault.code() shouldBe "does-not-compile"
        }

        test("where a bracket is missing nothing else is told of the script") {
            ScriptProject().use { project ->
                project.script("a", "val x = 1\nrevision {\n    id = listOf(\"a\".single()\n    nonsense()\n}\n")
                val messages = project.open().problems().map { it.message() }
                messages.shouldNotBeEmpty()
                messages.filterNot { it.startsWith("Syntax error: ") }.shouldBeEmpty()
            }
        }

        test("a text in single quotes is told how it is written") {
            val fault = faultOf("revision {\n    id = 'abc'\n}\n")
            fault.help().get() shouldBe "a text stands in double quotes"
        }

        test("columns of the first line are those of the file") {
            faultOf("val x = nonsense").at().get().toString() shouldBe "versions/a.migration.kts:1:9"
        }

        test("columns behind a file annotation are those of the file") {
            val text = "#!/usr/bin/env mdb\n@file:Suppress(\"unused)\", \"x\") val x = nonsense"
            faultOf(text).at().get().toString() shouldBe "versions/a.migration.kts:2:40"
        }

        test("a byte-order mark counts in no column") {
            faultOf("\uFEFFval x = nonsense").at().get().toString() shouldBe "versions/a.migration.kts:1:9"
        }

        test("a package line is refused") {
            val fault = faultOf("// why\n  package a.b\nrevision { id = \"a\" }")
            fault.code() shouldBe "package-line"
            fault.at().get().toString() shouldBe "versions/a.migration.kts:2:3"
        }

        test("a revision without id is reported at the revision") {
            val fault = faultOf("\n\n  revision {\n    message = \"x\"\n}")
            fault.code() shouldBe "no-id"
            fault.toString() shouldBe "versions/a.migration.kts:3:3: the revision has no id"
        }

        test("a script without a revision is reported at its start") {
            val fault = faultOf("val x = 1\n")
            fault.code() shouldBe "no-revision"
            fault.at().get().toString() shouldBe "versions/a.migration.kts:1:1"
        }

        test("a second revision is reported where it stands, with the line of the first") {
            val fault = faultOf("revision { id = \"a\" }\n\n revision { id = \"b\" }")
            fault.code() shouldBe "several-revisions"
            fault.toString() shouldBe
                "versions/a.migration.kts:3:2: second revision { } in the script, the first is in line 1"
        }

        test("a second upgrade block is reported where it stands") {
            val fault = faultOf("revision {\n    id = \"a\"\n    upgrade { }\n    downgrade { }; upgrade { }\n}")
            fault.toString() shouldBe "versions/a.migration.kts:4:20: second upgrade { } in the revision"
        }

        test("a second downgrade block is reported where it stands") {
            val fault = faultOf("revision {\n    id = \"a\"\n    downgrade { }\n\n    downgrade { }\n}")
            fault.toString() shouldBe "versions/a.migration.kts:5:5: second downgrade { } in the revision"
        }

        test("a way back that is none is a contradiction") {
            val fault = faultOf("revision {\n    id = \"a\"\n    downgrade { }\n    irreversible(\"gone\")\n}")
            fault.code() shouldBe "downgrade-and-irreversible"
            fault.at().get().toString() shouldBe "versions/a.migration.kts:4:5"
        }

        test("an exception at the top level is reported at its line") {
            val fault = faultOf("revision { id = \"a\" }\n\n    error(\"boom\")\n")
            fault.code() shouldBe "script-failed"
            fault.toString() shouldBe "versions/a.migration.kts:3:5: IllegalStateException: boom"
        }

        test("an exception in a helper is reported at the line of the script that called it") {
            withScripts {
                file("versions/lib/names.kt", "fun name(): String = error(\"boom\")")
                script("a", "revision {\n    id = name()\n}")
                open().problems().single().toString() shouldBe
                    "versions/a.migration.kts:2:5: IllegalStateException: boom"
            }
        }

        test("a helper that does not compile is reported in its file") {
            withScripts {
                file("versions/lib/names.kt", "\nfun name() = nonsense")
                script("a", "revision { id = name() }")
                open().problems().map { it.toString() } shouldContainExactly
                    listOf("versions/lib/names.kt:2:14: Unresolved reference 'nonsense'.")
            }
        }

        test("all broken scripts of all locations are reported at once, and the sound ones are there") {
            withScripts {
                file("one/a.migration.kts", "revision { id = x }")
                file("one/b.migration.kts", "val name = \"b\"\nrevision { id = name }")
                file("two/c.migration.kts", "val y = 1")
                file("two/d.migration.kts", "revision { id = \"d\" }")
                val index = open("one", "two")
                index.entries().map { it.id() } shouldContainExactly listOf("b", "d")
                index.problems().map { it.at().get().toString() } shouldContainExactly
                    listOf("one/a.migration.kts:1:17", "two/c.migration.kts:1:1")
                compiler.asked.single() shouldContainExactly listOf("a.migration.kts", "b.migration.kts", "c.migration.kts")
            }
        }

        test("what is wrong inside the blocks is found when they are prepared, everything at once") {
            withScripts {
                script("a", "revision {\n    id = \"a\"\n    upgrade { nonsense() }\n}")
                script("b", "revision {\n    id = \"b\"\n    upgrade { gibberish() }\n}")
                script("c", "revision { id = \"c\" }")
                val index = open()
                index.problems() shouldBe emptyList()
                val thrown = shouldThrow<MdbException> { index.prepare(listOf("a", "b", "c")) }
                thrown.problems().map { it.at().get().toString() } shouldContainExactly
                    listOf("versions/a.migration.kts:3:15", "versions/b.migration.kts:3:15")
                thrown.exitStatus() shouldBe 3
                index.define("c").header().id() shouldBe "c"
                compiler.asked.size shouldBe 1
            }
        }

        test("files outside the base folder are named by their whole path") {
            withScripts {
                script("a", "val x = 1")
                options =
                    dev.mdb.project.ScriptOptions
                        .of(base.resolve("elsewhere"))
                        .cache(base.resolve("cache"))
                val fault = open(base.resolve("versions").toString()).problems().single()
                fault.at().get().file() shouldBe base.resolve("versions/a.migration.kts").toString()
            }
        }

        test("a location that is not there is a fault of the configuration") {
            withScripts {
                val fault = open("nowhere").problems().single()
                fault.code() shouldBe "location-missing"
                fault.message() shouldStartWith "location 'nowhere'"
            }
        }
    })
