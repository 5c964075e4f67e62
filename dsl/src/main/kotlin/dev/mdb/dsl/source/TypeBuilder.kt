package dev.mdb.dsl.source

import dev.mdb.schema.Dialect
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.Table
import org.jetbrains.exposed.v1.core.java.javaUUID

/**
 * A column builder of Exposed, as text and as a call.
 *
 * @param arguments what stands behind the name
 * @param values the Kotlin type of the column's values
 */
internal class TypeBuilder(
    private val function: String,
    val values: String,
    private val arguments: List<String> = emptyList(),
    private val make: Table.(String) -> Column<*>,
) {
    fun source(name: String, collation: String? = null): String =
        KotlinSource.call(function, KotlinSource.literal(name), *arguments.toTypedArray(), KotlinSource.text("collate", collation))

    val isText: Boolean get() = values == "String"

    fun build(table: Table): Column<*> = table.make("c")

    companion object {
        private val byte = TypeBuilder("byte", "Byte") { byte(it) }
        private val ubyte = TypeBuilder("ubyte", "UByte") { ubyte(it) }
        private val short = TypeBuilder("short", "Short") { short(it) }
        private val ushort = TypeBuilder("ushort", "UShort") { ushort(it) }
        private val integer = TypeBuilder("integer", "Int") { integer(it) }
        private val uinteger = TypeBuilder("uinteger", "UInt") { uinteger(it) }
        private val long = TypeBuilder("long", "Long") { long(it) }
        private val ulong = TypeBuilder("ulong", "ULong") { ulong(it) }
        private val float = TypeBuilder("float", "Float") { float(it) }
        private val double = TypeBuilder("double", "Double") { double(it) }
        private val bool = TypeBuilder("bool", "Boolean") { bool(it) }
        private val text = TypeBuilder("text", "String") { text(it) }
        private val mediumText = TypeBuilder("mediumText", "String") { mediumText(it) }
        private val largeText = TypeBuilder("largeText", "String") { largeText(it) }
        private val blob = TypeBuilder("blob", "ExposedBlob") { blob(it) }
        private val uuid = TypeBuilder("javaUUID", "UUID") { javaUUID(it) }
        private val bytes = TypeBuilder("binary", "ByteArray") { binary(it) }

        private fun varchar(length: Int) = TypeBuilder("varchar", "String", listOf("$length")) { varchar(it, length) }

        private fun char(length: Int) = TypeBuilder("char", "String", listOf("$length")) { char(it, length) }

        private fun binary(length: Int) = TypeBuilder("binary", "ByteArray", listOf("$length")) { binary(it, length) }

        private fun decimal(precision: Int, scale: Int) =
            TypeBuilder("decimal", "BigDecimal", listOf("$precision", "$scale")) { decimal(it, precision, scale) }

        private val TYPE = Regex("""([a-z][a-z0-9_ ]*?)\s*(?:\(\s*(\d+)\s*(?:,\s*(\d+)\s*)?\))?(\s+unsigned)?""", RegexOption.IGNORE_CASE)

        /** The builder whose values fit the type of a column; null for a type that Exposed has no values for. */
        fun of(type: String, dialect: Dialect): TypeBuilder? {
            val (name, first, second, unsigned) = TYPE.matchEntire(type.trim())?.destructured ?: return null
            val numbers = listOf(first, second).mapNotNull { it.toIntOrNull() }
            if (unsigned.isNotEmpty()) return unsigned(name.lowercase())
            return number(name.lowercase(), numbers, dialect) ?: other(name.lowercase(), numbers.firstOrNull()?.takeIf { it > 0 })
        }

        private fun unsigned(name: String): TypeBuilder? =
            when (name) {
                "tinyint" -> ubyte
                "smallint" -> ushort
                "int", "integer", "mediumint" -> uinteger
                "bigint" -> ulong
                else -> null
            }

        private fun number(name: String, arguments: List<Int>, dialect: Dialect): TypeBuilder? =
            when (name) {
                "boolean", "bool" -> bool
                "tinyint" -> if (arguments == listOf(1)) bool else byte
                "smallint", "int2" -> short
                "int", "integer", "int4", "mediumint" -> integer
                "bigint", "int8" -> long
                "real", "float4" -> if (dialect == Dialect.POSTGRESQL) float else double
                "float" -> if (dialect == Dialect.SQLITE) double else float
                "single" -> float
                "double precision", "double", "float8" -> double
                "decimal", "numeric" ->
                    decimal(
                        arguments.getOrElse(0) { WIDE },
                        arguments.getOrElse(1) { if (arguments.isEmpty()) FINE else 0 },
                    )
                else -> null
            }

        private fun other(name: String, length: Int?): TypeBuilder? =
            when (name) {
                "varchar", "character varying", "nvarchar" -> length?.let(::varchar) ?: text
                "char", "character", "nchar" -> length?.let(::char) ?: text
                "text", "tinytext", "clob" -> text
                "mediumtext" -> mediumText
                "longtext" -> largeText
                "blob", "tinyblob", "mediumblob", "longblob" -> blob
                "bytea" -> bytes
                "uuid" -> uuid
                "varbinary", "binary" -> length?.let(::binary)
                else -> null
            }

        /** For numbers of any size, whose type in words says so. */
        private const val WIDE = 38
        private const val FINE = 10
    }
}
