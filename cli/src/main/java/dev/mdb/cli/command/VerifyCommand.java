package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.VerifyReport;
import dev.mdb.error.Problem;
import dev.mdb.migrate.Verification;
import java.util.ArrayList;
import picocli.CommandLine.Model.CommandSpec;

/**
 * {@code mdb verify}: do all scripts compile, is the graph sound, are applied scripts as they were?
 */
public final class VerifyCommand implements Command {
  private static final String OFFLINE = "--offline";

  @Override
  public CommandSpec spec() {
    return Options.command(
            "verify", "Check scripts and graph, and that applied scripts are unchanged.")
        .addOption(Options.flag("Leave the databases alone.", OFFLINE));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("scripts, graph, and whether applied scripts are as they were", "mdb verify")
        .example("without a database, for CI", "mdb verify --offline")
        .example("one resource, for a program", "mdb -n clientdb verify --json");
  }

  @Override
  public Report run(Request request) {
    var selected = request.project().select(request.options().resources());
    var problems = new ArrayList<Problem>();
    for (var resource : selected) {
      problems.addAll(Verification.scripts(resource));
      if (!request.has(OFFLINE)) problems.addAll(Verification.changed(resource));
    }
    int revisions = selected.stream().mapToInt(each -> each.graph().size()).sum();
    return new VerifyReport(revisions, problems);
  }
}
