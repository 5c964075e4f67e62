package dev.mdb.operation;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Commands for a Redis resource, in run order; they are done together or not at all (on a cluster:
 * those of one slot).
 *
 * @param commands at least one
 */
public record RedisOperation(List<RedisCommand> commands) implements Operation {
  /**
   * They would end the transaction around them, leave its connection or database, or take mdb's own
   * state and lock with them.
   */
  private static final Set<String> REFUSED =
      Set.of(
          "MULTI",
          "EXEC",
          "DISCARD",
          "WATCH",
          "UNWATCH",
          "SELECT",
          "SWAPDB",
          "FLUSHDB",
          "FLUSHALL",
          "AUTH",
          "HELLO",
          "QUIT",
          "RESET",
          "MONITOR",
          "SHUTDOWN",
          "SUBSCRIBE",
          "PSUBSCRIBE",
          "SSUBSCRIBE");

  private static final int SHOWN = 3;

  /**
   * @throws MdbException for a command that cannot be part of a revision
   */
  public RedisOperation {
    commands = List.copyOf(commands);
    if (commands.isEmpty()) throw new IllegalArgumentException("an operation needs a command");
    commands.forEach(RedisOperation::check);
  }

  private static void check(RedisCommand command) {
    if (!REFUSED.contains(command.name())) return;
    throw new MdbException(
        Problem.of(
                Category.FAILED,
                "refused-command",
                command.name()
                    + " cannot be part of a revision: mdb keeps its own"
                    + " transaction, connection and state")
            .help(
                "to empty a database, delete its keys: scan(\"*\") { del(it) } leaves the keys"
                    + " of mdb alone"));
  }

  @Override
  public String describe() {
    var first = commands.stream().limit(SHOWN).map(RedisCommand::describe);
    var text = first.collect(Collectors.joining(", "));
    int more = commands.size() - SHOWN;
    return more > 0 ? text + " and " + more + " more" : text;
  }

  /** One line for {@code redis-cli} for each command. */
  public List<String> lines() {
    return commands.stream().map(RedisCommand::toString).toList();
  }

  /** Hex SHA-256 over names and arguments. */
  public String hash() {
    var digest = sha256();
    for (var command : commands) {
      digest.update(ByteBuffer.allocate(4).putInt(command.arguments().size()).flip());
      update(digest, RedisValue.of(command.name()));
      command.arguments().forEach(argument -> update(digest, argument));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With its length, so that no two lists of arguments look the same. */
  private static void update(MessageDigest digest, RedisValue value) {
    var bytes = value.bytes();
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
