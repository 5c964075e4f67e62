package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.StampPlan;
import dev.mdb.resource.Access;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.Session;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
    var run = new Run(UUID.randomUUID().toString(), settings, owner, clock, listener);
    tasks.forEach(this::check);
    var stamped = new ArrayList<StampReport.StampedResource>();
    for (var task : tasks) {
      stamped.add(new StampReport.StampedResource(task.name(), stamp(task, run, told)));
    }
    return new StampReport(run.id(), stamped);
  }

  /** A target that cannot be stamped in the last resource must not leave the first one stamped. */
  private void check(StampTask task) {
    try (var session = task.resource().connect(Access.READ)) {
      task.planning().apply(applied(session));
    }
  }

  private StampPlan stamp(StampTask task, Run run, BiConsumer<String, StampPlan> told) {
    var wait =
        new LockWait(
            run.settings().lockWait(), holder -> listener.waitingForLock(task.name(), holder));
    try (var lock = task.resource().lock(owner, wait);
        var session = task.resource().connect(Access.WRITE)) {
      var difference = task.planning().apply(applied(session));
      told.accept(task.name(), difference);
      if (!difference.isEmpty()) write(task, session, run, difference);
      return difference;
    }
  }

  private static AppliedSet applied(Session session) {
    return AppliedSets.of(session.state().applied());
  }

  private static void write(StampTask task, Session session, Run run, StampPlan difference) {
    session.state().prepare();
    session.begin();
    var records = new StepRecords(run, session.state());
    int number = 0;
    for (var id : difference.removed()) records.removed(id, LogAction.UNSTAMP, ++number);
    for (var id : difference.added()) {
      records.added(task.scripts().entry(id).orElseThrow(), LogAction.STAMP, ++number);
    }
    session.commit();
  }
}
