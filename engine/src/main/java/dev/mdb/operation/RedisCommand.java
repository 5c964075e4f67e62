package dev.mdb.operation;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command of Redis, as a value.
 *
 * @param name in upper case
 */
public record RedisCommand(String name, List<RedisValue> arguments) {
  public RedisCommand {
    name = name.toUpperCase(Locale.ROOT);
    arguments = List.copyOf(arguments);
  }

  /**
   * @param arguments texts, numbers or byte arrays
   */
  public static RedisCommand of(String name, Object... arguments) {
    return new RedisCommand(name, Stream.of(arguments).map(RedisValue::of).toList());
  }

  /** Without the values, which may be long or secret: {@code hset post:2}. */
  public String describe() {
    var lower = name.toLowerCase(Locale.ROOT);
    return arguments.isEmpty() ? lower : lower + " " + arguments.get(0);
  }

  /** A line that {@code redis-cli} runs. */
  @Override
  public String toString() {
    return Stream.concat(Stream.of(name), arguments.stream().map(RedisValue::toString))
        .collect(Collectors.joining(" "));
  }
}
