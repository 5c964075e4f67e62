package dev.mdb.resource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state as names and values, the same on every kind of resource: columns of a table, fields of
 * a hash. Lists are joined by commas, which no id or label may hold; times are ISO 8601 text in
 * UTC.
 */
public final class StateFields {
  /** Of an applied revision. */
  public static final List<String> REVISION =
      List.of(
          "revision",
          "parents",
          "dependencies",
          "labels",
          "message",
          "script_hash",
          "applied_at",
          "applied_by",
          "duration_ms");

  /** Of a log entry. */
  public static final List<String> LOG =
      List.of(
          "run_id",
          "ordinal",
          "revision",
          "direction",
          "outcome",
          "parts",
          "checkpoint",
          "error",
          "at",
          "duration_ms",
          "run_by",
          "host",
          "pid",
          "tool");

  /** What changes in a log entry while its step goes on. */
  public static final List<String> PROGRESS =
      List.of("outcome", "parts", "checkpoint", "error", "duration_ms");

  /** Of a time in UTC; a 0 stands for a digit. More digits may follow the point. */
  private static final String SHAPE = "0000-00-00T00:00:00.";

  private static final int SECONDS_END = 19;
  private static final int SECONDS_OF_DAY = 86_400;

  private StateFields() {}

  /** Texts and numbers, in the order of {@link #REVISION}. */
  public static Map<String, Object> of(AppliedRevision revision) {
    return named(
        REVISION,
        revision.id(),
        String.join(",", revision.parents()),
        String.join(",", revision.dependencies()),
        String.join(",", revision.labels()),
        revision.message(),
        revision.scriptHash(),
        revision.at().toString(),
        revision.by(),
        revision.took().toMillis());
  }

  /** Texts, numbers and null, in the order of {@link #LOG}. */
  public static Map<String, Object> of(LogEntry entry) {
    return named(
        LOG,
        entry.run(),
        entry.ordinal(),
        entry.revision(),
        entry.action().name(),
        entry.outcome().name(),
        String.join(",", entry.parts()),
        entry.checkpoint().orElse(null),
        entry.error().orElse(null),
        entry.at().toString(),
        entry.took().toMillis(),
        entry.owner().user(),
        entry.owner().host(),
        entry.owner().pid(),
        entry.owner().tool());
  }

  private static Map<String, Object> named(List<String> names, Object... values) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < values.length; i++) fields.put(names.get(i), values[i]);
    return fields;
  }

  /**
   * What {@link Instant#toString} wrote. {@link Instant#parse} is made of so many parts that a
   * thousand rows take 90 ms in a fresh process; it is left what is not of the usual shape.
   */
  static Instant instant(String text) {
    int end = text.length() - 1;
    if (end < SECONDS_END || !isUsual(text, end)) return Instant.parse(text);
    var day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
    var time = LocalTime.of(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19));
    var digits = end == SECONDS_END ? "" : text.substring(SECONDS_END + 1, end);
    int nanos = digits.isEmpty() ? 0 : Integer.parseInt((digits + "00000000").substring(0, 9));
    return Instant.ofEpochSecond(day.toEpochDay() * SECONDS_OF_DAY + time.toSecondOfDay(), nanos);
  }

  private static boolean isUsual(String text, int end) {
    for (int i = 0; i < end; i++) {
      char expected = i <= SECONDS_END ? SHAPE.charAt(i) : '0';
      char found = text.charAt(i);
      boolean fits = expected == '0' ? found >= '0' && found <= '9' : found == expected;
      if (!fits) return false;
    }
    return text.charAt(end) == 'Z' && end != SECONDS_END + 1 && end <= SHAPE.length() + 9;
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  /**
   * @throws IllegalArgumentException (or one of time's) for fields that mdb has not written
   */
  public static AppliedRevision revision(Map<String, String> fields) {
    return new AppliedRevision(
        get(fields, "revision"),
        list(get(fields, "parents")),
        list(get(fields, "dependencies")),
        list(get(fields, "labels")),
        get(fields, "message"),
        get(fields, "script_hash"),
        instant(get(fields, "applied_at")),
        get(fields, "applied_by"),
        Duration.ofMillis(Long.parseLong(get(fields, "duration_ms"))));
  }

  /**
   * @throws IllegalArgumentException (or one of time's) for fields that mdb has not written
   */
  public static LogEntry logEntry(Map<String, String> fields) {
    return new LogEntry(
        get(fields, "run_id"),
        Integer.parseInt(get(fields, "ordinal")),
        get(fields, "revision"),
        LogAction.valueOf(get(fields, "direction")),
        LogOutcome.valueOf(get(fields, "outcome")),
        list(get(fields, "parts")),
        filled(fields.get("checkpoint")),
        filled(fields.get("error")),
        instant(get(fields, "at")),
        Duration.ofMillis(Long.parseLong(get(fields, "duration_ms"))),
        new RunOwner(
            get(fields, "run_by"),
            get(fields, "host"),
            Long.parseLong(get(fields, "pid")),
            get(fields, "tool")));
  }

  private static String get(Map<String, String> fields, String name) {
    var value = fields.get(name);
    if (value == null) throw new IllegalArgumentException("no field '" + name + "'");
    return value;
  }

  private static Optional<String> filled(String text) {
    return Optional.ofNullable(text).filter(some -> !some.isEmpty());
  }

  private static List<String> list(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }
}
