package dev.mdb.cli.report;

import dev.mdb.error.Location;
import dev.mdb.error.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a command could not do its work: {@code {"problems": [{"code", "message", "file", "line",
 * "column", "resource", "revision", "help", "data"}]}}. Absent values are left out.
 */
public record ProblemReport(List<Problem> problems) implements Report {
  public ProblemReport {
    problems = List.copyOf(problems);
  }

  @Override
  public void print(TextOutput output) {
    problems.forEach(problem -> print(problem, output));
  }

  private static void print(Problem problem, TextOutput output) {
    var where = problem.at().map(Location::toString).or(() -> resource(problem));
    output.line("error: " + where.map(text -> text + ": ").orElse("") + problem.message());
    problem.help().ifPresent(help -> output.indented().line("help: " + help));
  }

  /** A script tells by its path which resource it is of. */
  private static Optional<String> resource(Problem problem) {
    return problem.resource().filter(name -> !problem.message().contains("'" + name + "'"));
  }

  /** One line for what should be known and is no fault. */
  public static String note(Problem problem) {
    var where = problem.resource().map(name -> name + ": ").orElse("");
    var help = problem.help().map(text -> "; " + text).orElse("");
    return "note: " + where + problem.message() + help;
  }

  @Override
  public Object json() {
    return Map.of("problems", problems.stream().map(ProblemReport::json).toList());
  }

  static Map<String, Object> json(Problem problem) {
    var map = new LinkedHashMap<String, Object>();
    map.put("code", problem.code());
    map.put("message", problem.message());
    problem
        .at()
        .ifPresent(
            place -> {
              map.put("file", place.file());
              if (place.line() > 0) map.put("line", place.line());
              if (place.column() > 0) map.put("column", place.column());
            });
    problem.resource().ifPresent(name -> map.put("resource", name));
    problem.revision().ifPresent(id -> map.put("revision", id));
    problem.help().ifPresent(help -> map.put("help", help));
    if (!problem.data().isEmpty()) map.put("data", problem.data());
    return map;
  }

  @Override
  public int exitStatus() {
    return problems.get(0).category().exitStatus();
  }
}
