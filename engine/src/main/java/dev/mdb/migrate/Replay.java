package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Step;
import dev.mdb.graph.Target;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs the upgrades of all that is applied at the start of a script on a throw-away place, so that
 * it has the structure which the script begins with.
 */
record Replay(OfflineTask task, RunSettings settings) implements Consumer<Session> {
  @Override
  public void accept(Session session) {
    var targets = task.start().ids().stream().map(Target::named).toList();
    var steps = new Planner(task.graph()).upgrade(targets, AppliedSet.nothing()).steps();
    var ids = steps.stream().map(Step::revision).map(Revision::id).toList();
    task.scripts().prepare(ids);
    for (var step : steps) run(step, session);
  }

  private void run(Step step, Session session) {
    var id = step.revision().id();
    var context = new OnSession(task, id, session, settings);
    try {
      task.scripts().define(id).upgrade().ifPresent(block -> block.run(context));
    } catch (RuntimeException failure) {
      throw Failures.exception(task.name(), task.scripts(), id, failure);
    }
  }

  /** A block that runs without state and journal. */
  private static final class OnSession extends StepBlock {
    private final Session session;

    OnSession(OfflineTask task, String revision, Session session, RunSettings settings) {
      super(revision, task.resource(), task.scripts(), settings);
      this.session = session;
    }

    @Override
    public Optional<Dialect> dialect() {
      return session.dialect();
    }

    @Override
    public void run(Operation operation) {
      if (operation instanceof BatchedOperation batched) batched.runAll(this);
      else session.parts(operation).forEach(Part::run);
    }

    @Override
    public List<Row> query(String sql, List<Object> parameters) {
      return session.query(sql, parameters);
    }
  }
}
