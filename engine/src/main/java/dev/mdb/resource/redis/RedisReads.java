package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import dev.mdb.operation.Row;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Runs what only reads, and makes rows of the replies. */
final class RedisReads {
  private static final List<String> COLUMN = List.of("value");

  private final RedisConnection connection;
  private final CommandKeys commandKeys;
  private final Map<String, Boolean> readOnly = new HashMap<>();

  RedisReads(RedisConnection connection, CommandKeys commandKeys) {
    this.connection = connection;
    this.commandKeys = commandKeys;
  }

  List<Row> rows(RedisCommand command) {
    try {
      if (!readOnly.computeIfAbsent(command.name(), this::onlyReads)) throw writes(command);
      var reply = value(call(command));
      var elements = reply instanceof List<?> list ? list : Collections.singletonList(reply);
      return elements.stream()
          .map(each -> new Row(COLUMN, Collections.singletonList(each)))
          .toList();
    } catch (RedisFailure e) {
      throw failed(command, e);
    }
  }

  /** What goes over all keys goes over all nodes. */
  private Object call(RedisCommand command) {
    if (connection.clustered() && command.name().equals("SCAN")) {
      return new ClusterScan(connection).call(command);
    }
    if (connection.clustered() && command.name().equals("KEYS")) {
      return connection.nodes().stream()
          .flatMap(node -> ((List<?>) connection.callOn(node, command)).stream())
          .toList();
    }
    return connection.call(command, commandKeys.of(command));
  }

  /** The server says so in the flags of its command table. */
  private boolean onlyReads(String name) {
    var answer = (List<?>) connection.call(RedisCommand.of("COMMAND", "INFO", name), List.of());
    if (!(answer.get(0) instanceof List<?> about)) {
      throw RedisFailure.refused("the server has no such command");
    }
    return ((List<?>) about.get(2)).stream().map(RedisReads::value).anyMatch("readonly"::equals);
  }

  private static MdbException writes(RedisCommand command) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "not-a-query",
                command.describe() + " is no query: it may change something")
            .help("write it as an operation, inside redis { }"));
  }

  static MdbException failed(RedisCommand command, RedisFailure failure) {
    var what = command.describe();
    var code = failure.refused() ? "statement-failed" : "connection-lost";
    return new MdbException(
        Problem.of(Category.FAILED, code, what + ": " + failure.getMessage())
            .with("statement", what),
        failure);
  }

  private static Object value(Object reply) {
    if (reply instanceof List<?> list) {
      return list.stream()
          .map(RedisReads::value)
          .collect(
              Collectors.collectingAndThen(Collectors.toList(), Collections::unmodifiableList));
    }
    if (!(reply instanceof byte[] bytes)) return reply;
    var text = RedisValue.of(bytes).text();
    return text.isPresent() ? text.get() : bytes;
  }
}
