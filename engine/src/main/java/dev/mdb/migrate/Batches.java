package dev.mdb.migrate;

import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.BlockContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** The batches of one operation, on the block that runs. */
final class Batches {
  /** Is told of each batch. */
  interface Progress {
    /** An exception from here keeps the batch from running. */
    void batchBegins();

    /** The items of all so far, and of all in the end. */
    void batchDone(long items, OptionalLong total);
  }

  private final BatchedOperation operation;
  private final BlockContext context;
  private final Progress progress;
  private OptionalLong total;
  private long items;

  Batches(BatchedOperation operation, BlockContext context, Progress progress) {
    this.operation = operation;
    this.context = context;
    this.progress = progress;
  }

  Optional<String> start() {
    return Optional.of(operation.start());
  }

  /**
   * @return the cursor of the next batch
   */
  Optional<String> run(String cursor) {
    progress.batchBegins();
    if (total == null) total = operation.remaining(cursor, context);
    var batch = operation.batch(cursor, context);
    items += batch.items();
    return batch.next();
  }

  /** When the batch is kept. */
  void told() {
    progress.batchDone(items, total);
  }

  String describe() {
    return operation.describe();
  }

  /** The same for an operation that is described in the same way. */
  String hash() {
    return hash(operation);
  }

  static String hash(BatchedOperation operation) {
    var name = operation.describe() + " from " + operation.start();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
