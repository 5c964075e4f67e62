package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.StatusReport;
import dev.mdb.migrate.ResourceStatus;
import dev.mdb.project.ResourceChoice;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb status}: all resources at one look; one that cannot be reached hides no other. */
public final class StatusCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
        "status", "Show all databases: what is applied, pending, running or half-way.");
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("what is applied, pending, running or half-way, everywhere", "mdb status")
        .example("one resource", "mdb -n clientdb status")
        .example("for a program that watches", "mdb status --json");
  }

  @Override
  public Report run(Request request) {
    var resources = ResourceChoice.toConnect(request.project(), request.options().resources());
    var statuses = resources.stream().map(ResourceStatus::of).toList();
    statuses.forEach(status -> status.otherTool().ifPresent(request::note));
    return new StatusReport(statuses);
  }
}
