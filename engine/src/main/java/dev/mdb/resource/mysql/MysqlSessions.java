package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The server's list of sessions, which MySQL and MariaDB both have under this name only. */
final class MysqlSessions {
  private MysqlSessions() {}

  /** Texts of another session's statement are left out: they may hold secrets. */
  record Listed(long id, String user, String host, String command, String state) {
    String describe() {
      return "connection " + id + " of " + user + "@" + host;
    }
  }

  static Optional<Listed> find(Connection connection, long id) throws SQLException {
    return Sql.all(connection, "SHOW PROCESSLIST", MysqlSessions::listed).stream()
        .filter(session -> session.id() == id)
        .findFirst();
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getLong("Id"),
        row.getString("User"),
        row.getString("Host"),
        row.getString("Command"),
        Optional.ofNullable(row.getString("State")).orElse(""));
  }
}
