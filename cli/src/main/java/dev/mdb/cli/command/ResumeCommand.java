package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.MigrationReport;
import dev.mdb.cli.report.Report;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.MigrationTask;
import dev.mdb.migrate.ResourceReport;
import dev.mdb.migrate.Resumer;
import dev.mdb.migrate.RunReport;
import dev.mdb.project.ProjectResource;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb resume}: goes on with what broke off half-way. */
public final class ResumeCommand implements Command {
  @Override
  public CommandSpec spec() {
    return Options.command(
            "resume",
            "Go on with a revision that stopped half-way.",
            "Its script is run from the first statement that was not done.")
        .addOption(Migration.lockWait());
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("go on with whatever stopped half-way", "mdb resume")
        .example(
            "in one resource, waiting for another run to end",
            "mdb -n clientdb resume --lock-wait 2m")
        .example("with the arguments that the run had", "mdb resume -x TENANT=7");
  }

  @Override
  public Report run(Request request) {
    var resources = request.project().select(request.options().resources());
    var tasks = resources.stream().map(MigrationTask::unplanned).toList();
    try (var attended = new AttendedRun(request, resources.size() > 1)) {
      var clock = request.host().clock();
      var resumer = new Resumer(Migration.owner(request), clock, attended.progress());
      var settings = Migration.settings(request, resources, attended.cancellation());
      var run = resumer.resume(tasks, settings);
      tellWhatIsLeft(request, resources, run);
      return MigrationReport.of(run);
    } catch (MigrationFailed failed) {
      return MigrationReport.of(failed);
    }
  }

  /** The run that broke off had more to do, perhaps. */
  private static void tellWhatIsLeft(
      Request request, List<ProjectResource> resources, RunReport run) {
    var resumed =
        run.resources().stream()
            .filter(each -> !each.steps().isEmpty())
            .map(ResourceReport::resource)
            .toList();
    long pending =
        resources.stream()
            .filter(each -> resumed.contains(each.name()))
            .mapToLong(each -> each.graph().pending(AppliedSets.of(each.readApplied())).size())
            .sum();
    if (pending == 0) return;
    var count = pending == 1 ? "1 revision is" : pending + " revisions are";
    request.say(count + " not applied yet: run the upgrade again");
  }
}
