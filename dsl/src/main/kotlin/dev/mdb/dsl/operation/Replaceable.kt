package dev.mdb.dsl.operation

import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import dev.mdb.operation.Operation
import dev.mdb.operation.SqlOperation
import dev.mdb.operation.SqlStatement
import dev.mdb.schema.Dialect
import java.util.Optional

/**
 * Puts an object that is kept as a text in the place of an earlier version of it.
 *
 * @param create null = it goes
 * @param was null = there is none; one of the two is there
 * @param drop how it is dropped, when the text does not show it
 */
internal class Replaceable(
    private val name: String,
    private val create: String?,
    private val was: String?,
    private val drop: String?,
) : SqlOperation {
    private val new = create?.let { ObjectText.read(name, it) }
    private val old = was?.let { ObjectText.read(name, it) }

    override fun describe(): String =
        when {
            create == null -> "drop ${old!!.kind} $name"
            was == null -> "create ${new!!.kind} $name"
            else -> "replace ${new!!.kind} $name"
        }

    override fun render(dialect: Dialect): List<SqlStatement> {
        val inPlace = drop == null && new != null && old != null && new.canReplace(old, dialect)
        val texts =
            listOfNotNull(
                if (inPlace || old == null) null else drop ?: old.drop(dialect),
                new?.create(dialect, inPlace),
            )
        return texts.map(SqlStatement::of)
    }

    override fun inverse(): Optional<Operation> = Optional.of(Replaceable(name, was, create, drop))
}

/** The head of a CREATE: enough of it to drop the object and to say OR REPLACE or not. */
internal class ObjectText private constructor(
    private val text: String,
    private val orReplace: IntRange,
    val kind: String,
    private val written: String,
    private val behind: String,
) {
    fun create(dialect: Dialect, replace: Boolean): String {
        val asked = replace || orReplace.last > orReplace.first && knowsOrReplace(dialect)
        return text.replaceRange(orReplace, if (asked) " OR REPLACE " else " ")
    }

    /** Another list of arguments makes another function. */
    fun canReplace(old: ObjectText, dialect: Dialect): Boolean = knowsOrReplace(dialect) && drop(dialect) == old.drop(dialect)

    private fun knowsOrReplace(dialect: Dialect): Boolean =
        when (dialect) {
            Dialect.POSTGRESQL -> kind != "materialized view"
            Dialect.MARIADB -> true
            Dialect.MYSQL -> kind == "view"
            Dialect.SQLITE -> false
        }

    fun drop(dialect: Dialect): String = "DROP ${kind.uppercase()} $written" + if (dialect == Dialect.POSTGRESQL) signature() else ""

    /** PostgreSQL knows a trigger by its table, and a function by its arguments, without their defaults. */
    private fun signature(): String =
        when (kind) {
            "trigger" -> ON_TABLE.find(behind)?.let { " ON ${it.groupValues[1]}" }.orEmpty()
            "function", "procedure", "aggregate" -> arguments()
            else -> ""
        }

    private fun arguments(): String {
        if (!behind.trimStart().startsWith("(")) return ""
        val parts = ArgumentList.parts(behind.substringAfter('('))
        return parts.joinToString(", ", "(", ")") { it.replace(DEFAULT, "").trim() }
    }

    companion object {
        private const val IDENTIFIER = """(?:"[^"]+"|`[^`]+`|[\w$]+)"""
        private const val NAME = "$IDENTIFIER(?:\\.$IDENTIFIER)*"
        private const val COMMENTS = """(?:\s|--[^\n]*\n|/\*[\s\S]*?\*/)*"""
        private const val KINDS = "MATERIALIZED\\s+VIEW|VIEW|FUNCTION|PROCEDURE|TRIGGER|AGGREGATE|EVENT"
        private val HEAD =
            Regex(
                "$COMMENTS(CREATE)(\\s+OR\\s+REPLACE\\s+|\\s+)((?:[^\\s(;]+\\s+){0,6}?)($KINDS)\\s+(?:IF\\s+NOT\\s+EXISTS\\s+)?($NAME)",
                RegexOption.IGNORE_CASE,
            )
        private val ON_TABLE = Regex("\\sON\\s+($NAME)", RegexOption.IGNORE_CASE)
        private val DEFAULT = Regex("(?:\\s+DEFAULT\\s|\\s*=)[\\s\\S]*", RegexOption.IGNORE_CASE)

        /** @throws MdbException when the text creates nothing of this name */
        fun read(name: String, text: String): ObjectText {
            val head = HEAD.matchAt(text, 0) ?: throw unreadable(name, "begins with no CREATE FUNCTION, PROCEDURE, TRIGGER, VIEW, …")
            val written = head.groupValues[5]
            val bare = written.substringAfterLast('.').trim('"', '`')
            if (!bare.equals(name.substringAfterLast('.'), ignoreCase = true)) throw unreadable(name, "creates $written")
            val kind = head.groupValues[4].lowercase().replace(Regex("\\s+"), " ")
            val statement = text.trimEnd().removeSuffix(";")
            return ObjectText(statement, head.groups[2]!!.range, kind, written, statement.substring(head.range.last + 1))
        }

        private fun unreadable(name: String, why: String) =
            MdbException(
                Problem
                    .of(Category.FAILED, "bad-replaceable", "the text of '$name' $why")
                    .help("a replaceable text is one CREATE statement of the object that it is named after"),
            )
    }
}

/** Cuts a list of arguments at its commas. */
internal object ArgumentList {
    /** @param text behind the opening bracket */
    fun parts(text: String): List<String> {
        val parts = ArrayList<String>()
        var depth = 0
        var from = 0
        var quoted = false
        for ((at, sign) in text.withIndex()) {
            if (sign == '\'') quoted = !quoted
            if (quoted) continue
            if (sign == '(') depth++
            if (sign == ')' && depth-- == 0 || sign == ',' && depth == 0) {
                parts += text.substring(from, at).trim()
                from = at + 1
                if (sign == ')') break
            }
        }
        return parts.filter { it.isNotEmpty() }
    }
}
