package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.Report;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Target;
import dev.mdb.migrate.Planning;
import dev.mdb.project.ProjectResource;
import java.util.ArrayList;
import java.util.List;
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
    var selected = ResourceChoice.toConnect(project, request);
    var having = ResourceChoice.having(targets, selected);
    return Migration.run(
        request,
        project,
        ResourceChoice.withNeeded(having, selected),
        each -> planning(each, having.contains(each) ? targets : List.of()));
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

  private static Planning planning(ProjectResource resource, List<Target> targets) {
    var planner = new Planner(resource.soundGraph());
    return (applied, also) -> {
      var all = new ArrayList<>(targets);
      also.stream().map(Target::named).forEach(all::add);
      return planner.upgrade(all, applied);
    };
  }
}
