package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import org.jetbrains.kotlin.cli.common.ExitCode
import org.jetbrains.kotlin.cli.jvm.K2JVMCompiler
import org.w3c.dom.Element
import java.io.File
import java.nio.file.Path
import javax.tools.ToolProvider
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.io.path.ExperimentalPathApi
import kotlin.io.path.copyToRecursively
import kotlin.io.path.readText
import kotlin.io.path.walk

private val embedded = checkout.resolve("examples/embedded")

/** What `mdb-dsl` brings, and not the command line. */
private val classPath =
    System
        .getProperty("java.class.path")
        .split(File.pathSeparator)
        .filter {
            File(it).exists()
        }.filterNot { File(it).name.matches(Regex("(mdb-cli|picocli|kotest).*")) }

private fun classPathWith(classes: Path) = (listOf("$classes") + classPath).joinToString(File.pathSeparator)

private fun compileJava(source: Path, classes: Path) {
    val status =
        ToolProvider.getSystemJavaCompiler().run(
            null,
            null,
            null,
            "-d",
            "$classes",
            "-cp",
            classPathWith(classes),
            "-Xlint:all,-processing",
            "-Werror",
            "$source",
        )
    withClue("javac $source") { status shouldBe 0 }
}

private fun compileKotlin(source: Path, classes: Path) {
    val arguments =
        arrayOf("-d", "$classes", "-cp", classPathWith(classes), "-no-stdlib", "-no-reflect", "-jvm-target", "17", "-Werror", "$source")
    withClue("kotlinc $source") { K2JVMCompiler().exec(System.err, *arguments) shouldBe ExitCode.OK }
}

/** A program of the example: its classes, and a copy of its folder to run it in. */
@OptIn(ExperimentalPathApi::class)
private class Program(name: String, private val mainClass: String, folder: Path) {
    private val classes = folder.resolve("classes").also { it.toFile().mkdirs() }
    private val place = folder.resolve("place").also { embedded.resolve(name).copyToRecursively(it, followLinks = false) }

    init {
        for (source in place.walk().filter { "src/main" in it.toString() }) {
            if ("$source".endsWith(".java")) compileJava(source, classes) else compileKotlin(source, classes)
        }
    }

    fun run(): List<String> {
        val java = System.getProperty("java.home") + "/bin/java"
        val process =
            ProcessBuilder(java, "-XX:TieredStopAtLevel=1", "-cp", classPathWith(classes), mainClass)
                .directory(place.toFile())
                .redirectErrorStream(true)
                .apply { environment().keys.removeIf { it.startsWith("MDB_") } }
                .start()
        val lines =
            process.inputStream
                .bufferedReader()
                .readLines()
                .filterNot { it.startsWith("SLF4J") }
        withClue(lines.joinToString("\n")) { process.waitFor() shouldBe 0 }
        return lines
    }
}

/** The blocks of code in this language. */
private fun blocks(page: Path, language: String): List<String> =
    Regex("^```$language\n(.*?)^```", setOf(RegexOption.MULTILINE, RegexOption.DOT_MATCHES_ALL))
        .findAll(page.readText())
        .map {
            it.groupValues[1]
        }.toList()

private fun xml(file: Path) =
    DocumentBuilderFactory
        .newInstance()
        .newDocumentBuilder()
        .parse(file.toFile())
        .documentElement

private fun Element.texts(name: String) =
    getElementsByTagName(name).let { found ->
        (0 until found.length).map {
            found.item(it).textContent
        }
    }

class EmbeddedTest :
    FunSpec({
        val said = blocks(embedded.resolve("README.md"), "text").map { it.trim().lines() }

        test("the Java service migrates its database at its first start, and has nothing to do at the second") {
            val service = Program("service", "example.Service", tempdir().toPath())
            service.run() shouldContainExactly said[0]
            service.run() shouldContainExactly said[1]
        }

        test("the Kotlin program migrates two databases at once, and tells of both") {
            val lines = Program("tenants", "example.TenantsKt", tempdir().toPath()).run()
            lines.sorted() shouldContainExactly said[2].sorted()
            lines.filter { it.startsWith("acme") } shouldContainExactly said[2].filter { it.startsWith("acme") }
        }

        // GuideTest compares the code on the page with these programs.
        test("the dependencies that the guide shows are those of these programs") {
            val shown = blocks(checkout.resolve("docs/embedding.md"), "xml").first().trimEnd()
            for (program in listOf("service", "tenants")) embedded.resolve("$program/pom.xml").readText() shouldContain shown
        }

        test("the bill of materials has the version of this build and names its artifacts; the programs import it") {
            val parent = xml(checkout.resolve("pom.xml"))
            val version = parent.texts("version").first()
            val bom = xml(checkout.resolve("engine/bom/pom.xml"))
            bom.texts("version").first() shouldBe version
            bom.texts("artifactId").toSet() shouldBe setOf("mdb-bom", "mdb-engine", "mdb-dsl", "mdb-cli")
            val programs =
                embedded
                    .toFile()
                    .walk()
                    .filter { it.name == "pom.xml" }
                    .toList()
                    .shouldNotBeEmpty()
            for (program in programs) program.readText() shouldContain "<artifactId>mdb-bom</artifactId><version>$version</version>"
        }
    })
