package dev.mdb.resource;

import java.util.List;

/**
 * What a resource remembers of its migrations: the applied set and the log. Writes take part in the
 * session's transaction when there is one.
 */
public interface StateStore {
  /**
   * The applied set in the order it was applied. Creates nothing; empty when nothing was ever
   * recorded.
   *
   * @throws dev.mdb.error.MdbException when something else than a version table has its name
   */
  List<AppliedRevision> applied();

  /** Creates what is missing; does nothing when all is there. Outside a transaction. */
  void prepare();

  void add(AppliedRevision revision);

  void remove(String id);

  void append(LogEntry entry);

  /** Replaces the entry with the same run and ordinal. */
  void update(LogEntry entry);

  /** The newest entries, newest first, at most so many. Creates nothing. */
  List<LogEntry> log(int atMost);

  /** The entries that are open, oldest first. Creates nothing. */
  List<LogEntry> open();
}
