package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Step;
import dev.mdb.resource.Access;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.Session;
import java.util.ArrayList;
import java.util.List;

/** One resource's part of a run, from the first look at its state to the last step. */
final class ResourceRun {
  private final MigrationTask task;
  private final Run run;
  private final List<StepReport> done = new ArrayList<>();
  private AppliedSet before;
  private Plan plan;

  ResourceRun(MigrationTask task, Run run) {
    this.task = task;
    this.run = run;
  }

  /** Makes the plan and compiles what it runs, without a lock and without a write. */
  void prepare() {
    try (var session = task.resource().connect(Access.READ)) {
      look(session);
    }
  }

  private void look(Session session) {
    var now = AppliedSets.of(session.state().applied());
    if (now.equals(before)) return;
    before = now;
    plan = task.planning().apply(now);
    task.scripts().prepare(plan.steps().stream().map(step -> step.revision().id()).toList());
  }

  void execute() {
    run.listener().planned(task.name(), plan);
    if (plan.isEmpty()) return;
    try (var lock = task.resource().lock(run.owner(), lockWait());
        var session = task.resource().connect(Access.WRITE)) {
      look(session);
      if (plan.isEmpty()) return;
      session.state().prepare();
      runSteps(new StepRunner(task, session, run), plan.steps());
    }
  }

  private LockWait lockWait() {
    return new LockWait(
        run.settings().lockWait(), holder -> run.listener().waitingForLock(task.name(), holder));
  }

  private void runSteps(StepRunner runner, List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      done.add(runner.run(steps.get(i), i + 1, steps.size()));
    }
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
