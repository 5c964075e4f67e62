package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.HistoryFormat;
import dev.mdb.cli.report.HistoryReport;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.RevisionView;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Planner;
import dev.mdb.graph.TargetRange;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.project.NearestName;
import dev.mdb.project.ProjectResource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb history}: the scripts, newest first. */
public final class HistoryCommand implements Command {
  private static final String RANGE = "--rev-range";
  private static final String FORMAT = "--format";
  private static final String CURRENT = "--indicate-current";

  @Override
  public CommandSpec spec() {
    return Options.command("history", "Show the revisions, newest first.")
        .addOption(
            Options.value(
                "FROM:TO", "Only these, e.g. base:head, ab12:, :LABEL@head.", "-r", RANGE))
        .addOption(
            Options.value(
                "FORMAT", "text, graph (usual on a terminal), mermaid, dot or json.", FORMAT))
        .addOption(Options.flag("Mark what is current in the database.", "-i", CURRENT));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("all revisions, newest first, what is applied marked", "mdb history -i")
        .example(
            "what one branch would do after a revision", "mdb history -r ab12cd:BILLING@head -v")
        .example("a picture of the graph for a document", "mdb history --format mermaid");
  }

  @Override
  public Report run(Request request) {
    var range = request.text(RANGE).map(TargetRange::parse).orElseGet(HistoryCommand::everything);
    var needsDatabase = request.has(CURRENT) || AppliedQuestion.isAskedBy(range);
    var reading = GraphReading.of(request);
    var history =
        reading.eachThatHas(
            resource -> {
              var applied = needsDatabase ? applied(resource) : AppliedSet.nothing();
              return revisions(resource, range, applied, request.has(CURRENT));
            });
    return new HistoryReport(history, format(request), reading.problems());
  }

  private static HistoryFormat format(Request request) {
    var usual =
        request.host().terminal() && !request.options().verbose()
            ? HistoryFormat.GRAPH
            : HistoryFormat.TEXT;
    return request
        .text(FORMAT)
        .map(name -> HistoryFormat.of(name).orElseThrow(() -> unknownFormat(name)))
        .orElse(usual);
  }

  private static MdbException unknownFormat(String name) {
    var known = HistoryFormat.names();
    var problem = Problem.of(Category.USAGE, "bad-arguments", "unknown format '" + name + "'");
    return new MdbException(
        problem.help(
            NearestName.question(name, known).orElse("there are " + String.join(", ", known))));
  }

  private static TargetRange everything() {
    return new TargetRange(Optional.empty(), Optional.empty());
  }

  private static AppliedSet applied(ProjectResource resource) {
    return AppliedSets.of(resource.readApplied());
  }

  private static List<RevisionView> revisions(
      ProjectResource resource, TargetRange range, AppliedSet applied, boolean mark) {
    var graph = resource.graph();
    var current = mark ? graph.currentHeads(applied) : List.<String>of();
    return new RevisionViews(graph, current).of(new Planner(graph).between(range, applied));
  }
}
