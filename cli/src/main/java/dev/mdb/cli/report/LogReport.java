package dev.mdb.cli.report;

import dev.mdb.resource.LogEntry;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code mdb log}, newest first: {@code {"log": [{"resource", "at", "run", "ordinal", "revision",
 * "action", "outcome", "statements": number, "milliseconds", "by", "tool", "error"}]}}. Times are
 * ISO 8601 in UTC; action is upgrade, downgrade, stamp, unstamp; outcome is done, failed, running,
 * stopped, resumed, repaired; the error is left out where there is none.
 */
public record LogReport(ByResource<List<LogEntry>> log) implements Report {
  private static final int SHORT_RUN = 8;

  @Override
  public void print(TextOutput output) {
    log.print(output, LogReport::print);
  }

  private static void print(List<LogEntry> entries, TextOutput output) {
    if (entries.isEmpty()) {
      output.line("nothing is logged");
      return;
    }
    var table =
        new TextTable("TIME", "RUN", "REVISION", "ACTION", "OUTCOME", "STATEMENTS", "TOOK", "BY");
    entries.forEach(entry -> table.add(row(entry)));
    var lines = table.lines();
    output.line(output.strong(lines.get(0)));
    for (int i = 0; i < entries.size(); i++) {
      output.line(lines.get(i + 1));
      entries.get(i).error().ifPresent(error -> output.indented().line(oneLine(error)));
    }
  }

  private static List<String> row(LogEntry entry) {
    var run = entry.run();
    return List.of(
        entry.at().truncatedTo(ChronoUnit.SECONDS).toString(),
        run.substring(0, Math.min(SHORT_RUN, run.length())) + "#" + entry.ordinal(),
        entry.revision(),
        lower(entry.action()),
        lower(entry.outcome()),
        Integer.toString(entry.parts().size()),
        TimeText.of(entry.took()),
        entry.owner().toString());
  }

  private static String oneLine(String error) {
    return "error: " + error.lines().findFirst().orElse("");
  }

  @Override
  public Object json() {
    return Map.of("log", log.json(each -> each.stream().map(LogReport::json).toList()));
  }

  private static Map<String, Object> json(LogEntry entry) {
    var map = new LinkedHashMap<String, Object>();
    map.put("at", entry.at().toString());
    map.put("run", entry.run());
    map.put("ordinal", entry.ordinal());
    map.put("revision", entry.revision());
    map.put("action", lower(entry.action()));
    map.put("outcome", lower(entry.outcome()));
    map.put("statements", entry.parts().size());
    map.put("milliseconds", entry.took().toMillis());
    map.put("by", entry.owner().toString());
    map.put("tool", entry.owner().tool());
    entry.error().ifPresent(error -> map.put("error", error));
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
