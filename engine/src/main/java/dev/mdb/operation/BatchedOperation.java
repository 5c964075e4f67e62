package dev.mdb.operation;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Work that is too much for one step: it goes on batch by batch, and after a break from the cursor
 * that was kept. Whoever runs it commits each batch together with the cursor it returned where the
 * block runs without a transaction; in a transaction all batches are part of it.
 */
public interface BatchedOperation extends Operation {
  /** The cursor of a first run. */
  String start();

  /**
   * Does one batch: reads with the context's queries, writes with its operations, which belong to
   * the batch and are not counted as operations of the block.
   *
   * @param cursor from {@link #start} or from the batch before
   */
  Batch batch(String cursor, BlockContext context);

  /**
   * How many rows or keys are still to come; asked once, before the first batch of a run, for the
   * estimate of its end.
   *
   * @param cursor where it begins or goes on
   * @return empty where that cannot be told cheaply
   */
  default OptionalLong remaining(String cursor, BlockContext context) {
    return OptionalLong.empty();
  }

  /** Runs all batches to the end, for a context that keeps no cursor. */
  default void runAll(BlockContext context) {
    var cursor = Optional.of(start());
    while (cursor.isPresent()) cursor = batch(cursor.get(), context).next();
  }

  /**
   * What came of a batch.
   *
   * @param next the cursor of the next batch, text without line breaks; empty after the last one
   * @param items how many rows or keys it handled
   */
  record Batch(Optional<String> next, long items) {}
}
