package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.StampPlan;
import dev.mdb.resource.Access;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Sets the applied set without running anything; all of a resource's difference in one transaction.
 */
public final class Stamper {
  private final RunOwner owner;
  private final Clock clock;
  private final MigrationListener listener;

  public Stamper(RunOwner owner, Clock clock, MigrationListener listener) {
    this.owner = owner;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * @param told gets each resource's name and difference before it is written; nothing is written
   *     when it throws
   */
  public StampReport stamp(
      List<StampTask> tasks, RunSettings settings, BiConsumer<String, StampPlan> told) {
    var run = Run.start(settings, owner, clock, listener);
    tasks.forEach(Stamper::difference);
    var stamped = new ArrayList<StampReport.StampedResource>();
    for (var task : tasks) {
      settings.cancellation().check("interrupted before the stamp of " + task.name());
      stamped.add(new StampReport.StampedResource(task.name(), stamp(task, run, told)));
    }
    return new StampReport(run.id(), stamped);
  }

  /** The differences as they would be written now; reads the state, takes no lock. */
  public List<StampReport.StampedResource> rehearse(List<StampTask> tasks) {
    return tasks.stream()
        .map(task -> new StampReport.StampedResource(task.name(), difference(task)))
        .toList();
  }

  /** A target that cannot be stamped in the last resource must not leave the first one stamped. */
  private static StampPlan difference(StampTask task) {
    try (var session = task.resource().connect(Access.READ)) {
      return task.planning().apply(applied(session));
    }
  }

  private static StampPlan stamp(StampTask task, Run run, BiConsumer<String, StampPlan> told) {
    try (var locked = LockedSession.open(task.name(), task.resource(), run)) {
      var session = locked.session();
      BrokenOff.refuse(task.name(), session.state().open());
      var difference = task.planning().apply(applied(session));
      told.accept(task.name(), difference);
      if (!difference.isEmpty()) write(task, session, new StepRecords(run), difference);
      return difference;
    }
  }

  private static AppliedSet applied(Session session) {
    return AppliedSets.of(session.state().applied());
  }

  private static void write(
      StampTask task, Session session, StepRecords records, StampPlan difference) {
    var state = session.state();
    state.prepare();
    session.begin();
    int number = 0;
    for (var id : difference.forgotten()) {
      state.remove(id);
      state.append(records.entry(id, LogAction.UNSTAMP, ++number, LogOutcome.DONE));
    }
    for (var id : difference.recorded()) {
      state.add(records.applied(task.scripts().entry(id).orElseThrow(), Duration.ZERO));
      state.append(records.entry(id, LogAction.STAMP, ++number, LogOutcome.DONE));
    }
    session.commit();
  }
}
