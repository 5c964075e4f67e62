package dev.mdb.resource.redis;

import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** State as names and texts: the names of the relational columns, lists joined by commas. */
final class StateRows {
  private StateRows() {}

  static Map<String, String> fields(AppliedRevision revision) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("revision", revision.id());
    fields.put("parents", String.join(",", revision.parents()));
    fields.put("dependencies", String.join(",", revision.dependencies()));
    fields.put("labels", String.join(",", revision.labels()));
    fields.put("message", revision.message());
    fields.put("script_hash", revision.scriptHash());
    fields.put("applied_at", revision.at().toString());
    fields.put("applied_by", revision.by());
    fields.put("duration_ms", Long.toString(revision.took().toMillis()));
    return fields;
  }

  static AppliedRevision applied(Map<String, String> fields) {
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

  static Map<String, String> fields(LogEntry entry) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("run_id", entry.run());
    fields.put("ordinal", Integer.toString(entry.ordinal()));
    fields.put("revision", entry.revision());
    fields.put("direction", entry.action().name());
    fields.put("outcome", entry.outcome().name());
    fields.put("parts", String.join(",", entry.parts()));
    fields.put("checkpoint", entry.checkpoint().orElse(""));
    fields.put("error", entry.error().orElse(""));
    fields.put("at", entry.at().toString());
    fields.put("duration_ms", Long.toString(entry.took().toMillis()));
    fields.put("run_by", entry.owner().user());
    fields.put("host", entry.owner().host());
    fields.put("pid", Long.toString(entry.owner().pid()));
    fields.put("tool", entry.owner().tool());
    return fields;
  }

  static LogEntry logEntry(Map<String, String> fields) {
    return new LogEntry(
        get(fields, "run_id"),
        Integer.parseInt(get(fields, "ordinal")),
        get(fields, "revision"),
        LogAction.valueOf(get(fields, "direction")),
        LogOutcome.valueOf(get(fields, "outcome")),
        list(get(fields, "parts")),
        filled(get(fields, "checkpoint")),
        filled(get(fields, "error")),
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
    return Optional.of(text).filter(some -> !some.isEmpty());
  }

  private static List<String> list(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(","));
  }
}
