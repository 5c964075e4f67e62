package dev.mdb.dsl.compiler

import io.kotest.property.Arb
import io.kotest.property.arbitrary.Codepoint
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.element
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.of
import io.kotest.property.arbitrary.string

private val characters = Arb.of("aZ09 _.-/*{}()[]$'\"\\\t\nüß漢😀`;:,<>@#%".codePoints().toArray().map(::Codepoint))

private val texts = Arb.string(0..12, characters)

private val literals =
    arbitrary { source ->
        val text = texts.bind()
        when (source.random.nextInt(3)) {
            0 -> quoted(text)
            1 -> quoted(text) { "\\u%04x".format(it.code) }
            else -> if (text.none { it in "$\"" }) "\"\"\"$text\"\"\"" else quoted(text)
        }
    }

private fun quoted(text: String, other: (Char) -> String = { it.toString() }): String =
    text.toCharArray().joinToString("", "\"", "\"") { character ->
        when (character) {
            '\n' -> "\\n"
            '\t' -> "\\t"
            '"', '\\', '$' -> "\\$character"
            else -> other(character)
        }
    }

private val codeInBlocks =
    Arb.element(
        "",
        "execute(\"}\")",
        "/* } /* { */ */ // }\n",
        "val c = '}'; val q = '\"'; execute(\"\$c\$q\${ listOf('{', \"}\") }\")",
        "execute(\"\"\"{ \"\"\${ \"}\" }\"\"\"\")",
        "execute(\$\$\"no template \${ here\")",
        "listOf(1).forEach { n -> execute(\"n = \$n { \${\"\"\" } \"\"\"}\") }",
        "val `odd } name` = 4 / 2 /* { */ / 1",
    )

private val blocks = Arb.list(codeInBlocks, 0..3)

private val arguments =
    arbitrary {
        val trailingComma = if (Arb.int(0..3).bind() == 0) "," else ""
        Arb.list(literals, 1..3).bind().joinToString(",${space()} ") + trailingComma
    }

private val dependencies =
    arbitrary {
        val named = listOf(", optional = true", ", optional = false", ", on = ${literals.bind()}", "")
        Arb.list(literals, 1..2).bind().joinToString() + Arb.list(Arb.of(named), 1..1).bind().joinToString("")
    }

/** Statements in a random order, each alone in its line or parted by semicolons. */
private val statements =
    arbitrary { source ->
        val both = source.random.nextInt(4) == 0
        val way = if (source.random.nextBoolean()) "downgrade ${block()}" else "irreversible(${literals.bind()})"
        val possible =
            listOf(
                "message = ${literals.bind()}",
                "down(${arguments.bind()})",
                "down(${arguments.bind()})",
                "dependsOn(${dependencies.bind()})",
                "branch(${arguments.bind()})",
                "replaces(${arguments.bind()})",
                "transaction = Transaction.${Arb.of("NONE", "PER_REVISION").bind()}",
            ) + if (both) listOf("reversible ${block()}") else listOf("upgrade ${block()}", way)
        possible.filter { source.random.nextInt(3) > 0 }.shuffled(source.random)
    }

private suspend fun io.kotest.property.arbitrary.ArbitraryBuilderContext.block(): String =
    blocks.bind().distinct().joinToString("\n", "{\n", "\n}")

private suspend fun io.kotest.property.arbitrary.ArbitraryBuilderContext.space(): String =
    Arb.of("", " ", "\n  ", " /* , ) */", " // \"\n").bind()

/** Scripts whose header can be read without the compiler, as far as its form goes; `#ID` stands for their id. */
internal val plainScripts: Arb<String> =
    arbitrary {
        val separator = Arb.of("\n", "\n\n    ", "; ", " // ;\n", "\n/* \n */ ").bind()
        val inner = (statements.bind() + "id = \"#ID\"").joinToString(separator)
        val before = Arb.of("", "\n\n", "import java.time.Duration\n", "// revision { }\n", "/* /* */ */ ", "#!/x\n").bind()
        val behind = Arb.of("", "\n", ";", " // end", "\n/* end */\n").bind()
        "${before}revision {${space()}\n$inner\n}$behind"
    }
