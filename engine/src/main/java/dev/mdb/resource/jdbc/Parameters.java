package dev.mdb.resource.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/** Values of scripts as drivers take them. */
public final class Parameters {
  private Parameters() {}

  /**
   * Replaces what no driver knows: enums and characters by their text, points in time by a time
   * with offset, spans of time by their ISO 8601 text. Other values stay as they are.
   */
  public static Object plain(Object value) {
    if (value instanceof Enum<?> constant) return constant.name();
    if (value instanceof Instant instant) return instant.atOffset(ZoneOffset.UTC);
    if (value instanceof ZonedDateTime time) return time.toOffsetDateTime();
    if (value instanceof Year year) return year.getValue();
    if (value != null && value.getClass() == Date.class) return plain(((Date) value).toInstant());
    return isText(value) ? value.toString() : value;
  }

  private static boolean isText(Object value) {
    return value instanceof CharSequence
        || value instanceof Character
        || value instanceof Duration
        || value instanceof Period
        || value instanceof YearMonth;
  }
}
