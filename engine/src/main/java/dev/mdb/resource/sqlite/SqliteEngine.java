package dev.mdb.resource.sqlite;

import dev.mdb.operation.Dialect;
import dev.mdb.resource.jdbc.JdbcEngine;
import dev.mdb.resource.jdbc.TableName;
import java.sql.Connection;
import java.sql.SQLException;

/** SQLite: DDL rolls back, one writer at a time. */
final class SqliteEngine implements JdbcEngine {
  @Override
  public Dialect dialect() {
    return Dialect.SQLITE;
  }

  @Override
  public String quote(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }

  /**
   * Takes the write lock at once: a transaction that starts reading may be refused when it wants to
   * write.
   */
  @Override
  public void begin(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("BEGIN IMMEDIATE");
    }
  }

  @Override
  public boolean exists(Connection connection, TableName table) throws SQLException {
    var sql =
        "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND lower(name) = lower(?)";
    try (var statement = connection.prepareStatement(sql)) {
      statement.setString(1, table.name());
      try (var rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  @Override
  public String sequenceColumn(String name) {
    return name + " INTEGER PRIMARY KEY AUTOINCREMENT";
  }

  /** The driver wraps SQLite's message as {@code [CODE] what the code means (the message)}. */
  @Override
  public String explain(SQLException failure) {
    var message = String.valueOf(failure.getMessage());
    int open = message.indexOf(" (");
    boolean wrapped = message.startsWith("[SQLITE_") && open > 0 && message.endsWith(")");
    return (wrapped ? message.substring(open + 2, message.length() - 1) : message).strip();
  }

  @Override
  public boolean rollsBackSchemaChanges() {
    return true;
  }

  /** SQLite counts its schema changes itself. */
  @Override
  public String structure(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA schema_version")) {
      return rows.getString(1);
    }
  }
}
