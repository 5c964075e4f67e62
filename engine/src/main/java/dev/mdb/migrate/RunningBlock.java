package dev.mdb.migrate;

import dev.mdb.error.Problem;
import dev.mdb.graph.Step;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.schema.Dialect;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The block that runs now: executes its operations one by one and keeps count. */
final class RunningBlock extends StepBlock {
  private final MigrationTask task;
  private final Session session;
  private final Step step;
  private final Run run;
  private final PartRunner parts;
  private final Runnable beforeOperation;
  private int operations;
  private Optional<String> current = Optional.empty();
  private boolean interrupted;

  /**
   * @param beforeOperation makes sure that the run may still write
   */
  RunningBlock(
      MigrationTask task,
      Session session,
      Step step,
      Run run,
      PartRunner parts,
      Runnable beforeOperation) {
    super(step.revision().id(), task.resource(), task.scripts(), run.settings());
    this.task = task;
    this.session = session;
    this.step = step;
    this.run = run;
    this.parts = parts;
    this.beforeOperation = beforeOperation;
  }

  /** How many operations are done. */
  int operations() {
    return operations;
  }

  /** Adds which operation it was, when one failed. */
  Problem blame(Problem problem) {
    return current
        .map(name -> problem.with("operation", name).with("operationNumber", operations + 1))
        .orElse(problem);
  }

  @Override
  public Optional<Dialect> dialect() {
    return session.dialect();
  }

  @Override
  public void run(Operation operation) {
    checkCancelled();
    beforeOperation.run();
    current = Optional.of(operation.describe());
    run.listener().operationStarted(task.name(), step, operation, operations + 1);
    if (operation instanceof BatchedOperation batched) parts.runBatches(batches(batched));
    else session.parts(operation).forEach(this::run);
    run.listener().operationFinished(task.name(), step, operation, operations + 1);
    operations++;
    current = Optional.empty();
  }

  private void run(Part part) {
    checkCancelled();
    parts.run(part);
  }

  private void checkCancelled() {
    if (!run.settings().cancellation().isRequested()) return;
    interrupted = true;
    run.settings().cancellation().check(step.revision().id() + " was interrupted");
  }

  /** A script may have caught what told it to stop, and left operations out. */
  void finish() {
    if (interrupted) checkCancelled();
  }

  private Batches batches(BatchedOperation operation) {
    return new Batches(
        operation,
        new BatchContext(this, session),
        new Batches.Progress() {
          @Override
          public void batchBegins() {
            checkCancelled();
          }

          @Override
          public void batchDone(long items, OptionalLong total) {
            run.listener().batchFinished(task.name(), step, operation, items, total);
          }
        });
  }

  @Override
  public List<Row> query(String sql, List<Object> parameters) {
    checkCancelled();
    return session.query(sql, parameters);
  }
}
