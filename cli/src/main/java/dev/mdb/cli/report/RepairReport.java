package dev.mdb.cli.report;

import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code mdb repair}: {@code {"resource", "revision", "applied": boolean, "heads": [id]}}, the
 * heads afterwards.
 */
public record RepairReport(String resource, String revision, boolean applied, List<String> heads)
    implements Report {
  public RepairReport {
    heads = List.copyOf(heads);
  }

  @Override
  public void print(TextOutput output) {
    var current = heads.isEmpty() ? "nothing is applied" : "current: " + String.join(", ", heads);
    var state = applied ? "applied" : "not applied";
    output.line(output.id(revision) + " is recorded as " + state + "; " + current);
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resource", resource);
    document.put("revision", revision);
    document.put("applied", applied);
    document.put("heads", heads);
    return document;
  }
}
