package dev.mdb.cli.command;

import dev.mdb.cli.Command;
import dev.mdb.cli.CommandHelp;
import dev.mdb.cli.Options;
import dev.mdb.cli.Request;
import dev.mdb.cli.report.LockReport;
import dev.mdb.cli.report.LockReport.Lock;
import dev.mdb.cli.report.Report;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.NearestName;
import dev.mdb.project.ProjectResource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code mdb lock [status]} and {@code mdb lock break}: the locks that keep runs apart. */
public final class LockCommand implements Command {
  private static final String STATUS = "status";
  private static final String BREAK = "break";
  private static final List<String> ACTIONS = List.of(STATUS, BREAK);
  private static final String YES = "--yes";

  @Override
  public CommandSpec spec() {
    return Options.command("lock", "Show who runs mdb on the databases now, or take the lock away.")
        .addPositional(
            Options.optionalParameter(
                "ACTION", "status (if absent), or break: end the run that holds the lock."))
        .addOption(Options.flag("Really break it.", YES));
  }

  @Override
  public CommandHelp help() {
    return CommandHelp.ofDatabases()
        .example("who runs mdb now", "mdb lock")
        .example("the same for one resource, for a program", "mdb -n clientdb lock status --json")
        .example("end a run that hangs, and free its lock", "mdb -n clientdb lock break --yes");
  }

  @Override
  public Report run(Request request) {
    var action = request.positionals().stream().findFirst().orElse(STATUS);
    if (!ACTIONS.contains(action)) throw unknown(action);
    var resources = request.project().select(request.options().resources());
    return action.equals(STATUS) ? status(resources) : broken(request, resources);
  }

  private static Report status(List<ProjectResource> resources) {
    var locks = resources.stream().map(LockCommand::look).toList();
    return new LockReport(locks, List.of());
  }

  private static Lock look(ProjectResource resource) {
    return new Lock(resource.name(), resource.open().lockHolder(), false);
  }

  private static Report broken(Request request, List<ProjectResource> resources) {
    if (!request.has(YES)) refuse(resources);
    var locks = new ArrayList<Lock>();
    var problems = new ArrayList<Problem>();
    for (var resource : resources) {
      try {
        var holder = resource.open().breakLock();
        locks.add(new Lock(resource.name(), holder, holder.isPresent()));
      } catch (MdbException e) {
        e.problems().forEach(problem -> problems.add(problem.inResource(resource.name())));
      }
    }
    return new LockReport(locks, problems);
  }

  /** Does nothing when nobody holds a lock: there is nothing to agree to then. */
  private static void refuse(List<ProjectResource> resources) {
    var held =
        resources.stream()
            .map(LockCommand::look)
            .filter(lock -> lock.holder().isPresent())
            .toList();
    if (held.isEmpty()) return;
    throw new MdbException(held.stream().map(LockCommand::unconfirmed).toList());
  }

  private static Problem unconfirmed(Lock lock) {
    var holder = lock.holder().orElseThrow();
    var message = "this would end a run that may be alive: " + holder;
    return Problem.of(Category.USAGE, "not-confirmed", message)
        .inResource(lock.resource())
        .help("if it is to end: mdb -n " + lock.resource() + " lock break --yes")
        .with("holder", holder);
  }

  private static MdbException unknown(String action) {
    var message = "lock wants status or break, not '" + action + "'";
    return new MdbException(
        Problem.of(Category.USAGE, "bad-arguments", message)
            .help(NearestName.question(action, ACTIONS).orElse("mdb lock status")));
  }
}
