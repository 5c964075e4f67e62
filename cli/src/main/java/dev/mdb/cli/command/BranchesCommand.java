package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.BranchesReport;
import dev.mdb.cli.report.BranchesReport.BranchPoint;
import dev.mdb.cli.report.Report;
import dev.mdb.project.ProjectResource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb branches}: the revisions with several children. */
public final class BranchesCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("branches", "Show where the scripts branch.");
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofScripts()
        .example("where the scripts branch", "mdb branches")
        .example("for one resource", "mdb -n clientdb branches")
        .example("for a program", "mdb branches --json");
  }

  @Override
  public Report run(Request request) {
    var reading = GraphReading.of(request);
    return new BranchesReport(reading.each(BranchesCommand::points), reading.problems());
  }

  private static List<BranchPoint> points(ProjectResource resource) {
    var graph = resource.graph();
    var views = new RevisionViews(graph, List.of());
    return HistoryOrder.newestFirst(graph).stream()
        .filter(revision -> graph.isBranchPoint(revision.id()))
        .map(each -> new BranchPoint(views.of(each), views.of(graph.children(each.id()))))
        .toList();
  }
}
