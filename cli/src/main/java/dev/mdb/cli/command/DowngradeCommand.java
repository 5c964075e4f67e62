package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.graph.Target;
import dev.mdb.migrate.MigrationTasks;
import dev.mdb.project.ResourceChoice;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb downgrade TARGET}. */
public final class DowngradeCommand implements Command {
  private static final String CASCADE = "--cascade";

  @Override
  public CommandSpec spec() {
    return Options.command("downgrade", "Take back what stands on the target.")
        .addPositional(
            Options.parameter("TARGET", "base, LABEL@base, an id that stays, -1, LABEL@-1, …"))
        .addOption(Options.flag("Take back what stands on it on other branches too.", CASCADE))
        .addOption(Migration.dryRun())
        .addOption(Offline.script())
        .addOption(Offline.start())
        .addOption(Migration.tag())
        .addOption(Migration.lockWait());
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("take the last revision back", "mdb downgrade -1")
        .example(
            "take a branch back, with what stands on it elsewhere",
            "mdb downgrade BILLING@base --cascade")
        .example("down to a revision, which stays; look first", "mdb downgrade ab12cd --dry-run");
  }

  @Override
  public Report run(Request request) {
    if (Offline.isAskedBy(request)) {
      return script(
          Offline.of(request, Target.base()).withStart("downgrade"), request.has(CASCADE));
    }
    var target = Target.parse(request.positionals().get(0));
    var project = request.project();
    var selected = ResourceChoice.toConnect(project, request.options().resources());
    return Migration.run(
        request, MigrationTasks.downgrade(project, selected, target, request.has(CASCADE)));
  }

  private static Report script(Offline offline, boolean cascade) {
    return offline.write(
        (run, task, planner) ->
            run.migrate(task, planner.downgrade(offline.to().get(0), task.start(), cascade)));
  }
}
