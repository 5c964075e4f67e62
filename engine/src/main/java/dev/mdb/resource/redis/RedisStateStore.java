package dev.mdb.resource.redis;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.StateFields;
import dev.mdb.resource.StateStore;
import java.util.Comparator;
import java.util.List;
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
  private final StateWrites writes;
  private final Consumer<List<RedisWrite>> writing;

  /**
   * @param writing runs writes, or keeps them for the commit
   */
  RedisStateStore(RedisConnection connection, RedisKeys keys, Consumer<List<RedisWrite>> writing) {
    this.keys = keys;
    this.reader = new StateReader(connection);
    this.writes = new StateWrites(keys);
    this.writing = writing;
  }

  @Override
  public List<AppliedRevision> applied() {
    return reading(
        () ->
            reader.hashes(
                () -> reader.list(keys.revisions()).stream().map(keys::revision).toList(),
                StateFields::revision));
  }

  /** Keys come into being with their first element; only that they can be read is seen to. */
  @Override
  public void prepare() {
    applied();
    open();
  }

  @Override
  public void add(AppliedRevision revision) {
    writing.accept(writes.add(revision));
  }

  @Override
  public void remove(String id) {
    writing.accept(writes.remove(id));
  }

  @Override
  public void append(LogEntry entry) {
    writing.accept(writes.update(entry));
    writing.accept(List.of(writes.line(entry)));
  }

  @Override
  public void update(LogEntry entry) {
    writing.accept(writes.update(entry));
  }

  @Override
  public List<LogEntry> log(int atMost) {
    return reading(
        () ->
            reader.hashes(
                () -> reader.newest(keys.log(), atMost).stream().map(keys::logEntry).toList(),
                StateFields::logEntry));
  }

  @Override
  public List<LogEntry> open() {
    return reading(
        () ->
            reader
                .hashes(
                    () -> reader.set(keys.open()).stream().map(keys::logEntry).toList(),
                    StateFields::logEntry)
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
