package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Dialect;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Date;
import java.util.HexFormat;
import java.util.UUID;

/** Values as literals, such that a column gets from one what it gets from the bound value. */
final class Literals {
  private static final DateTimeFormatter TIME =
      new DateTimeFormatterBuilder()
          .appendPattern("HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter();
  private static final DateTimeFormatter MOMENT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral(' ')
          .append(TIME)
          .toFormatter();

  private final JdbcEngine engine;
  private final Dialect dialect;

  Literals(JdbcEngine engine) {
    this.engine = engine;
    this.dialect = engine.dialect();
  }

  /**
   * @throws MdbException of code {@code no-literal} for a value that only a driver knows
   */
  String of(Object value) {
    if (value instanceof SqlExpression expression) return expression.text();
    var plain = engine.parameter(value);
    if (plain == null) return "NULL";
    if (plain instanceof Boolean flag) return flag(flag);
    if (plain instanceof Number number) return number(number);
    if (plain instanceof String text) return text(text);
    if (plain instanceof byte[] bytes) return bytes(bytes);
    return time(plain);
  }

  private String flag(boolean value) {
    if (dialect == Dialect.SQLITE) return value ? "1" : "0";
    return value ? "TRUE" : "FALSE";
  }

  private String number(Number number) {
    if (number instanceof BigDecimal decimal) return decimal(decimal);
    if (number instanceof Double || number instanceof Float) return floating(number);
    return number.toString();
  }

  /** SQLite's driver binds it as a text. */
  private String decimal(BigDecimal value) {
    return dialect == Dialect.SQLITE ? "'" + value + "'" : value.toPlainString();
  }

  /** The MySQL driver writes a float by its own digits, the others widen it. */
  private String floating(Number number) {
    var mysql = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
    var text = mysql ? number.toString() : Double.toString(number.doubleValue());
    if (Double.isFinite(number.doubleValue())) return text;
    if (dialect == Dialect.POSTGRESQL) return "'" + text + "'::double precision";
    if (dialect == Dialect.SQLITE)
      return text.equals("NaN") ? "NULL" : text.replace("Infinity", "9e999");
    throw unknown(text);
  }

  String text(String text) {
    return switch (dialect) {
      case POSTGRESQL -> quoted(text);
      case MYSQL, MARIADB -> escaped(text);
      case SQLITE -> ofSqlite(text);
    };
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** With what its client would not hand on as it is. */
  private static String escaped(String text) {
    return quoted(
        text.replace("\\", "\\\\")
            .replace("\0", "\\0")
            .replace("\r", "\\r")
            .replace("\u001a", "\\Z"));
  }

  /** The shell drops a carriage return at the end of a line, and ends its text at a zero. */
  private static String ofSqlite(String text) {
    if (text.indexOf('\0') >= 0) {
      return "CAST(" + hex(text.getBytes(StandardCharsets.UTF_8)) + " AS TEXT)";
    }
    if (!text.contains("\r\n")) return quoted(text);
    return "replace(" + quoted(text.replace("\r\n", "\r \n")) + ", char(13, 32, 10), char(13, 10))";
  }

  private String bytes(byte[] bytes) {
    return dialect == Dialect.POSTGRESQL
        ? "BYTEA '\\x" + HexFormat.of().formatHex(bytes) + "'"
        : hex(bytes);
  }

  private static String hex(byte[] bytes) {
    return "X'" + HexFormat.of().formatHex(bytes) + "'";
  }

  /** What SQLite has no type for has become text before. */
  private String time(Object value) {
    if (dialect == Dialect.SQLITE && value instanceof Date date)
      return Long.toString(date.getTime());
    if (value instanceof LocalDate date) return typed("DATE", date.toString());
    if (value instanceof LocalTime time) return typed("TIME", TIME.format(time));
    if (value instanceof LocalDateTime moment) return typed("TIMESTAMP", MOMENT.format(moment));
    if (value instanceof OffsetDateTime moment) return instant(moment);
    if (value instanceof OffsetTime time && dialect == Dialect.POSTGRESQL) {
      return "TIMETZ " + quoted(time.toString());
    }
    if (value instanceof UUID id && dialect == Dialect.POSTGRESQL) return "UUID '" + id + "'";
    if (value instanceof java.sql.Date date) return of(date.toLocalDate());
    if (value instanceof java.sql.Time time) return of(time.toLocalTime());
    if (value instanceof java.sql.Timestamp moment) return of(moment.toInstant());
    throw unknown(value.getClass().getName());
  }

  private String instant(OffsetDateTime moment) {
    var utc = MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    return dialect == Dialect.POSTGRESQL ? "TIMESTAMPTZ '" + utc + "+00'" : quoted(utc);
  }

  /** MySQL takes the text for a column of any kind, as from its driver. */
  private String typed(String type, String text) {
    return dialect == Dialect.POSTGRESQL ? type + " '" + text + "'" : quoted(text);
  }

  private static MdbException unknown(String what) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "no-literal",
                "a value of " + what + " cannot be written into a script of SQL")
            .help(
                "give it as a text, a number, a time or bytes; or run this online, without --sql"));
  }
}
