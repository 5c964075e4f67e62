package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How one resource stands.
 *
 * @param kind empty when even the URL is not known
 * @param url without its password
 * @param pending how many revisions are not applied
 * @param last the newest entry of its log
 * @param open the entry of a step that runs now, or broke off when nobody holds the lock
 * @param problem why nothing more is known
 */
public record ResourceStatus(
    String name,
    Optional<String> kind,
    Optional<String> url,
    List<String> heads,
    int pending,
    Optional<LogEntry> last,
    Optional<String> lockHolder,
    Optional<LogEntry> open,
    Optional<Problem> problem) {
  private static final String NONE = "-";

  public ResourceStatus {
    heads = List.copyOf(heads);
  }

  public static ResourceStatus unknown(
      String name, Optional<String> kind, Optional<String> url, Problem problem) {
    return new ResourceStatus(
        name,
        kind,
        url,
        List.of(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(problem));
  }

  /** The revision that stopped half-way. */
  private Optional<String> halfWay() {
    return lockHolder.isPresent() ? Optional.empty() : open.map(LogEntry::revision);
  }

  List<String> row() {
    var kindOrNone = kind.orElse(NONE);
    if (problem.isPresent()) {
      return List.of(name, kindOrNone, url.orElse(NONE), problem.get().toString());
    }
    return List.of(
        name,
        kindOrNone,
        url.orElse(NONE),
        state(),
        heads.isEmpty() ? NONE : String.join(", ", heads),
        last.map(this::text).orElse(NONE),
        lockHolder.orElse("free"));
  }

  private String state() {
    var stopped = halfWay().map(id -> "half-way: " + id);
    var running = open.map(entry -> "running: " + entry.revision());
    return stopped.or(() -> running).orElse(pending == 0 ? "up to date" : pending + " pending");
  }

  private String text(LogEntry entry) {
    boolean brokeOff = entry.outcome() == LogOutcome.RUNNING && lockHolder.isEmpty();
    var outcome = brokeOff ? "broke off" : lower(entry.outcome());
    return entry.at().truncatedTo(ChronoUnit.SECONDS) + " " + outcome;
  }

  Map<String, Object> json() {
    var map = new LinkedHashMap<String, Object>();
    map.put("resource", name);
    kind.ifPresent(text -> map.put("kind", text));
    url.ifPresent(text -> map.put("url", text));
    map.put("reached", problem.isEmpty());
    if (problem.isPresent()) {
      map.put("problem", ProblemReport.json(problem.get()));
      return map;
    }
    map.put("heads", heads);
    map.put("pending", pending);
    last.ifPresent(entry -> map.put("lastRun", json(entry)));
    lockHolder.ifPresent(holder -> map.put("lockHolder", holder));
    halfWay().ifPresent(id -> map.put("halfWay", id));
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
