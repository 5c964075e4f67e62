package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts an operation for a cluster, which runs nothing that touches two slots. */
final class BySlot {
  private BySlot() {}

  /** Neighbours of one slot stay together; nothing changes its place. */
  static List<List<RedisWrite>> split(
      List<RedisCommand> commands, Function<RedisCommand, RedisWrite> prepare) {
    var parts = new ArrayList<List<RedisWrite>>();
    var writes = commands.stream().flatMap(BySlot::perKey).map(prepare).toList();
    for (var write : writes) {
      if (parts.isEmpty() || !together(parts.get(parts.size() - 1), write)) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).add(write);
    }
    return parts;
  }

  private static boolean together(List<RedisWrite> part, RedisWrite next) {
    var first = part.get(0).keys();
    if (first.isEmpty() || next.keys().isEmpty()) return first.isEmpty() && next.keys().isEmpty();
    return Slots.same(first.get(0), next.keys().get(0));
  }

  /** Commands that do the same to each of many keys are done key by key. */
  private static Stream<RedisCommand> perKey(RedisCommand command) {
    return switch (command.name()) {
      case "DEL", "UNLINK", "TOUCH" ->
          command.arguments().stream().map(key -> part(command, List.of(key)));
      case "MSET" -> pairs(command);
      default -> Stream.of(command);
    };
  }

  private static Stream<RedisCommand> pairs(RedisCommand command) {
    var all = command.arguments();
    if (all.size() % 2 != 0) return Stream.of(command);
    return IntStream.range(0, all.size() / 2)
        .mapToObj(i -> part(command, all.subList(2 * i, 2 * i + 2)));
  }

  private static RedisCommand part(RedisCommand command, List<RedisValue> arguments) {
    return new RedisCommand(command.name(), arguments);
  }
}
