package dev.mdb.cli.report;

import dev.mdb.error.Category;
import dev.mdb.schema.diff.CatalogDiff;
import dev.mdb.schema.diff.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mdb check}: {@code {"equal": boolean, "resources": [{"resource", "equal": boolean,
 * "differences": [{"kind", "name", "text"}], "obstacles": [problem], "hints": [text], "leftAlone":
 * [text], "notCompared": [text]}], "skipped": [resource]}}. A difference is seen from the models:
 * {@code added_column} is what they have and the database has not. Obstacles are differences that
 * no revision can be written for. Exit status 4 when something differs.
 *
 * @param skipped resources without models
 */
public record CheckReport(ByResource<CatalogDiff> diffs, List<String> skipped) implements Report {
  public CheckReport {
    skipped = List.copyOf(skipped);
  }

  private boolean isEqual() {
    return diffs.parts().stream().allMatch(part -> part.value().isEmpty());
  }

  @Override
  public void print(TextOutput output) {
    diffs.print(output, CheckReport::print);
    skipped.forEach(name -> output.line(output.strong(name) + ": skipped, it has no models"));
  }

  private static void print(CatalogDiff diff, TextOutput output) {
    if (diff.isEmpty()) {
      output.line(output.good("the database is what the models ask for"));
      return;
    }
    diff.differences().forEach(each -> output.line(each.text()));
    for (var obstacle : diff.obstacles()) {
      output.line(obstacle.message());
      obstacle.help().ifPresent(help -> output.indented().line("help: " + help));
    }
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("equal", isEqual());
    document.put("resources", diffs.json(diff -> List.of(json(diff))));
    document.put("skipped", skipped);
    return document;
  }

  static Map<String, Object> json(CatalogDiff diff) {
    var map = new LinkedHashMap<String, Object>();
    map.put("equal", diff.isEmpty());
    map.put("differences", diff.differences().stream().map(CheckReport::json).toList());
    map.put("obstacles", diff.obstacles().stream().map(ProblemReport::json).toList());
    map.put("hints", diff.hints());
    map.put("leftAlone", diff.leftAlone());
    map.put("notCompared", diff.notCompared());
    return map;
  }

  private static Map<String, Object> json(Difference difference) {
    var map = new LinkedHashMap<String, Object>();
    map.put("kind", difference.kind());
    map.put("name", difference.name());
    map.put("text", difference.text());
    return map;
  }

  @Override
  public int exitStatus() {
    return isEqual() ? 0 : Category.FOUND.exitStatus();
  }
}
