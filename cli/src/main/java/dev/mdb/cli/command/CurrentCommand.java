package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.CurrentReport;
import dev.mdb.cli.report.CurrentReport.Current;
import dev.mdb.cli.report.CurrentReport.WithoutScript;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.migrate.ResourceState;
import dev.mdb.migrate.Verification;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.AppliedRevision;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb current}: where the databases are. */
public final class CurrentCommand implements Command {
  private static final String CHECK = "--check";

  @Override
  public CommandSpec spec() {
    return Options.command("current", "Show the current heads of the databases.")
        .addOption(Options.flag("Exit 4 when something is not applied, or has no script.", CHECK));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("where all databases are", "mdb current")
        .example(
            "fail when something is not applied, before a program starts", "mdb current --check")
        .example(
            "another database than the configured one",
            "mdb current --url postgresql://shop@replica.example/shop");
  }

  @Override
  public Report run(Request request) {
    var reading = GraphReading.of(request);
    reading.resources().forEach(ProjectResource::warmUp);
    var current = reading.each(resource -> current(resource, request));
    var problems = reading.problems();
    if (!request.has(CHECK)) return new CurrentReport(current, problems);
    var found =
        current.parts().stream().flatMap(part -> differences(part.resource(), part.value()));
    return new CurrentReport(current, Stream.concat(problems.stream(), found).toList());
  }

  private static Stream<Problem> differences(String resource, Current current) {
    var gone =
        current.withoutScript().stream()
            .map(each -> Verification.gone(each.id()).inResource(resource));
    return Stream.concat(pending(resource, current.pending()).stream(), gone);
  }

  private static Current current(ProjectResource resource, Request request) {
    var state = ResourceState.read(resource);
    state.brokenOff().ifPresent(request::note);
    state.otherTool().ifPresent(request::note);
    var rows = state.rows();
    var applied = AppliedSets.of(rows);
    var graph = resource.graph();
    var heads = graph.currentHeads(applied);
    var known = graph.revisions().stream().filter(each -> heads.contains(each.id())).toList();
    var strangers = graph.withoutScript(applied);
    return new Current(
        resource.open().maskedUrl(),
        new RevisionViews(graph, List.of()).of(known),
        rows.stream()
            .filter(row -> strangers.contains(row.id()))
            .map(row -> withoutScript(row, heads, graph))
            .toList(),
        RevisionViews.ids(graph.pending(applied)),
        state.brokenOff());
  }

  private static WithoutScript withoutScript(
      AppliedRevision row, List<String> heads, RevisionGraph graph) {
    var squashed = graph.find(row.id()).filter(each -> each.replaces().contains(row.id()));
    return new WithoutScript(
        row.id(),
        row.message(),
        row.at().truncatedTo(ChronoUnit.SECONDS).toString(),
        heads.contains(row.id()),
        squashed.map(Revision::id));
  }

  private static Optional<Problem> pending(String resource, List<String> pending) {
    if (pending.isEmpty()) return Optional.empty();
    var count = pending.size() == 1 ? "1 revision is" : pending.size() + " revisions are";
    return Optional.of(
        Problem.of(Category.FOUND, "pending", count + " not applied: " + String.join(", ", pending))
            .inResource(resource)
            .help("mdb upgrade heads")
            .with("pending", pending));
  }
}
