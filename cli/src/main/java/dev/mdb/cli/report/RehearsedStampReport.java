package dev.mdb.cli.report;

import dev.mdb.migrate.StampReport.StampedResource;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * {@code mdb stamp --dry-run}: {@code {"dryRun": true, "resources": [{"resource", "added": [id],
 * "removed": [id], "renewed": [id], "heads": [id]}]}}; the heads are those that it would lead to.
 */
public record RehearsedStampReport(List<StampedResource> resources) implements Report {
  public RehearsedStampReport {
    resources = List.copyOf(resources);
  }

  @Override
  public void print(TextOutput output) {
    boolean several = resources.size() > 1;
    for (var each : resources) {
      StampedReport.printBefore(each.resource(), several, each.difference(), output);
      var lines = several ? output.indented() : output;
      lines.line("heads then: " + StampedReport.heads(each.difference()));
    }
  }

  @Override
  public Object json() {
    var byResource =
        new ByResource<>(
            resources.stream()
                .map(each -> new ByResource.Part<>(each.resource(), each.difference()))
                .toList());
    var document = new LinkedHashMap<String, Object>();
    document.put("dryRun", true);
    document.put("resources", byResource.json(plan -> List.of(StampedReport.json(plan))));
    return document;
  }
}
