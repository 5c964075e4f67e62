package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Step;
import dev.mdb.resource.Access;
import dev.mdb.resource.Session;
import java.util.ArrayList;
import java.util.List;

/** One resource's part of a run, from the first look at its state to the last step. */
final class ResourceRun implements AutoCloseable {
  private final MigrationTask task;
  private final Run run;
  private final List<StepReport> done = new ArrayList<>();
  private boolean brokenOff;
  private AppliedSet before;
  private Plan plan;
  private LockedSession locked;

  ResourceRun(MigrationTask task, Run run) {
    this.task = task;
    this.run = run;
  }

  /** Makes the plan and compiles what it runs, without a lock and without a write. */
  void prepare() {
    try (var session = task.resource().connect(Access.READ)) {
      look(session);
      brokenOff = !session.state().open().isEmpty();
    }
    run.listener().planned(task.name(), plan);
  }

  private void look(Session session) {
    var now = AppliedSets.of(session.state().applied());
    if (now.equals(before)) return;
    before = now;
    plan = task.planning().apply(now);
    task.scripts().prepare(plan.steps().stream().map(step -> step.revision().id()).toList());
  }

  /**
   * Takes the lock if there is something to do, and looks again: another run may have ended
   * meanwhile.
   */
  void lock() {
    if (plan.isEmpty() && !brokenOff) return;
    locked = LockedSession.open(task.name(), task.resource(), run);
    BrokenOff.refuse(task.name(), locked.session().state().open());
    look(locked.session());
    if (!plan.isEmpty()) locked.session().state().prepare();
  }

  void execute() {
    if (locked == null) return;
    var runner = new StepRunner(task, locked.session(), run);
    List<Step> steps = plan.steps();
    for (int i = 0; i < steps.size(); i++) {
      done.add(runner.run(steps.get(i), i + 1, steps.size()));
    }
  }

  @Override
  public void close() {
    if (locked != null) locked.close();
  }

  ResourceReport report() {
    var notRun = plan.steps().subList(done.size(), plan.steps().size());
    return new ResourceReport(
        task.name(),
        done,
        notRun.stream().map(step -> step.revision().id()).toList(),
        task.graph().currentHeads(applied()));
  }

  private AppliedSet applied() {
    var ids = done.stream().map(StepReport::revision).toList();
    return plan.direction() == Direction.UPGRADE ? before.with(ids) : before.without(ids);
  }
}
