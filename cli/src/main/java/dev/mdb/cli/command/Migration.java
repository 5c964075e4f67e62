package dev.mdb.cli.command;

import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.MigrationReport;
import dev.mdb.cli.report.RehearsedReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Planner;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.migrate.Cancellation;
import dev.mdb.migrate.MigrationFailed;
import dev.mdb.migrate.MigrationTask;
import dev.mdb.migrate.Migrator;
import dev.mdb.migrate.Neighbour;
import dev.mdb.migrate.Planning;
import dev.mdb.migrate.Rehearsal;
import dev.mdb.migrate.RunSettings;
import dev.mdb.project.Project;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.TimeSpan;
import dev.mdb.resource.RunOwner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/** What upgrade and downgrade share: from resources and a way to plan to a run and its report. */
final class Migration {
  private static final String LOCK_WAIT = "--lock-wait";
  private static final String DRY_RUN = "--dry-run";
  private static final String TAG = "--tag";
  private static final int LONGEST_TAG = 60;

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
    return Owner.of(request.host(), tag(request));
  }

  private static Optional<String> tag(Request request) {
    var tag = request.text(TAG);
    if (tag.filter(text -> text.length() > LONGEST_TAG || !text.matches("\\P{Cntrl}+"))
        .isPresent()) {
      var message = TAG + " is a line of 1 to " + LONGEST_TAG + " letters";
      throw new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
    }
    return tag;
  }

  /**
   * @param resources in the order of the file; the migrator finds the order of steps between them
   */
  static Report run(
      Request request,
      Project project,
      List<ProjectResource> resources,
      Function<ProjectResource, Planning> planning) {
    var tasks = resources.stream().map(each -> task(each, planning.apply(each))).toList();
    if (isDryRun(request)) return rehearse(request, project, resources, tasks);
    try (var attended = new AttendedRun(request, resources.size() > 1)) {
      var migrator = new Migrator(owner(request), request.host().clock(), attended.progress());
      var settings = settings(request, resources, attended.cancellation());
      return MigrationReport.of(migrator.run(tasks, neighbours(project, resources), settings));
    } catch (MigrationFailed failed) {
      return MigrationReport.of(failed);
    }
  }

  private static Report rehearse(
      Request request,
      Project project,
      List<ProjectResource> resources,
      List<MigrationTask> tasks) {
    var rehearsal = new Rehearsal(owner(request), request.host().clock());
    var report =
        rehearsal.rehearse(tasks, neighbours(project, resources), settings(request, resources));
    return new RehearsedReport(report, resources.size() > 1);
  }

  /** For those who finish what was begun, and plan nothing. */
  static MigrationTask task(ProjectResource resource) {
    var planner = new Planner(resource.soundGraph());
    return task(resource, (applied, also) -> planner.upgrade(List.of(), applied));
  }

  private static MigrationTask task(ProjectResource resource, Planning planning) {
    return new MigrationTask(
        resource.name(), resource.open(), resource.scripts(), resource.soundGraph(), planning);
  }

  private static List<Neighbour> neighbours(Project project, List<ProjectResource> running) {
    return project.resources().stream()
        .filter(each -> !running.contains(each))
        .map(
            each ->
                new Neighbour(
                    each.name(), each::soundGraph, () -> AppliedSets.of(each.readApplied())))
        .toList();
  }

  static RunSettings settings(Request request, List<ProjectResource> resources) {
    return settings(request, resources, new Cancellation());
  }

  static RunSettings settings(
      Request request, List<ProjectResource> resources, Cancellation cancellation) {
    return new RunSettings(
        request.options().arguments(), wait(request, resources), tag(request), cancellation);
  }

  /** One run has one patience: the option, or the longest that is configured. */
  private static Duration wait(Request request, List<ProjectResource> resources) {
    return request
        .text(LOCK_WAIT)
        .map(Migration::span)
        .orElseGet(
            () ->
                resources.stream()
                    .map(resource -> resource.config().lockWait())
                    .max(Duration::compareTo)
                    .orElse(Duration.ZERO));
  }

  private static Duration span(String text) {
    return TimeSpan.parse(text).orElseThrow(() -> badSpan(text));
  }

  private static MdbException badSpan(String text) {
    var message = LOCK_WAIT + " is " + TimeSpan.EXPECTED + ", not '" + text + "'";
    return new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
  }
}
