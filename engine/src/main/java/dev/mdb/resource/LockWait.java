package dev.mdb.resource;

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
}
