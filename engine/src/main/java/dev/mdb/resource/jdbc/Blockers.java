package dev.mdb.resource.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How an engine's server tells who holds the locks that a session waits for. */
public interface Blockers {
  /** The server's number for the session of a connection. */
  long sessionOf(Connection connection) throws SQLException;

  /**
   * A text for people about each session that blocks the given one; empty when it does not wait.
   *
   * @param observer another connection than the one that waits
   */
  List<String> of(long session, Connection observer) throws SQLException;
}
