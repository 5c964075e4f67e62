package dev.mdb.resource.jdbc;

import dev.mdb.operation.Dialect;
import java.sql.Connection;
import java.sql.SQLException;

/** What differs between relational engines, as far as the shared session and state need it. */
public interface JdbcEngine {
  Dialect dialect();

  /** The identifier in the engine's quotes. */
  String quote(String identifier);

  /** Starts a transaction on a connection in auto-commit mode. */
  void begin(Connection connection) throws SQLException;

  /** Is there a table (or view) of this name? */
  boolean exists(Connection connection, TableName table) throws SQLException;

  /** An integer primary key that counts by itself. */
  String sequenceColumn(String name);

  /** The driver's message in one line, without noise; never with a secret. */
  String explain(SQLException failure);

  /** Does a rollback take back DDL too? */
  boolean rollsBackSchemaChanges();

  /** See {@link dev.mdb.resource.Session#structure}. */
  String structure(Connection connection) throws SQLException;
}
