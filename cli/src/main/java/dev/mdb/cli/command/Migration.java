package dev.mdb.cli.command;

import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.MigrationReport;
import dev.mdb.cli.report.RehearsedReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.migrate.Cancellation;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.MigrationTasks;
import dev.mdb.migrate.Migrator;
import dev.mdb.migrate.Rehearsal;
import dev.mdb.migrate.RunSettings;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.TimeSpan;
import dev.mdb.resource.RunOwner;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** What upgrade and downgrade share: from resources and a way to plan to a run and its report. */
final class Migration {
  private static final String LOCK_WAIT = "--lock-wait";
  private static final String DRY_RUN = "--dry-run";
  private static final String TAG = "--tag";

  private Migration() {}

  static OptionSpec lockWait() {
    return Options.value("TIME", "How long to wait for another run to end: 30s, 2m.", LOCK_WAIT);
  }

  static OptionSpec dryRun() {
    return Options.flag("Show what would be done instead of doing it.", DRY_RUN);
  }

  static boolean isDryRun(Request request) {
    return request.has(DRY_RUN);
  }

  static OptionSpec tag() {
    return Options.value("TEXT", "A word for this run: for the scripts, and in the log.", TAG);
  }

  /** Who runs, with the tag that the log shows. */
  static RunOwner owner(Request request) {
    return RunOwner.ofProcess(
        request.host().environment(), "mdb " + request.host().version(), request.text(TAG));
  }

  static Report run(Request request, MigrationTasks tasks) {
    boolean several = tasks.resources().size() > 1;
    if (isDryRun(request)) {
      var rehearsal = new Rehearsal(owner(request), request.host().clock());
      var settings = settings(request, tasks.resources());
      return new RehearsedReport(
          rehearsal.rehearse(tasks.tasks(), tasks.neighbours(), settings), several);
    }
    try (var attended = new AttendedRun(request, several)) {
      var migrator = new Migrator(owner(request), request.host().clock(), attended.progress());
      var settings = settings(request, tasks.resources(), attended.cancellation());
      return MigrationReport.of(migrator.run(tasks.tasks(), tasks.neighbours(), settings));
    } catch (MigrationFailed failed) {
      return MigrationReport.of(failed);
    }
  }

  /**
   * @throws MdbException of category USAGE for a wait or a tag that is none
   */
  static RunSettings settings(Request request, List<ProjectResource> resources) {
    return settings(request, resources, new Cancellation());
  }

  static RunSettings settings(
      Request request, List<ProjectResource> resources, Cancellation cancellation) {
    var wait = request.text(LOCK_WAIT).map(Migration::span);
    return new RunSettings(
        request.options().arguments(),
        wait.orElseGet(() -> MigrationTasks.lockWait(resources)),
        request.text(TAG),
        cancellation);
  }

  private static Duration span(String text) {
    return TimeSpan.parse(text).orElseThrow(() -> badSpan(text));
  }

  private static MdbException badSpan(String text) {
    var message = LOCK_WAIT + " is " + TimeSpan.EXPECTED + ", not '" + text + "'";
    return new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
  }
}
