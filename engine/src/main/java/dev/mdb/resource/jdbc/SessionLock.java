package dev.mdb.resource.jdbc;

import java.sql.SQLException;
import java.util.Optional;

/** A lock that a server keeps for a session until that ends. Used on one connection. */
public interface SessionLock {
  /** Takes the lock when it is free; never waits. */
  boolean attempt() throws SQLException;

  /**
   * Whoever holds it now, for people; the same text as long as it is the same holder. Empty when
   * nobody does.
   */
  Optional<String> holder() throws SQLException;

  /**
   * Asks the server to end the sessions of whoever holds it: first the one that writes, then the
   * one with the lock.
   */
  void endHolder() throws SQLException;

  /**
   * A writing session of an earlier run, though that run has lost the lock: a server goes on with a
   * statement when its client has been killed, and may end the session of the lock alone. For
   * people.
   */
  Optional<String> leftover() throws SQLException;

  /** Does the session of this connection hold it? */
  boolean held() throws SQLException;

  /**
   * @return false when this session did not hold it
   */
  boolean release() throws SQLException;
}
