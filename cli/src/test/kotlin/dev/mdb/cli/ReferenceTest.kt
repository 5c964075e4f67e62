package dev.mdb.cli

import dev.mdb.project.ConfigReference
import io.kotest.assertions.withClue
import io.kotest.core.spec.style.FunSpec
import io.kotest.engine.spec.tempdir
import io.kotest.matchers.collections.shouldBeEmpty
import io.kotest.matchers.shouldBe
import picocli.CommandLine.Model.CommandSpec
import picocli.CommandLine.Model.OptionSpec
import picocli.CommandLine.Model.UsageMessageSpec
import java.nio.file.Files
import java.nio.file.Path

private const val MADE = "<!-- Made from the code by ReferenceTest: mvn test -Dtest=ReferenceTest -Dgolden=write -->\n\n"

private val CONFIGURATION =
    """
    The file is looked for in the working folder and upwards, or named with `-c`. It has two sorts of tables: `[defaults]`, and a
    `[resources.NAME]` for each resource. Every key may stand in either; the resource wins. Relative paths are relative to the
    file. An unknown key is an error that names the nearest known one.

    """.trimIndent()

private val RESOLVERS =
    """
    `${'$'}{env:NAME}`, `${'$'}{env:NAME:-default}`, `${'$'}{file:path}` and `${'$'}{exec:command}` are filled in when somebody connects:
    see [Secrets](../secrets.md). An address from outside goes before the file: `--url`, then `MDB_<RESOURCE>_URL`, then
    `MDB_URL` when there is one resource only.
    """.trimIndent()

/** Compares a page of the reference with what the code says; `-Dgolden=write` writes it anew. */
private fun shouldBePage(name: String, text: String) {
    val file = Path.of("../docs/reference/$name")
    val page = MADE + text.trimEnd() + "\n"
    if (System.getProperty("golden") == "write") {
        Files.createDirectories(file.parent)
        Files.writeString(file, page)
    }
    withClue("$file is stale: run this test with -Dgolden=write") { Files.readString(file) shouldBe page }
}

private fun table(vararg head: String, rows: List<List<String>>): String =
    (
        listOf(
            head.asList(),
            head.map {
                "---"
            },
        ) + rows
    ).joinToString("\n") { row -> row.joinToString(" | ", "| ", " |") { it.replace("|", "\\|") } } +
        "\n"

class ReferenceTest :
    FunSpec({
        test("docs/reference/commands.md says what the command line takes") {
            val whole = CommandLineParser("").wholeModel()
            val sections = whole.commandSpec.usageMessage().sectionMap()
            val commands = (sections[UsageMessageSpec.SECTION_KEY_COMMAND_LIST] as HelpSection.Commands).groups()
            val specs = whole.subcommands.mapValues { it.value.commandSpec }
            shouldBePage(
                "commands.md",
                buildString {
                    appendLine(
                        "# Commands\n\nOptions may stand before the command or after it. What [JSON](json.md) a command gives is a page of its own.\n",
                    )
                    appendLine(groups(commands, specs))
                    appendLine("## Options of every command\n\nBefore or after its name.\n")
                    appendLine(options(whole.commandSpec.options().filter { "--version" !in it.names() }))
                    for ((group, names) in commands) {
                        appendLine("## ${group.title()}\n")
                        for (name in names) appendLine(command(specs.getValue(name.text())))
                    }
                    appendLine("## Exit status\n")
                    appendLine(table("status", "meaning", rows = exitStatuses(whole.commandSpec)))
                    appendLine("## Environment\n")
                    appendLine(
                        table("variable", "for", rows = Variable.all().map { listOf("`${it.names().replace(", ", "`, `")}`", it.text()) }),
                    )
                },
            )
        }

        test("docs/reference/configuration.md says what a configuration may hold") {
            shouldBePage(
                "configuration.md",
                buildString {
                    appendLine("# Configuration: `mdb.toml`\n")
                    appendLine(CONFIGURATION)
                    appendLine(
                        table(
                            "key",
                            "value",
                            "if absent",
                            "for",
                            rows = ConfigReference.keys().map { listOf("`${it.name()}`", it.type(), it.otherwise(), it.text()) },
                        ),
                    )
                    appendLine(RESOLVERS)
                },
            )
        }

        test("docs/reference/json.md says what --json prints, and every field is explained") {
            val samples = JsonSamples(tempdir().toPath()).all()
            withClue("commands without a sample") { (CommandName.texts() - samples.map { it.command }.toSet()).shouldBeEmpty() }
            val shapes = JsonShapes(samples)
            shouldBePage("json.md", shapes.page())
            withClue("fields without an explanation") { shapes.unexplained().shouldBeEmpty() }
            withClue("explanations of nothing") { shapes.unused().shouldBeEmpty() }
        }
    })

private fun groups(commands: Map<CommandGroup, List<CommandName>>, specs: Map<String, CommandSpec>): String =
    table(
        "group",
        "command",
        "does",
        rows =
            commands.flatMap { (group, names) ->
                names.map {
                    listOf(
                        group.title(),
                        "[`${it.text()}`](#mdb-${it.text()})",
                        specs.getValue(it.text()).usageMessage().description()[0],
                    )
                }
            },
    )

private fun command(spec: CommandSpec): String =
    buildString {
        val positionals = spec.positionalParameters()
        val usage = positionals.joinToString("") { if (it.required()) " ${it.paramLabel()}" else " [${it.paramLabel()}]" }
        appendLine("### mdb ${spec.name()}\n")
        appendLine(spec.usageMessage().description().joinToString("\n") + "\n")
        appendLine("```text\nmdb ${spec.name()}$usage${if (spec.options().any { it.group() == null }) " [OPTIONS]" else ""}\n```\n")
        if (positionals.isNotEmpty()) {
            appendLine(table("argument", "", rows = positionals.map { listOf("`${it.paramLabel()}`", it.description().joinToString(" ")) }))
        }
        val own = spec.options().filter { it.group() == null }
        if (own.isNotEmpty()) appendLine(options(own))
        (spec.usageMessage().sectionMap()[HelpSection.EXAMPLES] as? HelpSection.Examples)?.let {
            appendLine("```sh")
            for (example in it.examples()) appendLine("# ${example.text()}\n${example.line()}")
            appendLine("```\n")
        }
    }.trimEnd() + "\n"

private fun options(options: List<OptionSpec>): String =
    table(
        "option",
        "",
        rows =
            options.filter { "--help" !in it.names() }.map { option ->
                val value = if (option.arity().max() == 0) "" else " ${option.paramLabel()}"
                listOf(option.names().joinToString(", ") { "`$it$value`" }, option.description().joinToString(" "))
            },
    )

private fun exitStatuses(spec: CommandSpec) = spec.usageMessage().exitCodeList().map { (status, text) -> listOf(status, text) }
