package dev.mdb.dsl.source

import dev.mdb.schema.Dialect

/**
 * Types by one name each: an engine takes several names for a type and shows it by one.
 *
 * PostgreSQL 18, "Data types", table 8.1; MariaDB 11, "Data types" (display widths of integers mean nothing but for `tinyint(1)`, which
 * is BOOLEAN). SQLite keeps what it was given.
 */
internal class TypeWords(private val dialect: Dialect) {
    fun canonical(type: String): String =
        when (dialect) {
            Dialect.SQLITE -> type
            Dialect.POSTGRESQL -> renamed(type.lowercase(), POSTGRESQL)
            Dialect.MYSQL, Dialect.MARIADB -> mysql(type.lowercase())
        }

    private fun mysql(type: String): String {
        if (type == "boolean" || type == "bool") return "tinyint(1)"
        val width = WIDTH.matchEntire(type)
        val plain = if (width == null || type == "tinyint(1)") type else width.groupValues[1] + width.groupValues[3]
        return renamed(plain, MYSQL)
    }

    private fun renamed(type: String, names: Map<String, String>): String {
        val name = type.substringBefore('(').trim()
        val rest = type.removePrefix(type.substringBefore('(')).replace(" ", "")
        return (names[name] ?: name) + if (rest.endsWith(",0)")) rest.replace(",0)", ")") else rest
    }

    private companion object {
        val WIDTH = Regex("(tinyint|smallint|mediumint|int|integer|bigint)(\\(\\d+\\))?( unsigned)?")
        val POSTGRESQL =
            mapOf(
                "int" to "integer",
                "int4" to "integer",
                "int2" to "smallint",
                "int8" to "bigint",
                "float4" to "real",
                "float8" to "double precision",
                "bool" to "boolean",
                "varchar" to "character varying",
                "char" to "character",
                "bpchar" to "character",
                "decimal" to "numeric",
            )
        val MYSQL =
            mapOf(
                "integer" to "int",
                "integer unsigned" to "int unsigned",
                "double precision" to "double",
                "numeric" to "decimal",
                "nvarchar" to "varchar",
            )
    }
}
