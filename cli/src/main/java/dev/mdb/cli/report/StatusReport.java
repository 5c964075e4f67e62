package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import dev.mdb.migrate.ResourceStatus;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code mdb status}: {@code {"resources": [{"resource", "kind", "url", "reached": boolean,
 * "heads": [id], "pending": number, "lastRun": {"at", "outcome", "revision", "action", "run"},
 * "lockHolder", "halfWay": id, "brokenOff": {…}, "problem": {…}}]}}. What there is none of is left
 * out. Both {@code brokenOff}, which tells of the revision that stopped half-way, and {@code
 * problem}, which stands in place of all behind {@code reached}, have the keys of {@link
 * ProblemReport}.
 */
public record StatusReport(List<ResourceStatus> resources) implements Report {
  public StatusReport {
    resources = List.copyOf(resources);
  }

  @Override
  public void print(TextOutput output) {
    var table = new TextTable("RESOURCE", "KIND", "URL", "STATE", "HEADS", "LAST RUN", "LOCK");
    resources.forEach(each -> table.add(new StatusRow(each).row()));
    var lines = table.lines();
    output.line(output.strong(lines.get(0)));
    lines.stream().skip(1).forEach(output::line);
    for (var each : resources) each.brokenOff().ifPresent(problem -> print(problem, output));
  }

  private static void print(Problem brokenOff, TextOutput output) {
    output.line(brokenOff.resource().map(name -> name + ": ").orElse("") + brokenOff.message());
    brokenOff.help().ifPresent(help -> output.indented().line("help: " + help));
  }

  @Override
  public Object json() {
    var document = new LinkedHashMap<String, Object>();
    document.put("resources", resources.stream().map(each -> new StatusRow(each).json()).toList());
    Documents.addProblems(document, problems());
    return document;
  }

  @Override
  public List<Problem> problems() {
    return resources.stream().map(ResourceStatus::problem).flatMap(Optional::stream).toList();
  }
}
