package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.RedisCommand;
import dev.mdb.operation.RedisValue;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.StateStore;
import dev.mdb.resource.redis.RedisConnection.KeyedCommand;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A list of ids in the order they were applied, a hash for each with the same fields as the columns
 * of a version table, and a stream as the log.
 */
final class RedisStateStore implements StateStore {
  private static final int READ_AGAIN = 3;

  private final RedisConnection connection;
  private final RedisKeys keys;
  private final Consumer<List<RedisWrite>> writing;

  /**
   * @param writing runs writes, or keeps them for the commit
   */
  RedisStateStore(
      RedisConnection connection, RedisKeys keys, Consumer<List<RedisWrite>> writing) {
    this.connection = connection;
    this.keys = keys;
    this.writing = writing;
  }

  @Override
  public List<AppliedRevision> applied() {
    return reading(() -> applied(READ_AGAIN));
  }

  /** The list and the hashes are not read in one moment: another run may end in between. */
  private List<AppliedRevision> applied(int attempts) {
    var ids = strings(call(RedisCommand.of("LRANGE", keys.revisions(), 0, -1), keys.revisions()));
    var rows =
        connection.callAll(ids.stream().map(this::hash).toList()).stream()
            .map(RedisStateStore::map)
            .toList();
    if (rows.stream().noneMatch(Map::isEmpty)) return rows.stream().map(StateRows::applied).toList();
    if (attempts > 1) return applied(attempts - 1);
    var missing = ids.get(rows.indexOf(Map.<String, String>of()));
    throw RedisFailure.refused("the key of revision '" + missing + "' is missing");
  }

  private KeyedCommand hash(String id) {
    var key = keys.revision(id);
    return new KeyedCommand(RedisCommand.of("HGETALL", key), utf8(key));
  }

  /** Keys come into being with their first element; so only that they can be used is seen to. */
  @Override
  public void prepare() {
    reading(() -> applied(READ_AGAIN));
  }

  @Override
  public void add(AppliedRevision revision) {
    var key = keys.revision(revision.id());
    var fields = new ArrayList<Object>(List.of(key));
    StateRows.fields(revision)
        .forEach(
            (name, value) -> {
              fields.add(name);
              fields.add(value);
            });
    var create = RedisCommand.of("HSETNX", key, "revision", revision.id());
    var fill = RedisCommand.of("HSET", fields.toArray());
    var append = RedisCommand.of("RPUSH", keys.revisions(), revision.id());
    var already = "revision '" + revision.id() + "' is applied already";
    writing.accept(
        List.of(
            new RedisWrite(create, List.of(utf8(key)), false, "1", already, Optional.empty()),
            write(fill, key),
            write(append, keys.revisions())));
  }

  @Override
  public void remove(String id) {
    var key = keys.revision(id);
    writing.accept(
        List.of(
            write(RedisCommand.of("DEL", key), key),
            write(RedisCommand.of("LREM", keys.revisions(), 1, id), keys.revisions())));
  }

  @Override
  public void append(LogEntry entry) {
    var arguments = new ArrayList<Object>(List.of(keys.log(), "*"));
    StateRows.fields(entry)
        .forEach(
            (name, value) -> {
              arguments.add(name);
              arguments.add(value);
            });
    writing.accept(List.of(RedisWrite.closing(RedisCommand.of("XADD", arguments.toArray()))));
  }

  private static RedisWrite write(RedisCommand command, String key) {
    return RedisWrite.of(command, List.of(utf8(key)), Optional.empty());
  }

  @Override
  public List<LogEntry> log(int atMost) {
    var command = RedisCommand.of("XREVRANGE", keys.log(), "+", "-", "COUNT", atMost);
    return reading(
        () ->
            ((List<?>) call(command, keys.log()))
                .stream()
                    .map(entry -> StateRows.logEntry(map(((List<?>) entry).get(1))))
                    .toList());
  }

  private Object call(RedisCommand command, String key) {
    return connection.call(command, List.of(utf8(key)));
  }

  private <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (RedisFailure e) {
      throw unreadable(e.getMessage(), e);
    } catch (RuntimeException e) {
      if (e instanceof MdbException already) throw already;
      throw unreadable("a field is missing or is not what it should be: " + e.getMessage(), e);
    }
  }

  private MdbException unreadable(String reason, Throwable cause) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "state-failed",
                "cannot read the state in the keys %s*: %s".formatted(keys.prefix(), reason))
            .help(
                "if these keys belong to another tool, give mdb a name of its own:"
                    + " version_table = \"…\""),
        cause);
  }

  private static List<String> strings(Object reply) {
    return ((List<?>) reply).stream().map(each -> text((byte[]) each)).toList();
  }

  /** A flat list of names and values. */
  private static Map<String, String> map(Object reply) {
    var flat = strings(reply);
    var map = new LinkedHashMap<String, String>();
    for (int i = 0; i < flat.size(); i += 2) map.put(flat.get(i), flat.get(i + 1));
    return map;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
