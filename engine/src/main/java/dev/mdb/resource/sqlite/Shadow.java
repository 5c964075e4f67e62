package dev.mdb.resource.sqlite;

import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.resource.jdbc.Alteration;
import dev.mdb.resource.jdbc.JdbcSession;
import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.resource.jdbc.TableName;
import dev.mdb.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A database in memory that is brought to where a script has come, because the statements that
 * rebuild a table depend on what the table is. Made only when such an operation comes.
 */
final class Shadow implements AutoCloseable {
  private static final TableName NOWHERE = new TableName(Optional.empty(), "mdb_shadow");
  private static final OwnTables OWN = new OwnTables(NOWHERE);

  private final SqliteEngine engine;
  private final ConnectionSource source;
  private final Consumer<Session> before;

  /** What the script has done while there was no database. */
  private final List<SqlOperation> waiting = new ArrayList<>();

  private Optional<Connection> connection = Optional.empty();
  private JdbcSession session;

  /**
   * @param source opens an empty database in memory
   * @param before brings it to the start of the script
   */
  Shadow(SqliteEngine engine, ConnectionSource source, Consumer<Session> before) {
    this.engine = engine;
    this.source = source;
    this.before = before;
  }

  /** How the changes of a table are done where the script has come to; they are done here too. */
  Alteration alteration(TableOperation operation) {
    var alteration = engine.alteration(open(), OWN, operation);
    run(operation);
    return alteration;
  }

  Optional<Table> table(String name) {
    return engine.catalog(open(), OWN).table(name);
  }

  /** Something that the script does meanwhile. */
  void pass(SqlOperation operation) {
    if (connection.isEmpty()) waiting.add(operation);
    else run(operation);
  }

  /** Did any text depend on what is there? */
  boolean isUsed() {
    return connection.isPresent();
  }

  private void run(SqlOperation operation) {
    session.parts(operation).forEach(Part::run);
  }

  private Connection open() {
    if (connection.isEmpty()) {
      try {
        var opened = source.open();
        connection = Optional.of(opened);
        session = new JdbcSession(opened, engine, NOWHERE, Optional.empty());
      } catch (SQLException e) {
        throw new IllegalStateException("a database in memory can always be opened", e);
      }
      before.accept(session);
      waiting.forEach(this::run);
    }
    return connection.get();
  }

  @Override
  public void close() {
    if (session != null) session.close();
  }

  /** Opens a connection. */
  interface ConnectionSource {
    Connection open() throws SQLException;
  }
}
