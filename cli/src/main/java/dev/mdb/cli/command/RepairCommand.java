package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.RepairReport;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.migrate.MigrationTask;
import dev.mdb.migrate.Repaired;
import dev.mdb.migrate.Repairer;
import dev.mdb.project.ProjectResource;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb repair --applied|--unapplied REVISION}: says what is there after a repair by hand. */
public final class RepairCommand implements Command {
  private static final String APPLIED = "--applied";
  private static final String UNAPPLIED = "--unapplied";

  @Override
  public CommandSpec spec() {
    return Options.command(
            "repair", "Record how a half-way revision stands, after a repair by hand.")
        .addPositional(Options.parameter("REVISION", "Its id."))
        .addOption(Options.flag("All of it is there.", APPLIED))
        .addOption(Options.flag("Nothing of it is there.", UNAPPLIED))
        .addOption(Migration.lockWait());
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("all of the revision is there now", "mdb repair ab12cd --applied")
        .example("nothing of it is there any more", "mdb repair ab12cd --unapplied")
        .example("in one of several resources", "mdb -n clientdb repair ab12cd --applied");
  }

  @Override
  public Report run(Request request) {
    var applied = isApplied(request);
    var revision = request.positionals().get(0);
    var resource = find(request.project().select(request.options().resources()), revision);
    var repaired = repair(request, resource, revision, applied);
    var heads = resource.graph().currentHeads(AppliedSets.of(resource.readApplied()));
    return new RepairReport(resource.name(), revision, applied, repaired, heads);
  }

  private static Repaired repair(
      Request request, ProjectResource resource, String revision, boolean applied) {
    try (var attended = new AttendedRun(request, false)) {
      var settings = Migration.settings(request, List.of(resource), attended.cancellation());
      return new Repairer(Migration.owner(request), request.host().clock(), attended.progress())
          .repair(MigrationTask.unplanned(resource), revision, applied, settings);
    }
  }

  private static boolean isApplied(Request request) {
    if (request.has(APPLIED) != request.has(UNAPPLIED)) return request.has(APPLIED);
    throw usage(
        "repair wants either --applied or --unapplied",
        "--applied when all of the revision is there now, --unapplied when nothing of it is");
  }

  private static ProjectResource find(List<ProjectResource> selected, String revision) {
    if (selected.size() == 1) return selected.get(0);
    var found = selected.stream().filter(each -> OpenEntries.has(each, revision)).toList();
    if (found.size() == 1) return found.get(0);
    if (found.isEmpty()) throw nowhere(selected, revision);
    throw usage(
        revision + " broke off in " + names(found),
        "name one: mdb -n " + found.get(0).name() + " repair …");
  }

  private static MdbException nowhere(List<ProjectResource> selected, String revision) {
    var message = "no run of " + revision + " broke off in " + names(selected);
    return new MdbException(
        Problem.of(Category.FAILED, "nothing-to-repair", message)
            .inRevision(revision)
            .help("to change the applied set without running anything use `mdb stamp`"));
  }

  private static String names(List<ProjectResource> resources) {
    return resources.stream().map(ProjectResource::name).collect(Collectors.joining(", "));
  }

  private static MdbException usage(String message, String help) {
    return new MdbException(Problem.of(Category.USAGE, "bad-arguments", message).help(help));
  }
}
