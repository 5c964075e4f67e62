package dev.mdb.dsl

import dev.mdb.dsl.schema.ColumnDefinition
import dev.mdb.dsl.schema.DefaultSql
import dev.mdb.dsl.schema.GeneratedAs
import dev.mdb.dsl.schema.IdentityAs
import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ColumnType
import org.jetbrains.exposed.v1.core.IColumnType
import org.jetbrains.exposed.v1.core.Table

/** A default in the engine's words: `timestamp("at").defaultSql("now()")`. */
public fun <T> Column<T>.defaultSql(expression: String): Column<T> = define(DefaultSql(expression))

/**
 * A column that is computed from others: `integer("total").generated("price * amount")`.
 *
 * @param expression without brackets around it
 * @param stored false = computed when it is read
 */
public fun <T> Column<T>.generated(expression: String, stored: Boolean = true): Column<T> = define(GeneratedAs(expression, stored))

/**
 * Numbers the rows as the SQL standard has it, `GENERATED … AS IDENTITY`. Where the engine has no such clause it is the same as
 * `autoIncrement()`.
 *
 * @param always false = a value that is given goes before
 */
public fun <T> Column<T>.identity(always: Boolean = false): Column<T> = define(IdentityAs(always))

private fun <T> Column<T>.define(definition: ColumnDefinition): Column<T> = with(table) { withDefinition(definition) }

/** A column of a type that Exposed does not know, in the engine's words: `sqlType("search", "tsvector")`. Its values are texts. */
public fun Table.sqlType(name: String, type: String): Column<String> = registerColumn(name, SqlType(type))

/**
 * The same values in a column of another type, in the engine's words: `integer("id").sqlType("mediumint unsigned")`. Stands right behind
 * the builder.
 */
public fun <T : Any> Column<T>.sqlType(type: String): Column<T> =
    with(table) { replaceColumn(this@sqlType, withColumnType(TypeInWords(columnType, type))) }

private class TypeInWords<T>(values: IColumnType<T>, private val text: String) : IColumnType<T> by values {
    override fun sqlType(): String = text
}

private class SqlType(private val text: String) : ColumnType<String>() {
    override fun sqlType(): String = text

    override fun valueFromDB(value: Any): String = value.toString()

    /** Quoted whatever the type is: an engine reads `'1'` as a number where one belongs. */
    override fun nonNullValueToString(value: String): String = "'${value.replace("'", "''")}'"
}
