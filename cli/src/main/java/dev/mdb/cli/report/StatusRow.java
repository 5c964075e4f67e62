package dev.mdb.cli.report;

import dev.mdb.migrate.ResourceStatus;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How one resource stands, as a row of a table or as JSON. */
record StatusRow(ResourceStatus status) {
  private static final String NONE = "-";

  List<String> row() {
    var kind = status.kind().orElse(NONE);
    var url = status.url().orElse(NONE);
    if (status.problem().isPresent()) {
      return List.of(status.name(), kind, url, status.problem().get().toString());
    }
    return List.of(
        status.name(),
        kind,
        url,
        state(),
        status.heads().isEmpty() ? NONE : String.join(", ", status.heads()),
        status.last().map(this::text).orElse(NONE),
        status.lockHolder().orElse("free"));
  }

  private String state() {
    var stopped = status.halfWay().map(id -> "half-way: " + id);
    var running = status.open().map(entry -> "running: " + entry.revision());
    return stopped.or(() -> running).orElseGet(this::rest);
  }

  private String rest() {
    var parts = new ArrayList<String>();
    if (!status.pending().isEmpty()) parts.add(status.pending().size() + " pending");
    if (!status.withoutScript().isEmpty()) {
      parts.add(status.withoutScript().size() + " without a script");
    }
    return parts.isEmpty() ? "up to date" : String.join(", ", parts);
  }

  private String text(LogEntry entry) {
    boolean brokeOff = entry.outcome() == LogOutcome.RUNNING && status.lockHolder().isEmpty();
    var outcome = brokeOff ? "broke off" : lower(entry.outcome());
    return entry.at().truncatedTo(ChronoUnit.SECONDS) + " " + outcome;
  }

  Map<String, Object> json() {
    var map = new LinkedHashMap<String, Object>();
    map.put("resource", status.name());
    status.kind().ifPresent(text -> map.put("kind", text));
    status.url().ifPresent(text -> map.put("url", text));
    map.put("reached", status.problem().isEmpty());
    if (status.problem().isPresent()) {
      map.put("problem", ProblemReport.json(status.problem().get()));
      return map;
    }
    map.put("heads", status.heads());
    map.put("pending", status.pending().size());
    map.put("withoutScript", status.withoutScript().size());
    status.last().ifPresent(entry -> map.put("lastRun", json(entry)));
    status.lockHolder().ifPresent(holder -> map.put("lockHolder", holder));
    status.halfWay().ifPresent(id -> map.put("halfWay", id));
    status.brokenOff().ifPresent(problem -> map.put("brokenOff", ProblemReport.json(problem)));
    return map;
  }

  private static Map<String, Object> json(LogEntry entry) {
    var map = new LinkedHashMap<String, Object>();
    map.put("at", entry.at().toString());
    map.put("outcome", lower(entry.outcome()));
    map.put("revision", entry.revision());
    map.put("action", lower(entry.action()));
    map.put("run", entry.run());
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
