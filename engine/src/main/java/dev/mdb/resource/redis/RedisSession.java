package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.Dialect;
import dev.mdb.operation.Operation;
import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisOperation;
import dev.mdb.operation.Row;
import dev.mdb.resource.Session;
import dev.mdb.resource.StateStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A session of Redis. Between {@link #begin} and {@link #commit} writes are only collected, so reads
 * see the state before the transaction; the commit runs them all inside the server as one step.
 * Without a transaction each operation is such a step of its own.
 *
 * <p>On a cluster nothing spans two slots: there operations are run at once, the commands of one
 * slot together, and only the state waits for the commit, so that it never says more than was done.
 */
final class RedisSession implements Session {
  /** Each is an argument of one script, and the server takes a million of them. */
  private static final int MOST_WRITES = 400_000;

  private final RedisConnection connection;
  private final RedisWriter writer;
  private final CommandKeys commandKeys;
  private final RedisReads reads;
  private final StateStore state;
  private final List<RedisWrite> waiting = new ArrayList<>();
  private boolean inTransaction;

  RedisSession(RedisConnection connection, RedisKeys keys, RedisWriter writer) {
    this.connection = connection;
    this.writer = writer;
    this.commandKeys = new CommandKeys(connection);
    this.reads = new RedisReads(connection, commandKeys);
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
  public String execute(Operation operation) {
    var redis = redis(operation);
    redis.commands().forEach(RedisWriter::check);
    var here = Optional.<Throwable>of(new WrittenHere());
    Function<RedisCommand, RedisWrite> prepare = command -> prepared(command, here);
    if (connection.clustered()) BySlot.split(redis, prepare).forEach(writer::write);
    else write(redis.commands().stream().map(prepare).toList());
    return redis.hash();
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
                "the block has more than " + MOST_WRITES + " commands, too many for one transaction")
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
    connection.close();
  }

  /** Marks the place in a script: a failure shows only when the transaction is run. */
  private static final class WrittenHere extends Exception {
    WrittenHere() {
      super("written here");
    }
  }
}
