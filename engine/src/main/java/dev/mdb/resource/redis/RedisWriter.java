package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Runs writes together, and only while the lease of this run holds. */
final class RedisWriter {
  /** Lua's stack, less what the script needs of it. */
  private static final int MOST_ARGUMENTS = 7_000;

  private final RedisConnection connection;
  private final RedisKeys keys;
  private final Optional<RedisLock> lock;
  private final String address;

  /**
   * @param lock empty for a session that was opened without holding the lock
   * @param address for people
   */
  RedisWriter(
      RedisConnection connection, RedisKeys keys, Optional<RedisLock> lock, String address) {
    this.connection = connection;
    this.keys = keys;
    this.lock = lock;
    this.address = address;
  }

  /** Refuses early what the script could not run, where the block's line is still known. */
  static void check(RedisCommand command) {
    if (command.arguments().size() <= MOST_ARGUMENTS) return;
    throw new MdbException(
        Problem.of(
                Category.FAILED,
                "too-many-arguments",
                command.describe()
                    + " has "
                    + command.arguments().size()
                    + " arguments, at most "
                    + MOST_ARGUMENTS
                    + " can be run at once")
            .help("write several commands instead: they are done together all the same"));
  }

  /** All or none; on a cluster the keys must be in one slot. */
  void write(List<RedisWrite> writes) {
    if (writes.isEmpty()) return;
    var answer = (List<?>) run(writes, touched(writes));
    int failed = ((Long) answer.get(0)).intValue();
    if (failed == -1) throw RedisLock.lost(Text.of(answer.get(1)));
    if (failed > 0) throw failed(writes, failed, Text.of(answer.get(1)), Text.of(answer.get(2)));
  }

  private static List<byte[]> touched(List<RedisWrite> writes) {
    var touched = new LinkedHashMap<ByteBuffer, byte[]>();
    for (var write : writes) {
      write.keys().forEach(key -> touched.put(ByteBuffer.wrap(key), key));
    }
    return List.copyOf(touched.values());
  }

  /**
   * On a cluster the lock may be in another slot: then it is looked at before, and the first key
   * stands in its place.
   */
  private Object run(List<RedisWrite> writes, List<byte[]> touched) {
    var lockKey = Text.utf8(keys.lock());
    boolean elsewhere =
        connection.clustered() && !touched.isEmpty() && !Slots.same(touched.get(0), lockKey);
    if (elsewhere) lock.ifPresent(RedisLock::confirm);
    var token = elsewhere ? "" : lock.map(RedisLock::token).orElse("");
    var first = elsewhere ? touched.get(0) : lockKey;
    try {
      return connection.call(evaluation(first, touched, token, writes), List.of(first));
    } catch (RedisFailure e) {
      throw e.refused() ? refused(writes, e) : unknown(e);
    }
  }

  private static RedisCommand evaluation(
      byte[] first, List<byte[]> touched, String token, List<RedisWrite> writes) {
    var arguments = new ArrayList<RedisValue>();
    arguments.add(RedisValue.of(RedisScripts.WRITE));
    arguments.add(RedisValue.of(1 + touched.size()));
    arguments.add(RedisValue.of(first));
    touched.forEach(key -> arguments.add(RedisValue.of(key)));
    arguments.add(RedisValue.of(token));
    writes.forEach(write -> arguments.add(RedisValue.of(Packing.pack(write))));
    return new RedisCommand("EVAL", arguments);
  }

  private MdbException failed(List<RedisWrite> writes, int number, String error, String notUndone) {
    var write = writes.get(number - 1);
    var reason = error.isEmpty() ? write.otherwise() : error;
    var message = write.command().describe() + ": " + reason;
    var problem = Problem.of(Category.FAILED, "statement-failed", message);
    if (!notUndone.isEmpty()) {
      var text = message + "; what was done before it could not be taken back: " + notUndone;
      problem =
          Problem.of(Category.INCOMPLETE, "not-undone", text)
              .help("allow RESTORE to mdb's user, and mend the keys by hand");
    }
    return new MdbException(
        problem.with("statement", write.command().describe()), write.origin().orElse(null));
  }

  /** The server did not start the script, or stopped it before the first write. */
  private static MdbException refused(List<RedisWrite> writes, RedisFailure failure) {
    var what = writes.get(0).command().describe();
    var problem =
        Problem.of(Category.FAILED, "statement-failed", what + ": " + failure.getMessage());
    return new MdbException(problem.with("statement", what), failure);
  }

  private MdbException unknown(RedisFailure failure) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "connection-lost",
                "while writing to " + address + ": " + failure.getMessage())
            .help("mdb status tells whether the block was still written; if not, run it again"),
        failure);
  }
}
