package dev.mdb.resource.redis;

import dev.mdb.operation.RedisCommand;
import dev.mdb.resource.redis.RedisConnection.KeyedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Counts, in each slot of a cluster, the parts that were done there: the count goes up in the same
 * step as the part. So a run that broke off can tell whether the part that was under way had
 * happened, although its note is in another slot. A set beside the state names the slots.
 */
final class SlotProgress {
  private final RedisConnection connection;
  private final RedisKeys keys;
  private final RedisWriter writer;
  private final SlotTags tags = new SlotTags();
  private Optional<Long> total = Optional.empty();

  SlotProgress(RedisConnection connection, RedisKeys keys, RedisWriter writer) {
    this.connection = connection;
    this.keys = keys;
    this.writer = writer;
  }

  /** How many parts were done in all slots. */
  long total() {
    if (total.isEmpty()) total = Optional.of(reading());
    return total.get();
  }

  private long reading() {
    try {
      return read();
    } catch (RedisFailure e) {
      throw RedisReads.failed(RedisCommand.of("GET", keys.slots()), e);
    }
  }

  private long read() {
    var counters = counters().stream().map(SlotProgress::get).toList();
    return connection.callAll(counters).stream()
        .filter(Objects::nonNull)
        .mapToLong(count -> Long.parseLong(Text.of(count)))
        .sum();
  }

  private List<String> counters() {
    return new StateReader(connection).set(keys.slots()).stream().map(keys::counter).toList();
  }

  private static KeyedCommand get(String key) {
    return new KeyedCommand(RedisCommand.of("GET", key), Text.utf8(key));
  }

  /** Runs writes of one slot, and counts them as one part. */
  void run(List<RedisWrite> writes) {
    var before = total();
    var tag = tags.of(Slots.of(writes.get(0).keys().get(0)));
    writer.write(List.of(write(RedisCommand.of("SADD", keys.slots(), tag), keys.slots())));
    var counter = keys.counter(tag);
    var counted = new ArrayList<>(writes);
    counted.add(write(RedisCommand.of("INCR", counter), counter));
    writer.write(counted);
    total = Optional.of(before + 1);
  }

  private static RedisWrite write(RedisCommand command, String key) {
    return RedisWrite.of(command, List.of(Text.utf8(key)), Optional.empty());
  }

  /** Did this session look at counters, and were there any? */
  boolean hasCounted() {
    return total.orElse(0L) > 0;
  }

  /** Takes the counters away, when no run is open any more. */
  void clear() {
    for (var key : counters()) writer.write(List.of(write(RedisCommand.of("DEL", key), key)));
    writer.write(List.of(write(RedisCommand.of("DEL", keys.slots()), keys.slots())));
  }
}
