package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Step;
import dev.mdb.operation.Block;
import dev.mdb.operation.TransactionMode;
import dev.mdb.project.RevisionDefinition;
import dev.mdb.project.ScriptEntry;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.Session;
import dev.mdb.resource.Transactions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.function.Function;

/**
 * Runs one step. Where the engine takes everything back: begin, the block's operations, the state
 * row, the log row, commit. Elsewhere the {@link Journal} runs the operations, and only the state
 * row and the end of its entry share a transaction.
 */
final class StepRunner {
  private final MigrationTask task;
  private final Session session;
  private final RunLock lock;
  private final Run run;
  private final StepRecords records;
  private final Function<String, RevisionDefinition> definitions;

  /**
   * @param definitions by the id of a revision
   */
  StepRunner(
      MigrationTask task,
      LockedSession locked,
      Run run,
      Function<String, RevisionDefinition> definitions) {
    this.task = task;
    this.definitions = definitions;
    this.session = locked.session();
    this.lock = locked.lock();
    this.run = run;
    this.records = new StepRecords(run);
  }

  /**
   * @throws StepFailed when the block failed; the log says what stayed
   */
  StepReport run(Step step, int number, int total) {
    lock.confirm();
    run.listener().stepStarted(task.name(), step, number, total);
    var definition = definitions.apply(step.revision().id());
    boolean transactional =
        definition.transaction() == TransactionMode.PER_REVISION
            && session.rollsBackSchemaChanges();
    var entry = entry(step, number, LogOutcome.RUNNING);
    var retry = retry(step);
    return transactional
        ? retry.around(() -> inTransaction(step, definition, entry))
        : journalled(step, definition, Journal.begin(session, retry, entry));
  }

  /** Goes on with a step that broke off. */
  StepReport resume(Step step, LogEntry brokenOff) {
    run.listener().stepStarted(task.name(), step, 1, 1);
    var journal =
        Journal.resume(session, retry(step), brokenOff, entry(step, 1, LogOutcome.RUNNING));
    return journalled(step, definitions.apply(step.revision().id()), journal);
  }

  private LockRetry retry(Step step) {
    return new LockRetry(run.listener(), task.name(), step);
  }

  private LogEntry entry(Step step, int number, LogOutcome outcome) {
    return records.entry(
        step.revision().id(), StepRecords.action(step.direction()), number, outcome);
  }

  private StepReport inTransaction(Step step, RevisionDefinition definition, LogEntry entry) {
    var attempts = new ArrayDeque<Attempt>();
    try {
      Transactions.run(
          session,
          () -> {
            attempts.push(attempt(step));
            return finish(attempts.peek(), step, definition, entry);
          });
    } catch (Throwable failure) {
      // Where the transaction could not even be begun, nothing was attempted.
      var attempt = attempts.isEmpty() ? attempt(step) : attempts.peek();
      var problem = Failures.problem(task, step, attempt.context(), failure);
      afterwards(
          failure,
          () ->
              session
                  .state()
                  .append(
                      ended(entry, LogOutcome.FAILED, attempt)
                          .failed(LogOutcome.FAILED, problem.message())));
      throw new StepFailed(Failures.rolledBack(problem), failure);
    }
    return finished(step, attempts.peek().context(), attempts.peek().stopwatch());
  }

  /** A block that runs in a transaction. */
  private record Attempt(PartRunner parts, RunningBlock context, Stopwatch stopwatch) {}

  private Attempt attempt(Step step) {
    var parts = new PartRunner.Plain();
    var context = new RunningBlock(task, session, step, run, parts, () -> {});
    return new Attempt(parts, context, new Stopwatch());
  }

  private Attempt finish(
      Attempt attempt, Step step, RevisionDefinition definition, LogEntry entry) {
    runBlock(definition, step.direction(), attempt.context());
    recordState(step, attempt.stopwatch().elapsed());
    session.state().append(ended(entry, LogOutcome.DONE, attempt));
    return attempt;
  }

  private static LogEntry ended(LogEntry entry, LogOutcome outcome, Attempt attempt) {
    return entry.with(
        outcome, attempt.parts().done(), Optional.empty(), attempt.stopwatch().elapsed());
  }

  private StepReport journalled(Step step, RevisionDefinition definition, Journal journal) {
    var stopwatch = new Stopwatch();
    var context = new RunningBlock(task, session, step, run, journal, lock::confirm);
    try {
      runBlock(definition, step.direction(), context);
      session.begin();
      recordState(step, stopwatch.elapsed());
      journal.finish();
      session.commit();
    } catch (Throwable failure) {
      var problem = Failures.problem(task, step, context, failure);
      afterwards(
          failure,
          () -> {
            session.rollback();
            journal.fail(problem.message());
          });
      throw new StepFailed(Failures.halfWay(problem, journal, step), failure);
    }
    return finished(step, context, stopwatch);
  }

  /** The failure is what the user hears of, also when the engine is gone and cannot be told. */
  private static void afterwards(Throwable failure, Runnable notes) {
    try {
      notes.run();
    } catch (MdbException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }

  private static void runBlock(
      RevisionDefinition definition, Direction direction, RunningBlock context) {
    Optional<Block> block =
        direction == Direction.UPGRADE ? definition.upgrade() : definition.downgrade();
    block.ifPresent(body -> body.run(context));
    context.finish();
  }

  /** What was done counts only if nobody else could have run meanwhile. */
  private void recordState(Step step, Duration took) {
    lock.confirm();
    var id = step.revision().id();
    if (step.direction() == Direction.UPGRADE) {
      session.state().add(records.applied(script(id), took));
    } else {
      session.state().remove(id);
    }
  }

  private ScriptEntry script(String id) {
    return task.scripts().entry(id).orElseThrow();
  }

  private StepReport finished(Step step, RunningBlock context, Stopwatch stopwatch) {
    var revision = step.revision();
    var report =
        new StepReport(
            revision.id(),
            step.direction(),
            revision.message(),
            context.operations(),
            stopwatch.elapsed());
    run.listener().stepFinished(task.name(), report);
    return report;
  }
}
