package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.HistoryReport;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.RevisionView;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Planner;
import dev.mdb.graph.TargetRange;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.project.ProjectResource;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb history}: the scripts, newest first. */
public final class HistoryCommand implements Command {
  private static final String RANGE = "--rev-range";
  private static final String CURRENT = "--indicate-current";

  @Override
  public CommandSpec spec() {
    return Options.command("history", "Show the revisions, newest first.")
        .addOption(
            Options.value(
                "FROM:TO", "Only these, e.g. base:head, ab12:, :LABEL@head.", "-r", RANGE))
        .addOption(Options.flag("Mark what is current in the database.", "-i", CURRENT));
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
    return new HistoryReport(history, reading.problems());
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
