package dev.mdb.resource;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How to wait for the lock.
 *
 * @param atMost zero = do not wait
 * @param told gets a description of the holder, once when the waiting starts and again when the
 *     holder changes
 */
public record LockWait(Duration atMost, Consumer<String> told) {}
