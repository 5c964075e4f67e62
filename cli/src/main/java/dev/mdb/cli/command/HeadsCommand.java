package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.HeadsReport;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.RevisionView;
import dev.mdb.project.ProjectResource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb heads}: the revisions without a child, those too that another one only depends on. */
public final class HeadsCommand implements Command {
  private static final String REAL_ONLY = "--resolve-dependencies";
  private static final String CHECK = "--check";

  @Override
  public CommandSpec spec() {
    return Options.command("heads", "Show the heads of the scripts.")
        .addOption(Options.flag("Leave out heads that another revision depends on.", REAL_ONLY))
        .addOption(Options.flag("Exit 4 when a branch has several heads.", CHECK));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofScripts()
        .example("the newest revision of each branch", "mdb heads")
        .example(
            "fail when two people have made two heads of one branch, for CI", "mdb heads --check")
        .example(
            "only those that no other revision depends on", "mdb heads --resolve-dependencies");
  }

  @Override
  public Report run(Request request) {
    var reading = GraphReading.of(request);
    var heads = reading.each(resource -> heads(resource, request.has(REAL_ONLY)));
    var problems = reading.problems();
    if (request.has(CHECK) && problems.isEmpty())
      problems = HeadsCheck.problems(reading.resources());
    return new HeadsReport(heads, problems);
  }

  private static List<RevisionView> heads(ProjectResource resource, boolean realOnly) {
    var graph = resource.graph();
    return new RevisionViews(graph, List.of())
        .of(realOnly ? graph.realHeads() : graph.versionHeads());
  }
}
