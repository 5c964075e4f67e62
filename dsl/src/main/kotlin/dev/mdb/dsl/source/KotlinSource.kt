package dev.mdb.dsl.source

import dev.mdb.project.author.KotlinText

/** Pieces of Kotlin source. */
internal object KotlinSource {
    fun literal(text: String): String = KotlinText.literal(text)

    /** `name(a, b)`, without the arguments that are null. */
    fun call(name: String, vararg arguments: String?): String = name + arguments.filterNotNull().joinToString(", ", "(", ")")

    fun literals(texts: List<String>): Array<String> = texts.map(::literal).toTypedArray()

    /** `listOf("a", "b")` */
    fun list(texts: List<String>): String = call("listOf", *literals(texts))

    /** `name = value`; null without a value. */
    fun named(name: String, value: String?): String? = value?.let { "$name = $it" }

    fun text(name: String, value: String?): String? = named(name, value?.let(::literal))

    fun isIdentifier(name: String): Boolean = IDENTIFIER.matches(name) && name !in HARD_KEYWORDS

    private val IDENTIFIER = Regex("[\\p{L}_][\\p{L}\\p{Nd}_]*")

    /** Kotlin's language specification, "Lexical grammar: keywords": those that can never be names. */
    private val HARD_KEYWORDS =
        (
            "as break class continue do else false for fun if in interface is null object package return super this throw true try " +
                "typealias typeof val var when while"
        ).split(' ').toSet() + "_"
}
