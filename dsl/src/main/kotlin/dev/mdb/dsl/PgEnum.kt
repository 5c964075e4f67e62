package dev.mdb.dsl

/**
 * A type of PostgreSQL with a fixed list of values, in their order. A model declares it as a value or an object,
 * `val mood = PgEnum("mood", "sad", "ok")`; a column of it is `sqlType("mood", mood.name)`.
 */
public open class PgEnum(public val name: String, vararg values: String) {
    public val values: List<String> = values.asList()
}
