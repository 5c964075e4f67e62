package dev.mdb.resource;

import java.time.Duration;
import java.time.Instant;
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
        Instant.parse(get(fields, "applied_at")),
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
        Instant.parse(get(fields, "at")),
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
