package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Step;
import dev.mdb.migrate.StepRecords.Work;
import dev.mdb.operation.Block;
import dev.mdb.operation.TransactionMode;
import dev.mdb.project.RevisionDefinition;
import dev.mdb.project.ScriptEntry;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.Session;
import java.util.Optional;

/** Runs one step: begin, the block's operations, the state row, the log row, commit. */
final class StepRunner {
  private final MigrationTask task;
  private final Session session;
  private final Run run;
  private final StepRecords records;

  StepRunner(MigrationTask task, Session session, Run run) {
    this.task = task;
    this.session = session;
    this.run = run;
    this.records = new StepRecords(run, session.state());
  }

  /**
   * @throws StepFailed after a rollback
   */
  StepReport run(Step step, int number, int total) {
    run.listener().stepStarted(task.name(), step, number, total);
    var stopwatch = new Stopwatch();
    var block = new RunningBlock(task, session, step, run);
    try {
      runBlock(task.scripts().define(step.revision().id()), step.direction(), block);
      record(step, number, new Work(block.operations(), stopwatch.elapsed()));
      session.commit();
    } catch (Throwable failure) {
      var work = new Work(block.operations(), stopwatch.elapsed());
      throw failed(step, number, block, work, failure);
    }
    var report = report(step, new Work(block.operations(), stopwatch.elapsed()));
    run.listener().stepFinished(task.name(), report);
    return report;
  }

  /** Leaves a transaction open, in which the state is recorded. */
  private void runBlock(RevisionDefinition definition, Direction direction, RunningBlock context) {
    boolean inTransaction = definition.transaction() == TransactionMode.PER_REVISION;
    if (inTransaction) session.begin();
    block(definition, direction).ifPresent(block -> block.run(context));
    if (!inTransaction) session.begin();
  }

  private static Optional<Block> block(RevisionDefinition definition, Direction direction) {
    return direction == Direction.UPGRADE ? definition.upgrade() : definition.downgrade();
  }

  private void record(Step step, int number, Work work) {
    var id = step.revision().id();
    if (step.direction() == Direction.UPGRADE) {
      records.added(script(id), action(step), number, work);
    } else {
      records.removed(id, action(step), number, work);
    }
  }

  private ScriptEntry script(String id) {
    return task.scripts().entry(id).orElseThrow();
  }

  private static LogAction action(Step step) {
    return step.direction() == Direction.UPGRADE ? LogAction.UPGRADE : LogAction.DOWNGRADE;
  }

  private static StepReport report(Step step, Work work) {
    var revision = step.revision();
    return new StepReport(
        revision.id(), step.direction(), revision.message(), work.operations().size(), work.took());
  }

  private StepFailed failed(
      Step step, int number, RunningBlock block, Work work, Throwable failure) {
    var problem = problem(step, block, failure);
    try {
      session.rollback();
      records.failed(step.revision().id(), action(step), number, work, problem.message());
    } catch (MdbException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
    return new StepFailed(problem, failure);
  }

  private Problem problem(Step step, RunningBlock block, Throwable failure) {
    var id = step.revision().id();
    var cause =
        failure instanceof MdbException known
            ? known.problems().get(0)
            : Problem.of(Category.FAILED, "block-failed", describe(failure));
    var placed = task.scripts().locate(failure, script(id)).map(cause::at).orElse(cause);
    return block.blame(placed.inResource(task.name()).inRevision(id));
  }

  private static String describe(Throwable failure) {
    var name = failure.getClass().getSimpleName();
    return failure.getMessage() == null ? name : name + ": " + failure.getMessage();
  }
}
