package dev.mdb.migrate;

import dev.mdb.error.Problem;
import dev.mdb.graph.Plan;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Step;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Is told what a run does while it does it. Called by the run's thread; an exception from here
 * fails the run.
 */
public interface MigrationListener {
  /** A listener that does not care. */
  static MigrationListener silent() {
    return new MigrationListener() {};
  }

  /**
   * A run has the session that will write.
   *
   * @param blocker who blocks the statement that runs now, for people; may be asked from any thread
   *     and at any time, waits for nothing
   */
  default void connected(String resource, Supplier<Optional<String>> blocker) {}

  /** Something that should be known before the first change, and keeps nothing from going on. */
  default void noted(String resource, Problem note) {}

  /** The plan of a resource is made and its scripts are ready; nothing has been changed. */
  default void planned(String resource, Plan plan) {}

  /**
   * @param holder who runs now
   */
  default void waitingForLock(String resource, String holder) {}

  /**
   * @param number from 1, of {@code total} steps of this resource
   */
  default void stepStarted(String resource, Step step, int number, int total) {}

  /**
   * @param number from 1 within the block
   */
  default void operationStarted(String resource, Step step, Operation operation, int number) {}

  /** The operation is done; it may be rolled back yet. */
  default void operationFinished(String resource, Step step, Operation operation, int number) {}

  /** A squashed revision is recorded from now on, in place of what it replaces. Nothing ran. */
  default void settled(String resource, Revision squashed) {}

  /**
   * @param items rows or keys that all batches of the operation have handled so far in this run
   * @param total how many it will be in the end; empty where nobody knows
   */
  default void batchFinished(
      String resource, Step step, BatchedOperation operation, long items, OptionalLong total) {}

  /**
   * A statement waited too long for a lock of the engine; the step, or the part, begins again.
   *
   * @param attempt from 1
   */
  default void lockTimedOut(String resource, Step step, String message, int attempt) {}

  /** The step is committed. */
  default void stepFinished(String resource, StepReport step) {}
}
