package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Plan;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.Step;
import dev.mdb.project.Preparation;
import dev.mdb.resource.Access;
import dev.mdb.resource.Session;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One resource's part of a run, from the first look at its state to the last step. */
final class ResourceRun implements AutoCloseable {
  private final MigrationTask task;
  private final Run run;
  private final List<StepReport> done = new ArrayList<>();
  private final Set<String> also = new LinkedHashSet<>();
  private boolean brokenOff;
  private AppliedSet before;
  private Settlement settlement;
  private Plan plan;
  private LockedSession locked;
  private DefinedAhead definitions;

  ResourceRun(MigrationTask task, Run run) {
    this.task = task;
    this.run = run;
  }

  MigrationTask task() {
    return task;
  }

  String name() {
    return task.name();
  }

  RevisionGraph graph() {
    return task.graph();
  }

  Plan plan() {
    return plan;
  }

  /** Reads the state and makes the plan, without a lock and without a write. */
  void read() {
    try (var session = task.resource().connect(Access.READ)) {
      look(session);
      brokenOff = !session.state().open().isEmpty();
      EarlierTool.note(name(), session).ifPresent(note -> run.listener().noted(name(), note));
    }
  }

  private void look(Session session) {
    var rows = session.state().applied();
    var now = AppliedSets.of(rows);
    if (now.equals(before)) return;
    before = now;
    settlement = Settlement.of(rows, task.graph(), task.scripts());
    makePlan();
  }

  private void makePlan() {
    plan = task.planning().plan(before, Set.copyOf(also));
  }

  /** Another resource needs this revision. Did the plan grow? */
  boolean require(String id) {
    if (isApplied(id) || plans(id)) return false;
    also.add(id);
    makePlan();
    return true;
  }

  private boolean plans(String id) {
    return plan.ids().contains(id);
  }

  boolean staysApplied(String id) {
    return isApplied(id) && !plans(id);
  }

  private boolean isApplied(String id) {
    return task.graph().find(id).filter(each -> task.graph().isApplied(each, before)).isPresent();
  }

  /** Compiles what the plans run. */
  static void prepare(List<ResourceRun> resources, Run run) {
    run.beforeFirstChange(() -> compile(resources));
  }

  private static void compile(List<ResourceRun> resources) {
    var preparation = new Preparation();
    resources.forEach(each -> each.task.scripts().addTo(preparation, each.plan.ids()));
    preparation.run();
  }

  /**
   * Takes the lock if there is something to do, and looks again: another run may have ended
   * meanwhile.
   */
  void lock() {
    if (plan.isEmpty() && settlement.isEmpty() && !brokenOff) return;
    locked = LockedSession.open(task.name(), task.resource(), run);
    BrokenOff.refuse(task.name(), locked.session().state().open());
    look(locked.session());
  }

  /** As {@link #lock} would, without one: an entry that is open may be of a run that goes on. */
  void refuseBrokenOff() {
    if (!brokenOff || task.resource().lockHolder().isPresent()) return;
    try (var session = task.resource().connect(Access.READ)) {
      BrokenOff.refuse(task.name(), session.state().open());
    }
  }

  /** Ready for the first write. */
  void begin() {
    run.listener().planned(task.name(), plan);
    if (!settlement.isEmpty()) settle();
    if (plan.isEmpty()) return;
    definitions = new DefinedAhead(task.scripts(), plan.ids());
    locked.session().state().prepare();
  }

  /** The plan stands: it was made for a set in which the squashed revisions count as applied. */
  private void settle() {
    settlement.write(locked.session(), run);
    before = AppliedSets.of(settlement.after());
    settlement.settled().forEach(revision -> run.listener().settled(task.name(), revision));
  }

  void execute(Step step) {
    var runner = new StepRunner(task, locked, run, definitions::define);
    try {
      done.add(runner.run(step, done.size() + 1, plan.steps().size()));
    } catch (StepFailed failed) {
      throw failed;
    } catch (MdbException beforeItsBlock) {
      var problem = beforeItsBlock.problems().get(0).inResource(name());
      throw new StepFailed(problem.inRevision(step.revision().id()), beforeItsBlock);
    }
  }

  @Override
  public void close() {
    if (definitions != null) definitions.close();
    if (locked != null) locked.close();
  }

  ResourceReport report() {
    var ids = plan.ids();
    return new ResourceReport(
        task.name(),
        done,
        ids.subList(done.size(), ids.size()),
        task.graph().currentHeads(applied()));
  }

  private AppliedSet applied() {
    var ids = done.stream().map(StepReport::revision).toList();
    return plan.direction() == Direction.UPGRADE ? before.with(ids) : before.without(ids);
  }
}
