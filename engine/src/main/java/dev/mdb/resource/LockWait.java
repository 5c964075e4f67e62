package dev.mdb.resource;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How to wait for the lock.
 *
 * @param atMost zero = do not wait
 * @param told gets a description of the holder, once when the waiting starts and again when the
 *     holder changes
 * @param cancelled is nobody interested any more?
 */
public record LockWait(Duration atMost, Consumer<String> told, BooleanSupplier cancelled) {
  /** Waits until the time is over. */
  public LockWait(Duration atMost, Consumer<String> told) {
    this(atMost, told, () -> false);
  }

  /**
   * To be called after each short pause.
   *
   * @throws MdbException of category INTERRUPTED when the waiting is to end
   */
  public void check() {
    if (!cancelled.getAsBoolean()) return;
    throw new MdbException(
        Problem.of(
            Category.INTERRUPTED, "interrupted", "interrupted while waiting for another run"));
  }
}
