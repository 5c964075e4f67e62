package dev.mdb.dsl.operation

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
