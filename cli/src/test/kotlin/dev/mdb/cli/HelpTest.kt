package dev.mdb.cli

import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.booleans.shouldBeTrue
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.collections.shouldContainExactly
import io.kotest.matchers.collections.shouldNotBeEmpty
import io.kotest.matchers.ints.shouldBeGreaterThanOrEqual
import io.kotest.matchers.ints.shouldBeInRange
import io.kotest.matchers.shouldBe
import io.kotest.matchers.string.shouldContain
import io.kotest.matchers.string.shouldNotContain
import io.kotest.matchers.string.shouldStartWith
import picocli.CommandLine
import java.nio.file.Files

class HelpTest :
    FunSpec({
        fun help(vararg arguments: String) = CommandLineFolder(tempdir().toPath()).run(*arguments).also { it.status shouldBe 0 }.out

        /** As a shell takes a line apart: at spaces, not inside quotes. */
        fun words(line: String) =
            Regex(""""([^"]*)"|'([^']*)'|\S+""")
                .findAll(line)
                .map { found ->
                    found.groupValues.drop(1).firstOrNull { it.isNotEmpty() }
                        ?: found.value
                }.toList()

        fun wide(text: String) = text.lines().filter { it.length > 80 }

        val whole = CommandLineParser("1.2.3").wholeModel()

        test("the help of the whole shows the groups, all commands, variables, exit statuses and where more is, in 80 columns") {
            val text = help("--help")
            text shouldBe help("-h")
            wide(text).shouldBeEmpty()
            Regex("""(?m)^([A-Z][a-z ,]+):$""").findAll(text).map { it.groupValues[1] }.toList().shouldContainExactly(
                "Author",
                "Plan and apply",
                "Put right",
                "Inspect",
                "Check",
                "Shell",
                "Options, before or after the command",
                "Environment",
                "Exit status",
            )
            for (command in CommandName.texts()) withClue(command) { text.lines().count { it.startsWith("  $command ") } shouldBe 1 }
            text shouldContain "MDB_<RESOURCE>_URL"
            text shouldContain "130   Stopped by Ctrl-C."
            text shouldContain "mdb COMMAND --help"
        }

        test("every variable that is read in the sources is told of, and no other") {
            val sources =
                listOf("../engine/src/main", "../dsl/src/main", "src/main/java", "../mdb")
                    .map {
                        java.nio.file.Path
                            .of(it)
                    }.flatMap { root ->
                        Files.walk(root).use { files ->
                            files
                                .filter {
                                    Files.isRegularFile(it) && !it.endsWith("Variable.java") &&
                                        !it.toString().endsWith(".classes")
                                }.toList()
                        }
                    }.joinToString("\n") { Files.readString(it) }
            val told = Variable.entries.flatMap { it.names().split(", ") }
            for (name in told.filter { "<" !in it }) withClue(name) { Regex("""["$({]$name\b""").containsMatchIn(sources).shouldBeTrue() }
            val own = Regex("""["$({](MDB_[A-Z_]+[A-Z])\b""").findAll(sources).map { it.groupValues[1] }.toSet()
            own.filter { it !in told }.shouldBeEmpty()
        }

        withData(CommandName.texts()) { name ->
            val text = help(name, "--help")
            wide(text).shouldBeEmpty()
            text shouldStartWith "Usage: mdb $name [OPTIONS]"
            val spec = whole.subcommands.getValue(name).commandSpec
            withClue("fits into the line of its name") {
                spec
                    .usageMessage()
                    .description()
                    .first()
                    .length shouldBeInRange 10..66
            }
            for (option in spec.options()) {
                withClue(option.longestName()) {
                    option.description().joinToString("").length shouldBeGreaterThanOrEqual
                        10
                }
            }
            for (parameter in spec.positionalParameters()) parameter.description().toList().shouldNotBeEmpty()
            withClue("global options come after the command's own") {
                val own = spec.options().filter { it.group() == null }
                for (option in own) {
                    text.indexOf(option.longestName()) shouldBe
                        text.substringBefore("Global options:").indexOf(option.longestName())
                }
                text.substringAfter("Global options:") shouldContain "--config"
            }
        }

        context("three examples or more, which the command line takes") {
            withData(CommandName.texts()) { name ->
                val section =
                    whole.subcommands
                        .getValue(
                            name,
                        ).commandSpec
                        .usageMessage()
                        .sectionMap()
                        .getValue(HelpSection.EXAMPLES) as HelpSection.Examples
                section.examples().size shouldBeGreaterThanOrEqual 3
                val text = help(name, "--help")
                for (example in section.examples()) {
                    text shouldContain "  # ${example.text()}\n  ${example.line()}\n"
                    val words = words(example.line())
                    words.first() shouldBe "mdb"
                    val parsed = CommandLineParser("1.2.3").parse(*words.drop(1).toTypedArray()).parsed()
                    withClue(example.line()) {
                        parsed
                            .orElseThrow()
                            .after()
                            .commandSpec()
                            .name() shouldBe name
                    }
                }
            }
        }

        test("colours only where they are wanted") {
            val coloured = CommandLineFolder(tempdir().toPath(), terminal = true).run("upgrade", "--help").out
            coloured shouldContain "\u001b["
            help("upgrade", "--help") shouldNotContain "\u001b"
            CommandLine.Help.Ansi.OFF
                .string(coloured.replace(Regex("\u001b\\[[0-9;]*m"), "")) shouldBe help("upgrade", "--help")
        }
    })
