package dev.mdb.dsl.compiler

import dev.mdb.error.MdbException
import dev.mdb.project.Preparation
import dev.mdb.project.ScriptIndex
import io.kotest.assertions.throwables.shouldThrow
import io.kotest.core.spec.style.FunSpec
import io.kotest.inspectors.forAll
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlin.io.path.readBytes
import kotlin.io.path.setLastModifiedTime
import kotlin.io.path.writeBytes
import kotlin.io.path.writeText

class ScriptCacheTest :
    FunSpec({
        val computed = "val name = \"%s\"\nrevision {\n    id = name\n    upgrade { execute(\"one\") }\n}\n"

        fun ScriptIndex.ids() = entries().map { it.id() }

        test("plain headers need no compiler, and what is compiled once is not compiled again") {
            withScripts {
                script("a", "revision { id = \"a\" }")
                script("b", computed.format("b"))
                open().ids() shouldContainExactly listOf("a", "b")
                compiler.asked.single() shouldContainExactly listOf("b.migration.kts")
                open().prepare(listOf("a", "b"))
                compiler.asked.last() shouldContainExactly listOf("a.migration.kts")
                open().run {
                    prepare(listOf("a", "b"))
                    define("b").header().id() shouldBe "b"
                }
                compiler.asked.size shouldBe 2
            }
        }

        test("an edited script is compiled again, and only it") {
            withScripts {
                script("a", computed.format("a"))
                script("b", computed.format("b"))
                open()
                script("b", computed.format("c"))
                open().ids() shouldContainExactly listOf("a", "c")
                compiler.asked.last() shouldContainExactly listOf("b.migration.kts")
            }
        }

        test("a script that was touched, or got other line ends, is not compiled again") {
            withScripts {
                val path = script("a", computed.format("a"))
                val hash = open().entries().single().hash()
                path.setLastModifiedTime(anHourAgo)
                open().ids() shouldContainExactly listOf("a")
                path.writeText("\uFEFF" + computed.format("a").replace("\n", "\r\n"))
                open().run {
                    ids() shouldContainExactly listOf("a")
                    entries().single().hash() shouldBe hash
                    define("a")
                }
                compiler.asked.size shouldBe 1
            }
        }

        test("an edited helper compiles again what it could change") {
            withScripts {
                file("versions/lib/l.kt", "fun name() = \"first\"")
                script("a", "revision { id = name() }")
                script("b", "revision { id = \"b\" }")
                open().run { prepare(listOf("first", "b")) }
                file("versions/lib/l.kt", "fun name() = \"second\"")
                val index = open()
                index.ids() shouldContainExactly listOf("second", "b")
                compiler.asked.last() shouldContainExactly listOf("a.migration.kts")
                index.prepare(listOf("second", "b"))
                compiler.asked.last() shouldContainExactly listOf("b.migration.kts")
            }
        }

        test("an unchanged script is taken at its time stamp's word and not read") {
            withScripts {
                val path = oldScript("a", "revision { id = \"one\" }")
                open()
                path.writeText("revision { id = \"two\" }")
                path.setLastModifiedTime(anHourAgo)
                open().ids() shouldContainExactly listOf("one")
            }
        }

        test("a script that was edited within the same tick of the clock is read") {
            withScripts {
                val path = script("a", "revision { id = \"one\" }")
                val now =
                    java.nio.file.Files
                        .getLastModifiedTime(path)
                open()
                path.writeText("revision { id = \"two\" }")
                path.setLastModifiedTime(now)
                open().ids() shouldContainExactly listOf("two")
            }
        }

        test("a deleted script is gone, and its classes with it") {
            withScripts {
                val path = script("a", computed.format("a"))
                script("b", computed.format("b"))
                open()
                val size = store.readBytes().size
                path.toFile().delete()
                open().ids() shouldContainExactly listOf("b")
                (store.readBytes().size < size) shouldBe true
            }
        }

        test("a store that is damaged anywhere is made again without a word") {
            withScripts {
                script("a", computed.format("a"))
                open()
                val whole = store.readBytes()
                for (position in whole.indices step whole.size / 8) {
                    store.writeBytes(whole.clone().also { it[position] = (it[position] + 1).toByte() })
                    val index = open()
                    index.problems().shouldBeEmpty()
                    index.define("a").header().id() shouldBe "a"
                    compiler.asked.clear()
                    open().define("a")
                    compiler.asked.shouldBeEmpty()
                }
            }
        }

        test("a cache folder that cannot be written costs time and nothing else") {
            withScripts {
                file("cache", "a file where the folder should be")
                script("a", computed.format("a"))
                val index = open()
                index.problems().shouldBeEmpty()
                index.define("a").header().id() shouldBe "a"
                compiler.asked.size shouldBe 1
            }
        }

        test("many at once do not disturb each other") {
            withScripts {
                val names = (1..6).map { "s$it" }
                names.forEach { script(it, "revision { id = \"$it\" }") }
                val threads = Executors.newFixedThreadPool(names.size)
                val runs = names.map { name -> Callable { open().run { define(name).header().id() to problems() } } }
                threads.invokeAll(runs).map { it.get() } shouldContainExactly names.map { it to emptyList() }
                threads.shutdown()
                open().prepare(names)
                compiler.asked.clear()
                open().prepare(names)
                compiler.asked.shouldBeEmpty()
            }
        }

        test("what another process has compiled meanwhile is taken over") {
            withScripts {
                script("a", "revision { id = \"a\" }")
                script("b", "revision { id = \"b\" }")
                val mine = open()
                open().prepare(listOf("a"))
                mine.prepare(listOf("a", "b"))
                compiler.asked.last() shouldContainExactly listOf("b.migration.kts")
                compiler.asked.clear()
                open().prepare(listOf("a", "b"))
                compiler.asked.shouldBeEmpty()
            }
        }

        test("several indexes are prepared in one go") {
            withScripts {
                file("one/a.migration.kts", "revision { id = \"a\" }")
                file("two/b.migration.kts", "revision { id = \"b\" }")
                val one = open("one")
                val two = open("two")
                val preparation = Preparation()
                one.addTo(preparation, listOf("a"))
                two.addTo(preparation, listOf("b"))
                preparation.run()
                one.define("a")
                two.define("b")
                compiler.asked.size shouldBe 1
            }
        }

        test("a folder that several resources have is compiled once for all of them") {
            withScripts {
                file("one/a.migration.kts", "revision { id = \"a\" }")
                file("one/b.migration.kts", "revision { id = \"b\" }")
                val mine = open("one")
                val theirs = open("one")
                val preparation = Preparation()
                mine.addTo(preparation, listOf("a"))
                theirs.addTo(preparation, listOf("a", "b"))
                preparation.run()
                mine.define("a")
                theirs.define("a")
                theirs.define("b")
                compiler.asked shouldContainExactly listOf(listOf("a.migration.kts", "b.migration.kts"))
            }
        }

        test("scripts of several folders do not see each other, and what is wrong with one is told of that one") {
            withScripts {
                file("one/a.migration.kts", "fun greeting() = 1\nrevision { id = \"a\" }")
                file("two/a.migration.kts", "val own = greeting()\nrevision { id = \"b\" }")
                file("three/lib/Help.kt", "fun greeting() = \"hello\"")
                file("three/c.migration.kts", "revision { id = greeting() }")
                val index = open("one", "two", "three")
                index.problems().single().toString() shouldContain "two/a.migration.kts:1:11: Unresolved reference 'greeting'"
                index.ids() shouldContainExactly listOf("a", "hello")
            }
        }

        test("a script that is edited between the plan and the run is not run") {
            withScripts {
                script("a", "revision { id = \"a\" }")
                val index = open()
                script("a", "revision { id = \"a\"; message = \"new\" }")
                val thrown = shouldThrow<MdbException> { index.define("a") }
                thrown.problems().single().code() shouldBe "script-edited"
            }
        }

        test("the same place given twice is one location") {
            withScripts {
                script("a", "revision { id = \"a\" }")
                file("versions/sub/b.migration.kts", "revision { id = \"b\" }")
                options = options.recursive(true)
                open("versions", "versions/../versions", "versions/sub").ids() shouldContainExactly listOf("a", "b")
            }
        }

        test("a warm start loads no compiler, no script and nothing of Kotlin") {
            withScripts {
                oldScript("a", computed.format("a"))
                oldScript("b", "revision { id = \"b\" }")
                open().prepare(listOf("a", "b"))
                val lines = warmStart(this)
                lines.last { it.startsWith("ids") } shouldBe "ids [a, b]"
                val classes = lines.filter { " source:" in it }.map { it.substringAfter("] ").trim() }
                classes.joinToString("\n") shouldContain "dev.mdb.project.ScriptIndex "
                classes.forAll { name ->
                    listOf("kotlin.", "org.jetbrains.", "dev.mdb.dsl.", "dev.mdb.script.").forEach {
                        name.substringBefore(' ') shouldNotContain
                            it
                    }
                }
            }
        }
    })

/** Opens the index in a JVM of its own that lists the classes it loads. The program is Java: Kotlin's would load Kotlin. */
private fun warmStart(project: ScriptProject): List<String> {
    val program =
        project.file(
            "WarmStart.java",
            """
            import dev.mdb.project.*;
            import java.nio.file.Path;
            import java.util.List;

            public class WarmStart {
              public static void main(String[] arguments) {
                var options = ScriptOptions.of(Path.of(arguments[0])).cache(Path.of("cache"));
                var index = ScriptIndex.open(List.of(Path.of("versions")), options, ScriptCompiler.embedded());
                System.out.println("ids " + index.entries().stream().map(ScriptEntry::id).toList());
              }
            }
            """.trimIndent(),
        )
    val java = System.getProperty("java.home") + "/bin/java"
    val command = listOf(java, "-Xlog:class+load", "-cp", System.getProperty("java.class.path"), "$program", "${project.base}")
    val process = ProcessBuilder(command).redirectErrorStream(true).start()
    return process.inputStream.bufferedReader().readLines()
}
