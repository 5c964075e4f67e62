package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.TableOperation;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What differs between relational engines, as far as the shared session and state need it. */
public interface JdbcEngine {
  Dialect dialect();

  /** The identifier in the engine's quotes. */
  String quote(String identifier);

  /** Starts a transaction on a connection in auto-commit mode. */
  default void begin(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
  }

  /** Ends the transaction; the connection is in auto-commit mode again. */
  default void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Drops the transaction; the connection is in auto-commit mode again. */
  default void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  /** Does a rollback take back what {@code CREATE}, {@code ALTER} and {@code DROP} did? */
  default boolean rollsBackSchemaChanges() {
    return true;
  }

  /** Is there a table (or view) of this name? */
  boolean exists(Connection connection, TableName table) throws SQLException;

  /** Is there a schema of this name? Never asked where a version table cannot have one. */
  default boolean hasSchema(Connection connection, String schema) throws SQLException {
    return true;
  }

  /** An integer primary key that counts by itself. */
  String sequenceColumn(String name);

  /** Type of a column for text of any length, compared letter by letter. */
  default String textType() {
    return "TEXT";
  }

  /** What follows the closing bracket of {@code CREATE TABLE}. */
  default String tableOptions() {
    return "";
  }

  /**
   * Runs a text without parameters, which may hold several statements where the engine takes them.
   */
  default void execute(Connection connection, String text) throws SQLException {
    Sql.run(connection, text);
  }

  /** The value of a script as the driver wants it. */
  default Object parameter(Object value) {
    return Parameters.plain(value);
  }

  Fault fault(SQLException failure);

  /** The driver's message in one line, without noise; never with a secret. */
  String explain(SQLException failure);

  /**
   * See {@link dev.mdb.resource.Session#catalog}.
   *
   * @param own what it leaves out
   */
  CatalogReader catalog(Connection connection, OwnTables own);

  /** The statements of an operation here, in run order. */
  default List<SqlStatement> statements(
      Connection connection, OwnTables own, SqlOperation operation) {
    if (!(operation instanceof TableOperation changes)) {
      return operation.render(dialect(), table -> catalog(connection, own).table(table));
    }
    return alteration(connection, own, changes).statements();
  }

  /** How the changes of a table are done here, as it is now. */
  default Alteration alteration(Connection connection, OwnTables own, TableOperation operation) {
    var changes = operation.changes(dialect());
    var statements =
        Ddl.of(dialect()).alter(operation.table(), changes, catalog(connection, own)::table);
    return new Alteration(statements.stream().map(SqlStatement::of).toList(), false);
  }

  /** Does the session look after foreign keys now? Asked only for an unenforced alteration. */
  default boolean enforcesForeignKeys(Connection connection) throws SQLException {
    return false;
  }

  /** Like {@link #begin}; the engine does not look after foreign keys until the end. */
  default Unenforced beginUnenforced(Connection connection) throws SQLException {
    begin(connection);
    return Unenforced.NONE;
  }

  /** See {@link dev.mdb.resource.Session#emptyCopy}. */
  default Optional<Connection> emptyCopy(Connection connection) {
    return Optional.empty();
  }

  /** See {@link dev.mdb.resource.Session#structure}. */
  String structure(Connection connection) throws SQLException;
}
