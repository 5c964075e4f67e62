package dev.mdb.cli.report;

import static java.util.stream.Collectors.joining;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.ResourceReport;
import dev.mdb.migrate.RunReport;
import dev.mdb.migrate.StepReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * {@code mdb upgrade}, {@code mdb downgrade}: {@code {"run", "milliseconds", "steps": [{"resource",
 * "revision", "direction", "message", "operations": number, "milliseconds"}], "resources":
 * [{"resource", "steps": number, "notRun": [id], "heads": [id], "halfWay": id, "committed":
 * [text]}]}}. The steps are those that were done; after a failure {@code "problems"} says why the
 * others were not. Of a revision that stopped half-way, {@code committed} lists the statements that
 * stayed.
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
    var failed = failed(resource);
    failed
        .filter(problem -> problem.revision().isPresent())
        .ifPresent(problem -> printFailed(problem, output));
    var failedId = failed.flatMap(Problem::revision);
    var notRun =
        resource.notRun().stream().filter(id -> !failedId.equals(Optional.of(id))).toList();
    if (!notRun.isEmpty()) output.line("not run: " + String.join(", ", notRun));
  }

  /** What stopped the run, if that was in this resource. */
  private Optional<Problem> failed(ResourceReport resource) {
    return problems.stream()
        .filter(problem -> problem.resource().equals(Optional.of(resource.resource())))
        .findFirst();
  }

  private static void printFailed(Problem problem, TextOutput output) {
    var id = problem.revision().map(output::id).orElse("");
    if (!isHalfWay(problem)) {
      var word = problem.category() == Category.INTERRUPTED ? "interrupted: " : "failed: ";
      var nothing = Integer.valueOf(0).equals(problem.data().get("stayed"));
      output.line(word + id + (nothing ? ", nothing of it stayed" : ""));
      return;
    }
    var committed = committed(problem);
    output.line("half-way: " + id + stayed(problem, committed));
    var lines = output.indented();
    for (int i = 0; i < committed.size(); i++) lines.line((i + 1) + ". " + committed.get(i));
  }

  private static boolean isHalfWay(Problem problem) {
    return problem.category() == Category.INCOMPLETE
        || Boolean.TRUE.equals(problem.data().get("halfWay"));
  }

  private static String stayed(Problem problem, List<String> committed) {
    if (!committed.isEmpty()) return ", of which this stayed:";
    var count = problem.data().get("stayed");
    return count == null ? "" : ", " + count + " of its statements stayed";
  }

  private static List<String> committed(Problem problem) {
    return problem.data().get("committed") instanceof List<?> list
        ? list.stream().map(Object::toString).toList()
        : List.of();
  }

  private String done(ResourceReport resource) {
    var steps = resource.steps();
    if (steps.isEmpty()) {
      boolean wanted = !resource.notRun().isEmpty() || failed(resource).isPresent();
      return wanted ? "nothing was done" : "nothing to do";
    }
    var took = steps.stream().map(StepReport::took).reduce(Duration.ZERO, Duration::plus);
    var revisions = steps.size() == 1 ? "1 revision" : steps.size() + " revisions";
    var text = lower(steps.get(0).direction()) + "d " + revisions + " in " + TimeText.of(took);
    if (problems.isEmpty()) return text;
    return text + " (" + steps.stream().map(StepReport::revision).collect(joining(", ")) + ")";
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

  private Map<String, Object> summary(ResourceReport resource) {
    var map = new LinkedHashMap<String, Object>();
    map.put("steps", resource.steps().size());
    map.put("notRun", resource.notRun());
    map.put("heads", resource.heads());
    failed(resource)
        .filter(MigrationReport::isHalfWay)
        .ifPresent(
            problem -> {
              map.put("halfWay", problem.revision().orElse(""));
              map.put("committed", committed(problem));
            });
    return map;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
