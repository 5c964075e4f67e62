package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.Operation;
import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisOperation;
import dev.mdb.operation.Row;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.resource.StateStore;
import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A session of Redis. Between {@link #begin} and {@link #commit} writes are only collected, so
 * reads see the state before the transaction; the commit runs them all inside the server as one
 * step. Without a transaction each operation is such a step of its own.
 *
 * <p>On a cluster nothing spans two slots: there each part of an operation, the commands of one
 * slot, runs at once, and only the state waits for the commit, so that it never says more than was
 * done.
 */
final class RedisSession implements Session {
  /** Each is an argument of one script, and the server takes a million of them. */
  private static final int MOST_WRITES = 400_000;

  private final RedisConnection connection;
  private final RedisKeys keys;
  private final RedisWriter writer;
  private final CommandKeys commandKeys;
  private final RedisReads reads;
  private final SlotProgress progress;
  private final StateStore state;
  private final List<RedisWrite> waiting = new ArrayList<>();
  private boolean inTransaction;

  RedisSession(RedisConnection connection, RedisKeys keys, RedisWriter writer) {
    this.connection = connection;
    this.keys = keys;
    this.writer = writer;
    this.commandKeys = new CommandKeys(connection);
    this.reads = new RedisReads(connection, commandKeys);
    this.progress = new SlotProgress(connection, keys, writer);
    this.state = new RedisStateStore(connection, keys, this::write);
  }

  @Override
  public StateStore state() {
    return state;
  }

  @Override
  public Optional<Dialect> dialect() {
    return Optional.empty();
  }

  @Override
  public boolean rollsBackSchemaChanges() {
    return !connection.clustered();
  }

  @Override
  public void begin() {
    waiting.clear();
    inTransaction = true;
  }

  @Override
  public void commit() {
    inTransaction = false;
    var inOrder = new ArrayList<>(waiting.stream().filter(write -> !write.closing()).toList());
    inOrder.addAll(waiting.stream().filter(RedisWrite::closing).toList());
    waiting.clear();
    writer.write(inOrder);
  }

  @Override
  public void rollback() {
    waiting.clear();
    inTransaction = false;
  }

  @Override
  public List<Part> parts(Operation operation) {
    var commands = redis(operation).commands();
    commands.forEach(RedisWriter::check);
    var here = Optional.<Throwable>of(new WrittenHere());
    Function<RedisCommand, RedisWrite> prepare = command -> prepared(command, here);
    if (!connection.clustered()) return List.of(joining(commands.stream().map(prepare).toList()));
    return BySlot.split(commands, prepare).stream().map(this::ofOneSlot).toList();
  }

  private Part joining(List<RedisWrite> writes) {
    return new RedisPart(writes, true, this::write);
  }

  /** Only what is in the state's slot can be done together with it. */
  private Part ofOneSlot(List<RedisWrite> writes) {
    var touched = writes.get(0).keys();
    if (touched.isEmpty() || Slots.same(touched.get(0), Text.utf8(keys.lock()))) {
      return joining(writes);
    }
    return new RedisPart(writes, false, progress::run);
  }

  /** Redis has none; what counts the parts that were done serves as well. */
  @Override
  public String structure() {
    return connection.clustered() ? Long.toString(progress.total()) : "";
  }

  private static RedisOperation redis(Operation operation) {
    if (operation instanceof RedisOperation redis) return redis;
    throw wrongKind("'" + operation.describe() + "' is no operation of Redis");
  }

  private static MdbException wrongKind(String message) {
    return new MdbException(
        Problem.of(Category.FAILED, "wrong-kind", message)
            .help("write redis { set(\"key\", \"value\") } in scripts of this resource"));
  }

  private RedisWrite prepared(RedisCommand command, Optional<Throwable> origin) {
    try {
      return RedisWrite.of(command, commandKeys.of(command), origin);
    } catch (RedisFailure e) {
      throw RedisReads.failed(command, e);
    }
  }

  private void write(List<RedisWrite> writes) {
    if (!inTransaction) {
      writer.write(writes);
      return;
    }
    waiting.addAll(writes);
    if (waiting.size() > MOST_WRITES) throw tooLarge();
  }

  private static MdbException tooLarge() {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "transaction-too-large",
                "the block has more than "
                    + MOST_WRITES
                    + " commands, too many for one transaction")
            .help(
                "declare transaction = Transaction.NONE: each redis { } and each batch of a scan is"
                    + " then done by itself"));
  }

  /**
   * A command that only reads, by its name; a row for each element of its reply. Bytes that are
   * UTF-8 come as text; a list inside a list is a value of its row.
   */
  @Override
  public List<Row> query(String command, List<Object> parameters) {
    if (Stream.of(' ', '\n', '\t').anyMatch(space -> command.indexOf(space) >= 0)) {
      throw wrongKind("a query in SQL was put to Redis");
    }
    return reads.rows(RedisCommand.of(command, parameters.toArray()));
  }

  @Override
  public void close() {
    try {
      if (progress.hasCounted() && state.open().isEmpty()) progress.clear();
    } catch (MdbException | RedisFailure ignored) {
      // Counters that stay are cleared another time.
    } finally {
      connection.close();
    }
  }

  /** Marks the place in a script: a failure shows only when the transaction is run. */
  private static final class WrittenHere extends Exception {
    WrittenHere() {
      super("written here");
    }
  }
}
