package dev.mdb.dsl

import org.jetbrains.exposed.v1.core.Column
import org.jetbrains.exposed.v1.core.ColumnType
import org.jetbrains.exposed.v1.core.IDateColumnType
import org.jetbrains.exposed.v1.core.Table
import org.jetbrains.exposed.v1.core.vendors.DataTypeProvider
import org.jetbrains.exposed.v1.core.vendors.MariaDBDialect
import org.jetbrains.exposed.v1.core.vendors.currentDialect
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter

// The names and types of Exposed's module for java.time, which is not needed for them.

/** A day: DATE. */
public fun Table.date(name: String): Column<LocalDate> = registerColumn(name, TimeColumn(DataTypeProvider::dateType, LocalDate::parse))

/** A time of day: TIME. */
public fun Table.time(name: String): Column<LocalTime> = registerColumn(name, TimeColumn(DataTypeProvider::timeType, LocalTime::parse))

/** A day and a time without a zone: TIMESTAMP, DATETIME(6). */
public fun Table.datetime(name: String): Column<LocalDateTime> =
    registerColumn(name, TimeColumn(DataTypeProvider::dateTimeType, { LocalDateTime.parse(it.replace(' ', 'T')) }, ::words))

/** A moment, kept in UTC without a zone: TIMESTAMP, DATETIME(6). */
public fun Table.timestamp(name: String): Column<Instant> =
    registerColumn(name, TimeColumn(DataTypeProvider::timestampType, Instant::parse) { words(LocalDateTime.ofInstant(it, ZoneOffset.UTC)) })

/** A moment with its zone where the engine keeps one: TIMESTAMP WITH TIME ZONE, TIMESTAMP(6). */
public fun Table.timestampWithTimeZone(name: String): Column<OffsetDateTime> =
    registerColumn(
        name,
        TimeColumn(::timestampWithTimeZoneType, OffsetDateTime::parse) { words(it.toLocalDateTime()) + it.offset },
    )

/** Exposed refuses it on MariaDB, which has it as MySQL does. */
private fun timestampWithTimeZoneType(types: DataTypeProvider): String =
    if (currentDialect is MariaDBDialect) "TIMESTAMP(6)" else types.timestampWithTimeZoneType()

private val SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
private val MICROSECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS")

private fun words(time: LocalDateTime): String = (if (time.nano == 0) SECONDS else MICROSECONDS).format(time)

private class TimeColumn<T : Any>(
    private val type: (DataTypeProvider) -> String,
    private val parse: (String) -> T,
    private val text: (T) -> String = Any::toString,
) : ColumnType<T>(),
    IDateColumnType {
    override val hasTimePart: Boolean = true

    override fun sqlType(): String = type(currentDialect.dataTypeProvider)

    override fun valueFromDB(value: Any): T = parse(value.toString())

    override fun nonNullValueToString(value: T): String = "'${text(value)}'"
}
