package dev.mdb.dsl.compiler

import dev.mdb.error.Location
import dev.mdb.project.CompileRequest
import kotlin.script.experimental.api.SourceCode

/**
 * A script or helper as the compiler gets it: with a package line of ours, unless a helper has one. Scripts of one package would
 * see each other's declarations. The line is put in front of the rest of a line, so that line numbers stay what they are.
 */
internal class PackagedSource(val source: CompileRequest.Source, packageName: String, isHelper: Boolean) : SourceCode {
    private val preamble = Preamble(source.text)
    private val insertion = if (preamble.packageLine == null) " package $packageName;" else ""

    /** The package that the text ends up in. */
    val packageName: String = preamble.packageLine?.let(::ownPackage) ?: packageName

    /** A package line of its own, which only a helper may have. */
    val forbiddenPackage: Location? = preamble.packageLine?.takeUnless { isHelper }?.let(::place)

    override val text: String = source.text.replaceRange(preamble.end, preamble.end, insertion)
    override val name: String = source.path.substringAfterLast('/')
    override val locationId: String = packageName + "/" + source.path

    private val insertedAt = place(preamble.end)

    /** From a place in the compiler's text to the place in the file. */
    fun place(line: Int, column: Int): Location {
        val behind = line == insertedAt.line && column > insertedAt.column
        val own = if (behind) maxOf(column - insertion.length, insertedAt.column) else column
        return Location(source.file, line, own)
    }

    private fun place(offset: Int): Location {
        val before = source.text.substring(0, offset)
        return Location(source.file, before.count { it == '\n' } + 1, offset - before.lastIndexOf('\n'))
    }

    private fun ownPackage(at: Int): String =
        source.text
            .substring(at + "package".length)
            .lineSequence()
            .first()
            .substringBefore(';')
            .substringBefore("//")
            .trim()

    override fun equals(other: Any?): Boolean = other is PackagedSource && other.locationId == locationId

    override fun hashCode(): Int = locationId.hashCode()
}
