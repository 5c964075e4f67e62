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

/** {@code mdb upgrade TARGET…}. */
public final class UpgradeCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command("upgrade", "Apply everything up to the targets.")
        .addPositional(
            Options.parameters("TARGET", "heads, head, LABEL@head, an id, +1, …", "1..*"))
        .addOption(Migration.dryRun())
        .addOption(Offline.script())
        .addOption(Offline.start())
        .addOption(Migration.tag())
        .addOption(Migration.lockWait());
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("everything that is not applied yet, on all branches", "mdb upgrade heads")
        .example("one branch, with what it depends on", "mdb upgrade BILLING@head")
        .example("the next revision only; look first", "mdb upgrade +1 --dry-run")
        .example(
            "a script for a database that mdb does not reach", "mdb upgrade ab12cd:heads --sql");
  }

  @Override
  public Report run(Request request) {
    if (Offline.isAskedBy(request)) return script(Offline.of(request, Target.heads()));
    var targets = request.positionals().stream().map(Target::parse).toList();
    var project = request.project();
    var selected = ResourceChoice.toConnect(project, request.options().resources());
    return Migration.run(request, MigrationTasks.upgrade(project, selected, targets));
  }

  private static Report script(Offline offline) {
    return offline.write(
        (run, task, planner) ->
            run.migrate(
                task,
                offline
                    .range()
                    .map(planner::upgrade)
                    .orElseGet(() -> planner.upgrade(offline.to(), task.start()))));
  }
}
