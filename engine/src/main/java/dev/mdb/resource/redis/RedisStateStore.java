package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.RedisCommand;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.StateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A hash for each applied revision and each log entry, with the same fields as the columns of the
 * tables elsewhere; a list of the revisions in the order they were applied; a stream that names the
 * log entries in theirs, and a set of those that are open.
 */
final class RedisStateStore implements StateStore {
  private final RedisKeys keys;
  private final StateReader reader;
  private final Consumer<List<RedisWrite>> writing;

  /**
   * @param writing runs writes, or keeps them for the commit
   */
  RedisStateStore(RedisConnection connection, RedisKeys keys, Consumer<List<RedisWrite>> writing) {
    this.keys = keys;
    this.reader = new StateReader(connection);
    this.writing = writing;
  }

  @Override
  public List<AppliedRevision> applied() {
    return reading(
        () ->
            reader.hashes(
                () -> reader.list(keys.revisions()).stream().map(keys::revision).toList(),
                StateRows::applied));
  }

  /** Keys come into being with their first element; only that they can be read is seen to. */
  @Override
  public void prepare() {
    applied();
    open();
  }

  @Override
  public void add(AppliedRevision revision) {
    var key = keys.revision(revision.id());
    var create = RedisCommand.of("HSETNX", key, "revision", revision.id());
    var already = "revision '" + revision.id() + "' is applied already";
    writing.accept(
        List.of(
            new RedisWrite(create, List.of(Text.utf8(key)), false, "1", already, Optional.empty()),
            write(fill(key, StateRows.fields(revision)), key),
            write(RedisCommand.of("RPUSH", keys.revisions(), revision.id()), keys.revisions())));
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
    update(entry);
    var line =
        RedisCommand.of(
            "XADD", keys.log(), "*", "entry", name(entry), "revision", entry.revision());
    writing.accept(List.of(RedisWrite.closing(line)));
  }

  @Override
  public void update(LogEntry entry) {
    var key = keys.logEntry(name(entry));
    var marking = entry.outcome().isOpen() ? "SADD" : "SREM";
    writing.accept(
        List.of(
            write(fill(key, StateRows.fields(entry)), key),
            write(RedisCommand.of(marking, keys.open(), name(entry)), keys.open())));
  }

  private static String name(LogEntry entry) {
    return entry.run() + ":" + entry.ordinal() + ":" + entry.revision();
  }

  private static RedisCommand fill(String key, Map<String, String> fields) {
    var arguments = new ArrayList<Object>(List.of(key));
    fields.forEach((name, value) -> arguments.addAll(List.of(name, value)));
    return RedisCommand.of("HSET", arguments.toArray());
  }

  private static RedisWrite write(RedisCommand command, String key) {
    return RedisWrite.of(command, List.of(Text.utf8(key)), Optional.empty());
  }

  @Override
  public List<LogEntry> log(int atMost) {
    return reading(
        () ->
            reader.hashes(
                () -> reader.newest(keys.log(), atMost).stream().map(keys::logEntry).toList(),
                StateRows::logEntry));
  }

  @Override
  public List<LogEntry> open() {
    return reading(
        () ->
            reader
                .hashes(
                    () -> reader.set(keys.open()).stream().map(keys::logEntry).toList(),
                    StateRows::logEntry)
                .stream()
                .sorted(Comparator.comparing(LogEntry::at).thenComparing(LogEntry::ordinal))
                .toList());
  }

  private <T> T reading(Supplier<T> read) {
    try {
      return read.get();
    } catch (RedisFailure e) {
      throw unreadable(e.getMessage(), e);
    } catch (MdbException e) {
      throw e;
    } catch (RuntimeException e) {
      throw unreadable("a field is not what it should be: " + e.getMessage(), e);
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
}
