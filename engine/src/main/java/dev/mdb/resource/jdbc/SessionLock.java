package dev.mdb.resource.jdbc;

import java.sql.SQLException;

/** A lock that a server keeps for a session until that ends. Used on one connection. */
public interface SessionLock {
  /** Takes the lock when it is free; never waits. */
  boolean attempt() throws SQLException;

  /** Whoever holds it now, for people; the same text as long as it is the same holder. */
  String holder() throws SQLException;

  /** Does the session of this connection hold it? */
  boolean held() throws SQLException;

  /**
   * @return false when this session did not hold it
   */
  boolean release() throws SQLException;
}
