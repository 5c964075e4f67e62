package dev.mdb.cli.report;

import dev.mdb.graph.StampPlan;
import dev.mdb.migrate.StampReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mdb stamp}: {@code {"run", "resources": [{"resource", "added": [id], "removed": [id],
 * "renewed": [id], "heads": [id]}]}}. As text the difference is shown before it is written ({@link
 * #printBefore}), the new heads after.
 */
public record StampedReport(StampReport stamp) implements Report {
  /**
   * @param named is there more than one resource?
   */
  public static void printBefore(
      String resource, boolean named, StampPlan difference, TextOutput output) {
    var lines = named ? output.indented() : output;
    if (named) output.line(output.strong(resource) + ":");
    difference.removed().forEach(id -> lines.line("- " + output.id(id)));
    difference.renewed().forEach(id -> lines.line("= " + output.id(id) + ", recorded anew"));
    difference.added().forEach(id -> lines.line("+ " + output.id(id)));
    if (difference.isEmpty()) lines.line("nothing to do");
    output.flush();
  }

  @Override
  public void print(TextOutput output) {
    byResource().print(output, (difference, lines) -> lines.line("current: " + heads(difference)));
  }

  static String heads(StampPlan difference) {
    return difference.heads().isEmpty() ? "nothing" : String.join(", ", difference.heads());
  }

  private ByResource<StampPlan> byResource() {
    return new ByResource<>(
        stamp.resources().stream()
            .map(each -> new ByResource.Part<>(each.resource(), each.difference()))
            .toList());
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("run", stamp.run());
    document.put("resources", byResource().json(difference -> List.of(json(difference))));
    return document;
  }

  static Map<String, Object> json(StampPlan difference) {
    var map = new LinkedHashMap<String, Object>();
    map.put("added", difference.added());
    map.put("removed", difference.removed());
    map.put("renewed", difference.renewed());
    map.put("heads", difference.heads());
    return map;
  }
}
