package dev.mdb.examples

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.matchers.shouldBe
import java.nio.file.Files
import java.nio.file.Path

private fun markdown(folder: Path): List<Path> =
    Files.list(folder).use { files -> files.filter { it.toString().endsWith(".md") }.sorted().toList() }

private val readme = Page(checkout.resolve("README.md"))

private val guide = markdown(checkout.resolve("docs")).map(::Page) + readme

/** The pages of examples are run by their own tests, with a look at what they leave. */
private val examples =
    Files.walk(checkout.resolve("examples"), 2).use { files -> files.filter { it.endsWith("README.md") }.sorted().toList() }.map(::Page)

class GuideTest :
    FunSpec({
        val only = System.getProperty("page").orEmpty()
        for (page in guide.filter {
            it.file.fileName
                .toString()
                .startsWith(only)
        }) {
            test("${page.file.fileName}: every command prints what the page says") {
                inWorkplace { run(page) }
            }
        }

        test("every snippet of the guide and of the examples compiles") {
            inWorkplace {
                Snippets(guide + examples).writeTo(this)
                val outcome = mdb("verify", "--offline")
                withClue(outcome) { outcome.exit shouldBe 0 }
            }
        }
    })
