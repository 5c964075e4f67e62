package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.RehearsedStampReport;
import dev.mdb.cli.report.Report;
import dev.mdb.cli.report.StampedReport;
import dev.mdb.graph.Target;
import dev.mdb.migrate.StampTask;
import dev.mdb.migrate.Stamper;
import dev.mdb.project.ResourceChoice;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb stamp TARGET…}: says what is applied, without running anything. */
public final class StampCommand implements Command {
  private static final String PURGE = "--purge";

  @Override
  public CommandSpec spec() {
    return Options.command("stamp", "Set what counts as applied, without running anything.")
        .addPositional(Options.parameters("TARGET", "As for upgrade, and base.", "1..*"))
        .addOption(Options.flag("Forget everything first.", PURGE))
        .addOption(Migration.dryRun())
        .addOption(Offline.script())
        .addOption(Offline.start())
        .addOption(Migration.tag())
        .addOption(Migration.lockWait());
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("a database that has the schema already counts as up to date", "mdb stamp heads")
        .example("it is at this revision, whatever was recorded before", "mdb stamp ab12cd --purge")
        .example("look at what would be recorded", "mdb stamp BILLING@head --dry-run");
  }

  @Override
  public Report run(Request request) {
    var purge = request.has(PURGE);
    if (Offline.isAskedBy(request)) return script(Offline.of(request, Target.heads()), purge);
    var targets = request.positionals().stream().map(Target::parse).toList();
    var selected = ResourceChoice.toConnect(request.project(), request.options().resources());
    var resources = ResourceChoice.having(targets, selected);
    var tasks = resources.stream().map(each -> StampTask.of(each, targets, purge)).toList();
    var several = resources.size() > 1;
    try (var attended = new AttendedRun(request, several)) {
      var clock = request.host().clock();
      var settings = Migration.settings(request, resources, attended.cancellation());
      var stamper = new Stamper(Migration.owner(request), clock, attended.progress());
      if (Migration.isDryRun(request)) return new RehearsedStampReport(stamper.rehearse(tasks));
      var report =
          stamper.stamp(
              tasks,
              settings,
              (name, difference) ->
                  request
                      .output()
                      .ifPresent(out -> StampedReport.printBefore(name, several, difference, out)));
      return new StampedReport(report);
    }
  }

  private static Report script(Offline offline, boolean purge) {
    return offline.write(
        (run, task, planner) -> run.stamp(task, planner.stamp(offline.to(), task.start(), purge)));
  }
}
