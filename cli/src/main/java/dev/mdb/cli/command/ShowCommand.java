package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.RevisionView;
import dev.mdb.cli.report.ShowReport;
import dev.mdb.graph.Target;
import dev.mdb.project.ProjectResource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb show REVISION}: all that is known of it without a database. */
public final class ShowCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("show", "Show a revision; heads and current may be several.")
        .addPositional(Options.parameter("TARGET", "An id, a label, head, heads, current, …"));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofScripts()
        .example("the newest revision", "mdb show head")
        .example("a revision by the beginning of its id", "mdb show ab12")
        .example("all heads, for a program", "mdb show heads --json");
  }

  @Override
  public Report run(Request request) {
    var target = Target.parse(request.positionals().get(0));
    var reading = GraphReading.of(request);
    return new ShowReport(
        reading.eachThatHas(resource -> views(resource, target)), reading.problems());
  }

  private static List<RevisionView> views(ProjectResource resource, Target target) {
    var found = Lookup.all(resource, target);
    return new RevisionViews(resource.graph(), List.of()).of(found);
  }
}
