package dev.mdb.examples

import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager

/** Looks into an SQLite file, past mdb. */
class Database(private val file: Path) {
    fun <T> use(work: (Connection) -> T): T = DriverManager.getConnection("jdbc:sqlite:$file").use(work)

    fun rows(sql: String): List<List<Any?>> =
        use { connection ->
            connection.createStatement().use { statement ->
                val results = statement.executeQuery(sql)
                val width = results.metaData.columnCount
                buildList { while (results.next()) add((1..width).map { results.getObject(it) }) }
            }
        }

    /** Texts of all tables, indexes, views and triggers but mdb's own; without quotes, which SQLite adds when it renames. */
    fun schema(): List<String> =
        rows(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND tbl_name NOT LIKE 'mdb_version%' ORDER BY type, name",
        ).map { (it.single() as String).replace("\"", "") }

    fun tables(): List<String> =
        rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'mdb_version%' ORDER BY name",
        ).map { it.single() as String }

    /** The applied set. */
    fun applied(): Set<String> = rows("SELECT revision FROM mdb_version").map { it.single() as String }.toSet()

    /** Schema and rows, as a text to compare and to read. */
    fun dump(): String =
        (
            schema() +
                tables().flatMap { table ->
                    listOf("-- rows of $table") + rows("SELECT * FROM \"$table\"").map { it.joinToString(" | ") }.sorted()
                }
        ).joinToString("\n", postfix = "\n")
}
