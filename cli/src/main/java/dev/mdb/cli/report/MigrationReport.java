package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.ResourceReport;
import dev.mdb.migrate.RunReport;
import dev.mdb.migrate.StepReport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mdb upgrade}, {@code mdb downgrade}: {@code {"run", "milliseconds", "steps": [{"resource",
 * "revision", "direction", "message", "operations": number, "milliseconds"}], "resources":
 * [{"resource", "steps": number, "notRun": [id], "heads": [id]}]}}. The steps are those that were
 * done; after a failure {@code "problems"} says why the others were not.
 */
public record MigrationReport(RunReport run, List<Problem> problems, Optional<Throwable> cause)
    implements Report {
  public static MigrationReport of(RunReport run) {
    return new MigrationReport(run, List.of(), Optional.empty());
  }

  public static MigrationReport of(MigrationFailed failed) {
    return new MigrationReport(failed.report(), failed.problems(), Optional.of(failed));
  }

  @Override
  public void print(TextOutput output) {
    resources().print(output, this::print);
  }

  private ByResource<ResourceReport> resources() {
    return new ByResource<>(
        run.resources().stream()
            .map(each -> new ByResource.Part<>(each.resource(), each))
            .toList());
  }

  private void print(ResourceReport resource, TextOutput output) {
    var heads = resource.heads().isEmpty() ? "nothing is applied" : heads(resource);
    output.line(done(resource) + "; " + heads);
    if (!resource.notRun().isEmpty()) {
      output.line("not run: " + String.join(", ", resource.notRun()));
    }
  }

  private String done(ResourceReport resource) {
    var steps = resource.steps();
    if (steps.isEmpty()) return resource.notRun().isEmpty() ? "nothing to do" : "nothing was done";
    var millis = steps.stream().mapToLong(step -> step.took().toMillis()).sum();
    var revisions = steps.size() == 1 ? "1 revision" : steps.size() + " revisions";
    return lower(steps.get(0).direction()) + "d " + revisions + " in " + millis + " ms";
  }

  private static String heads(ResourceReport resource) {
    return "current: " + String.join(", ", resource.heads());
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("run", run.run());
    document.put("milliseconds", run.took().toMillis());
    document.put(
        "steps",
        resources().json(each -> each.steps().stream().map(MigrationReport::json).toList()));
    document.put("resources", resources().json(each -> List.of(summary(each))));
    Documents.addProblems(document, problems);
    return document;
  }

  private static Map<String, Object> json(StepReport step) {
    var map = new LinkedHashMap<String, Object>();
    map.put("revision", step.revision());
    map.put("direction", lower(step.direction()));
    map.put("message", step.message());
    map.put("operations", step.operations());
    map.put("milliseconds", step.took().toMillis());
    return map;
  }

  private static Map<String, Object> summary(ResourceReport resource) {
    var map = new LinkedHashMap<String, Object>();
    map.put("steps", resource.steps().size());
    map.put("notRun", resource.notRun());
    map.put("heads", resource.heads());
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
