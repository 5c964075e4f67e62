package dev.mdb.dsl.source

import dev.mdb.dsl.ModelTable

/** Names of Kotlin for the columns of a table: `albumId` for `album_id` and for `AlbumId`; each once. */
internal class PropertyNames(columns: List<String>) {
    private val taken = HashSet<String>()
    private val names = columns.associateWith { unique(usable(camel(it))) }

    /** As it is written: in back quotes where it must be. */
    fun of(column: String): String = names.getValue(column)

    private fun camel(column: String): String {
        val words = Words.of(column)
        return words.first().replaceFirstChar { it.lowercaseChar() } + words.drop(1).joinToString("", transform = Words::capital)
    }

    private fun usable(name: String) = if (name in MEMBERS) name + "Column" else name

    private fun unique(name: String): String {
        val free = generateSequence(1) { it + 1 }.map { if (it == 1) name else "$name$it" }.first(taken::add)
        return if (KotlinSource.isIdentifier(free)) free else "`$free`"
    }

    private companion object {
        /** What a table has already. */
        val MEMBERS: Set<String> =
            ModelTable::class.java.methods
                .filter { it.parameterCount == 0 && it.name.startsWith("get") && it.name.length > "get".length }
                .mapTo(HashSet()) { it.name.removePrefix("get").replaceFirstChar(Char::lowercaseChar) }
    }
}

/** Names of Kotlin for objects: `OrderDetails` for `order_details`; each once, and none of a class that models know. */
internal class ObjectNames {
    private val taken = HashSet<String>()

    /** @param name with its schema, if it has one */
    fun objectOf(name: String): String {
        val short = pascal(name.substringAfterLast('.'))
        val usable = if (isKnown(short)) short + "Table" else short
        return listOf(usable, pascal(name)).firstOrNull(taken::add) ?: generateSequence(2) { it + 1 }.map { "$usable$it" }.first(taken::add)
    }

    /** For a value of the top level. */
    fun valueOf(name: String): String {
        val usual = pascal(name.substringAfterLast('.')).replaceFirstChar { it.lowercaseChar() }
        val free = generateSequence(1) { it + 1 }.map { if (it == 1) usual else "$usual$it" }.first(taken::add)
        return if (KotlinSource.isIdentifier(free)) free else "`$free`"
    }

    private fun pascal(name: String) = Words.of(name).joinToString("", transform = Words::capital)

    private fun isKnown(name: String) =
        PACKAGES.any { runCatching { Class.forName("$it.$name", false, javaClass.classLoader) }.isSuccess } || name in KOTLIN

    private companion object {
        val PACKAGES = listOf("org.jetbrains.exposed.v1.core", "dev.mdb.dsl", "kotlin", "kotlin.collections", "java.lang")
        val KOTLIN = setOf("Any", "Array", "Int", "List", "Map", "Set", "Nothing", "PrimaryKey")
    }
}

/** The words of a name: `order_details` and `Order Details` are two, `OrderID` is one. */
private object Words {
    fun of(name: String): List<String> {
        val words = name.split(BREAK).filter { it.isNotEmpty() }.map(::calm)
        val first = words.firstOrNull() ?: return listOf("unnamed")
        return if (first[0].isDigit()) listOf("_$first") + words.drop(1) else words
    }

    fun capital(word: String): String = word.replaceFirstChar { it.uppercaseChar() }

    /** `ALBUM` is one word in capitals, and so is `ID` at the start of `IDNumber`. */
    private fun calm(word: String): String {
        if (word.none(Char::isLowerCase)) return word.lowercase()
        val capitals = word.takeWhile(Char::isUpperCase).length
        return if (capitals > 1) word.take(capitals - 1).lowercase() + word.drop(capitals - 1) else word
    }

    private val BREAK = Regex("[^\\p{L}\\p{Nd}]+")
}
