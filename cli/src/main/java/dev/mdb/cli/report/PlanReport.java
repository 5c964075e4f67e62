package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Reason;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code mdb plan}: {@code {"steps": [{"resource", "revision", "direction", "why", "message",
 * "path"}], "heads": [id], "pending": [id], "resources": [{"resource", "steps": number, "heads":
 * [id], "pending": [id], "brokenOff": {…} or absent}]}}. Steps in run order; heads and pending are
 * those after the plan; {@code why} is target, ancestor, dependency or dependent; {@code brokenOff}
 * has the keys of {@link ProblemReport}.
 */
public record PlanReport(ByResource<Planned> plans) implements Report {
  /**
   * What would run in one resource.
   *
   * @param brokenOff a step that broke off half-way, which has to be resumed or repaired first
   */
  public record Planned(Plan plan, Optional<Problem> brokenOff) {}

  @Override
  public void print(TextOutput output) {
    plans.print(output, (each, lines) -> print(each.plan(), lines));
  }

  private static void print(Plan plan, TextOutput output) {
    if (plan.isEmpty()) output.line("nothing to do");
    for (var step : plan.steps()) output.line(text(step, output));
    output.line("heads then: " + list(plan.heads()));
    if (!plan.pending().isEmpty()) {
      output.line("still pending: " + list(plan.pending().stream().map(Revision::id).toList()));
    }
  }

  private static String text(Step step, TextOutput output) {
    var revision = step.revision();
    var why = step.why() == Reason.TARGET ? "" : " [" + lower(step.why()) + "]";
    return lower(step.direction()) + " " + output.title(revision.id(), revision.message()) + why;
  }

  private static String list(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join(", ", ids);
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put(
        "steps", plans.json(each -> each.plan().steps().stream().map(PlanReport::json).toList()));
    document.put("heads", all(Plan::heads));
    document.put("pending", all(PlanReport::pending));
    document.put("resources", plans.json(each -> List.of(summary(each))));
    return document;
  }

  private static Map<String, Object> json(Step step) {
    var map = new LinkedHashMap<String, Object>();
    map.put("revision", step.revision().id());
    map.put("direction", lower(step.direction()));
    map.put("why", lower(step.why()));
    map.put("message", step.revision().message());
    map.put("path", step.revision().source().file());
    return map;
  }

  private static Map<String, Object> summary(Planned planned) {
    var plan = planned.plan();
    var map = new LinkedHashMap<String, Object>();
    map.put("steps", plan.steps().size());
    map.put("heads", plan.heads());
    map.put("pending", pending(plan));
    planned.brokenOff().ifPresent(problem -> map.put("brokenOff", ProblemReport.json(problem)));
    return map;
  }

  private List<String> all(Function<Plan, List<String>> part) {
    var all = new ArrayList<String>();
    for (var each : plans.parts()) all.addAll(part.apply(each.value().plan()));
    return all;
  }

  private static List<String> pending(Plan plan) {
    return plan.pending().stream().map(Revision::id).toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
