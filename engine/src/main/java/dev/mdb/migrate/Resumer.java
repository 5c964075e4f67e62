package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Reason;
import dev.mdb.graph.Step;
import dev.mdb.resource.Access;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Finishes blocks that broke off half-way: passes over the parts that were done, and runs the rest.
 */
public final class Resumer {
  private final RunOwner owner;
  private final Clock clock;
  private final MigrationListener listener;

  public Resumer(RunOwner owner, Clock clock, MigrationListener listener) {
    this.owner = owner;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * @return one report for each task; without steps where nothing had broken off
   * @throws MigrationFailed when a block failed again
   * @throws MdbException of category INCOMPLETE when what was done has been edited since
   */
  public RunReport resume(List<MigrationTask> tasks, RunSettings settings) {
    var run = Run.start(settings, owner, clock, listener);
    var reports = new ArrayList<ResourceReport>();
    for (var task : tasks) {
      try {
        reports.add(resume(task, run));
      } catch (StepFailed failed) {
        reports.add(report(task, List.of()));
        throw failed(failed.problem(), reports, run, failed.getCause());
      } catch (MdbException failure) {
        var problem = failure.problems().get(0);
        if (problem.category() != Category.INTERRUPTED) throw failure;
        reports.add(report(task, List.of()));
        throw failed(interrupted(problem, task), reports, run, failure);
      }
    }
    return new RunReport(run.id(), reports, run.elapsed());
  }

  private static MigrationFailed failed(
      Problem problem, List<ResourceReport> reports, Run run, Throwable cause) {
    return new MigrationFailed(problem, new RunReport(run.id(), reports, run.elapsed()), cause);
  }

  private static Problem interrupted(Problem problem, MigrationTask task) {
    return problem.inResource(task.name()).help("go on with `mdb -n " + task.name() + " resume`");
  }

  private static ResourceReport resume(MigrationTask task, Run run) {
    if (!hasBrokenOff(task)) return report(task, List.of());
    try (var locked = LockedSession.open(task.name(), task.resource(), run)) {
      var open = locked.session().state().open();
      var ids = open.stream().map(LogEntry::revision).toList();
      run.beforeFirstChange(() -> task.scripts().prepare(ids));
      var runner = new StepRunner(task, locked, run, task.scripts()::define);
      var done = open.stream().map(entry -> runner.resume(step(task, entry), entry)).toList();
      return report(task, done);
    }
  }

  private static boolean hasBrokenOff(MigrationTask task) {
    try (var session = task.resource().connect(Access.READ)) {
      return !session.state().open().isEmpty();
    }
  }

  private static Step step(MigrationTask task, LogEntry entry) {
    var script =
        task.scripts().entry(entry.revision()).orElseThrow(() -> withoutScript(task, entry));
    var direction = entry.action() == LogAction.DOWNGRADE ? Direction.DOWNGRADE : Direction.UPGRADE;
    return new Step(direction, script.header(), Reason.TARGET);
  }

  static MdbException withoutScript(MigrationTask task, LogEntry entry) {
    return new MdbException(
        Problem.of(
                Category.INCOMPLETE,
                "broken-off-without-script",
                "%s broke off, and no script has that id any more".formatted(entry.revision()))
            .inResource(task.name())
            .inRevision(entry.revision())
            .help(
                "bring the script back, or undo by hand what was done and run `mdb repair --unapplied %s`"
                    .formatted(entry.revision())));
  }

  private static ResourceReport report(MigrationTask task, List<StepReport> done) {
    try (var session = task.resource().connect(Access.READ)) {
      var applied = AppliedSets.of(session.state().applied());
      return new ResourceReport(task.name(), done, List.of(), task.graph().currentHeads(applied));
    }
  }
}
