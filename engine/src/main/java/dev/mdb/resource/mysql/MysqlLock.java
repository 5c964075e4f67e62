package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.LockKey;
import dev.mdb.resource.jdbc.SessionLock;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.resource.jdbc.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A named lock of a session. The name holds for the whole server; in a group of servers for this
 * one only, so that all runs must go to the same. Who holds it stands in an attribute of its
 * connection, where the server keeps them (MySQL does, MariaDB when its performance schema is on);
 * else the list of sessions tells at least from where it comes.
 */
final class MysqlLock implements SessionLock {
  private static final int HAS_ENDED = 1094;

  private final Connection connection;
  private final String name;
  private final String workName;

  private MysqlLock(Connection connection, String name, String workName) {
    this.connection = connection;
    this.name = name;
    this.workName = workName;
  }

  static MysqlLock on(Connection connection, TableName versionTable) throws SQLException {
    var current = Sql.first(connection, "SELECT DATABASE()", row -> row.getString(1)).orElse("");
    var database = versionTable.schema().orElse(current);
    return new MysqlLock(
        connection,
        LockKey.of(database, versionTable.name()).name(),
        LockKey.of(database, versionTable.name(), "work").name());
  }

  /** Marks a session that writes, until it ends: see {@link #leftover}. */
  static void mark(Connection connection, TableName versionTable) throws SQLException {
    var name = on(connection, versionTable).workName;
    Sql.first(connection, "SELECT GET_LOCK(?, 0)", row -> row.getBoolean(1), name);
  }

  @Override
  public boolean attempt() throws SQLException {
    return ask("SELECT GET_LOCK(?, 0)");
  }

  @Override
  public boolean held() throws SQLException {
    return ask("SELECT IS_USED_LOCK(?) = CONNECTION_ID()");
  }

  @Override
  public boolean release() throws SQLException {
    return ask("SELECT RELEASE_LOCK(?)");
  }

  /** For NULL, which the server answers when a lock is free, the driver says false. */
  private boolean ask(String question) throws SQLException {
    return Sql.first(connection, question, row -> row.getBoolean(1), name).orElse(false);
  }

  @Override
  public Optional<String> leftover() throws SQLException {
    return MysqlSessions.find(connection, user(workName))
        .map(session -> "a run that broke off or lost its lock (" + session.describe() + ")");
  }

  /** The server's number for the session that holds a lock, or 0. */
  private long user(String lock) throws SQLException {
    var sql = "SELECT coalesce(IS_USED_LOCK(?), 0)";
    return Sql.first(connection, sql, row -> row.getLong(1), lock).orElse(0L);
  }

  @Override
  public Optional<String> holder() throws SQLException {
    long id = user(name);
    return id == 0 ? Optional.empty() : Optional.of(describe(id));
  }

  @Override
  public void endHolder() throws SQLException {
    kill(user(workName));
    kill(user(name));
  }

  private void kill(long id) throws SQLException {
    if (id == 0) return;
    try {
      Sql.run(connection, "KILL " + id);
    } catch (SQLException e) {
      if (e.getErrorCode() != HAS_ENDED) throw e;
    }
  }

  private String describe(long id) throws SQLException {
    var session = MysqlSessions.find(connection, id).map(MysqlSessions.Listed::describe);
    var place = session.orElse("connection " + id);
    return attribute(id).map(owner -> owner + " (" + place + ")").orElse(place);
  }

  private Optional<String> attribute(long id) {
    var sql =
        "SELECT attr_value FROM performance_schema.session_account_connect_attrs"
            + " WHERE processlist_id = ? AND attr_name = 'mdb_owner'";
    try {
      return Sql.first(connection, sql, row -> row.getString(1), id);
    } catch (SQLException notKept) {
      return Optional.empty();
    }
  }
}
