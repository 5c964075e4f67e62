package dev.mdb.resource.sqlite;

import dev.mdb.operation.TableOperation;
import dev.mdb.resource.jdbc.Alteration;
import dev.mdb.resource.jdbc.Fault;
import dev.mdb.resource.jdbc.JdbcEngine;
import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.resource.jdbc.Parameters;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.resource.jdbc.TableName;
import dev.mdb.resource.jdbc.Unenforced;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.temporal.Temporal;
import java.util.Optional;
import java.util.UUID;

/** SQLite: DDL rolls back, one writer at a time. */
final class SqliteEngine implements JdbcEngine {
  /** SQLITE_BUSY; extended codes have it in their lowest byte. */
  private static final int BUSY = 5;

  private static final int PRIMARY_CODE = 0xff;

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
    Sql.run(connection, "BEGIN IMMEDIATE");
  }

  @Override
  public void commit(Connection connection) throws SQLException {
    Sql.run(connection, "COMMIT");
  }

  @Override
  public void rollback(Connection connection) throws SQLException {
    try {
      Sql.run(connection, "ROLLBACK");
    } finally {
      // A rebuild that failed half-way left it on, and a rollback does not reach it.
      Sql.run(connection, "PRAGMA legacy_alter_table = OFF");
    }
  }

  @Override
  public boolean exists(Connection connection, TableName table) throws SQLException {
    var sql =
        "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND lower(name) = lower(?)";
    return Sql.first(connection, sql, row -> true, table.name()).isPresent();
  }

  @Override
  public String sequenceColumn(String name) {
    return name + " INTEGER PRIMARY KEY AUTOINCREMENT";
  }

  /** Of several statements in one text the driver's {@code execute} would run the first. */
  @Override
  public void execute(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(text);
    } catch (SQLException e) {
      throw isWordless(e) ? broken(text, e) : e;
    }
  }

  /** All that SQLite says when rows do not fit an {@code ALTER TABLE}. */
  private boolean isWordless(SQLException failure) {
    return explain(failure).equals("constraint failed");
  }

  private static SQLException broken(String text, SQLException cause) {
    return new SQLException(
        "there are rows that do not fit: " + text,
        cause.getSQLState(),
        cause.getErrorCode(),
        cause);
  }

  /** What SQLite has no type for is kept as text. */
  @Override
  public Object parameter(Object value) {
    var plain = Parameters.plain(value);
    return plain instanceof Temporal || plain instanceof UUID ? plain.toString() : plain;
  }

  @Override
  public Fault fault(SQLException failure) {
    return (failure.getErrorCode() & PRIMARY_CODE) == BUSY ? Fault.LOCK_TIMEOUT : Fault.OTHER;
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
  public Alteration alteration(Connection connection, OwnTables own, TableOperation operation) {
    var changes = operation.changes(Dialect.SQLITE);
    return TableAlteration.of(connection, operation.table(), changes);
  }

  @Override
  public boolean enforcesForeignKeys(Connection connection) throws SQLException {
    return ForeignKeyCheck.isEnforced(connection);
  }

  @Override
  public Unenforced beginUnenforced(Connection connection) throws SQLException {
    return ForeignKeyCheck.begin(connection, this);
  }

  @Override
  public CatalogReader catalog(Connection connection, OwnTables own) {
    return new SqliteCatalog(connection, own);
  }

  @Override
  public Optional<Connection> emptyCopy(Connection connection) {
    return Optional.of(Scratch.like(Master.of(connection)).connection());
  }

  /** SQLite counts its schema changes itself. */
  @Override
  public String structure(Connection connection) throws SQLException {
    return Sql.first(connection, "PRAGMA schema_version", row -> row.getString(1)).orElseThrow();
  }
}
