package dev.mdb.dsl.operation

import com.fasterxml.jackson.core.JacksonException
import com.fasterxml.jackson.jr.ob.JSON
import dev.mdb.error.Category
import dev.mdb.error.MdbException
import dev.mdb.error.Problem
import org.apache.commons.csv.CSVFormat
import org.apache.commons.csv.QuoteMode
import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path

/** Data files beside a script. */
internal class ScriptFolder(private val folder: Path) {
    /** The file's text, without a byte-order mark. */
    fun text(path: String): String =
        try {
            Files.readString(folder.resolve(path)).removePrefix("\uFEFF")
        } catch (e: IOException) {
            throw MdbException(
                Problem
                    .of(Category.FAILED, "unreadable-file", "cannot read $path: no readable UTF-8 file beside the script")
                    .help("paths are relative to the script's folder"),
                e,
            )
        }
}

internal object CsvFile {
    fun rows(text: String, delimiter: Char, path: String): List<Map<String, String?>> {
        val format =
            CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setQuoteMode(QuoteMode.ALL_NON_NULL)
                .get()
        try {
            return format.parse(text.reader()).use { parser ->
                val columns = parser.headerNames
                parser.map { record ->
                    if (record.size() !=
                        columns.size
                    ) {
                        throw damaged(path, record.recordNumber, "${record.size()} fields, ${columns.size} columns")
                    }
                    columns.withIndex().associate { (i, column) -> column to record.get(i) }
                }
            }
        } catch (e: IOException) {
            throw damaged(path, 0, e.message.orEmpty())
        } catch (e: IllegalArgumentException) {
            throw damaged(path, 0, e.message.orEmpty())
        }
    }

    private fun damaged(path: String, row: Long, reason: String) =
        MdbException(Problem.of(Category.FAILED, "bad-csv", "$path: ${if (row > 0) "row $row: " else ""}$reason"))
}

internal object JsonFile {
    /** Numbers with a point stay exact. */
    private val json = JSON.std.with(JSON.Feature.USE_BIG_DECIMAL_FOR_FLOATS, JSON.Feature.FAIL_ON_DUPLICATE_MAP_KEYS)

    fun rows(text: String, path: String): List<Map<String, Any?>> =
        parsed(text, path).mapIndexed { i, row ->
            val fields = row as? Map<*, *> ?: throw damaged(path, "element ${i + 1} of the array is no object")
            fields.entries.associate { (name, value) -> name as String to value(value) }
        }

    private fun parsed(text: String, path: String): List<Any?> =
        try {
            json.anyFrom(text) as? List<*> ?: throw damaged(path, "the file holds no array of objects")
        } catch (e: JacksonException) {
            throw damaged(path, "line ${e.location?.lineNr}: ${e.originalMessage}")
        } catch (e: IOException) {
            throw damaged(path, e.message.orEmpty())
        }

    private fun value(value: Any?): Any? = if (value is Map<*, *> || value is List<*>) json.asString(value) else value

    private fun damaged(path: String, reason: String) =
        MdbException(
            Problem.of(Category.FAILED, "bad-json", "$path: $reason").help("""expected: [{"column": value, …}, …]"""),
        )
}
