package dev.mdb.cli.report;

import dev.mdb.migrate.OfflineScript;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code --sql}: the script and nothing else; as JSON {@code {"resource", "from": [id], "to": [id],
 * "steps": [{"revision", "action", "message"}], "script": text}}. From and to are heads, the steps
 * stand in run order.
 */
public record OfflineReport(OfflineScript script) implements Report {
  @Override
  public void print(TextOutput output) {
    output.raw(script.text());
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", script.resource());
    document.put("from", script.from());
    document.put("to", script.to());
    document.put("steps", script.steps().stream().map(OfflineReport::json).toList());
    document.put("script", script.text());
    return document;
  }

  private static Map<String, Object> json(OfflineScript.Done step) {
    var map = new LinkedHashMap<String, Object>();
    map.put("revision", step.revision().id());
    map.put("action", step.action().name().toLowerCase(Locale.ROOT));
    map.put("message", step.revision().message());
    return map;
  }
}
