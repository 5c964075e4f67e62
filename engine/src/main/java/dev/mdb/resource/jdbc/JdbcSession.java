package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.Operation;
import dev.mdb.operation.Row;
import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.OtherHistory;
import dev.mdb.resource.Part;
import dev.mdb.resource.Session;
import dev.mdb.resource.StateStore;
import dev.mdb.resource.Transactions;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session of a relational engine. */
public final class JdbcSession implements Session {
  private static final int BATCH = 1_000;

  private final Connection connection;
  private final JdbcEngine engine;
  private final JdbcStateStore state;
  private final OwnTables own;
  private final JdbcProblems problems;
  private final Optional<BlockerWatch> watch;
  private boolean inTransaction;
  private boolean wantsUnenforced;
  private Unenforced unenforced = Unenforced.NONE;

  /**
   * @param connection in auto-commit mode; closed with the session
   * @param watch where the engine can tell who is in the way; closed with the session
   */
  public JdbcSession(
      Connection connection,
      JdbcEngine engine,
      TableName versionTable,
      Optional<BlockerWatch> watch) {
    this.connection = connection;
    this.engine = engine;
    this.state = new JdbcStateStore(connection, engine, versionTable);
    this.own = new OwnTables(versionTable);
    this.problems = new JdbcProblems(engine);
    this.watch = watch;
  }

  @Override
  public StateStore state() {
    return state;
  }

  @Override
  public Optional<Dialect> dialect() {
    return Optional.of(engine.dialect());
  }

  @Override
  public boolean rollsBackSchemaChanges() {
    return engine.rollsBackSchemaChanges();
  }

  @Override
  public Optional<String> blocker() {
    return watch.flatMap(BlockerWatch::now);
  }

  @Override
  public void begin() {
    wantsUnenforced = false;
    attempt("start a transaction", () -> engine.begin(connection));
    inTransaction = true;
  }

  @Override
  public void beginUnenforced() {
    wantsUnenforced = false;
    attempt("start a transaction", () -> unenforced = engine.beginUnenforced(connection));
    inTransaction = true;
  }

  @Override
  public boolean wantsUnenforced() {
    return wantsUnenforced;
  }

  @Override
  public void commit() {
    if (wantsUnenforced) throw beginAgain();
    attempt(
        "commit",
        () -> {
          unenforced.check();
          engine.commit(connection);
        });
    inTransaction = false;
    enforceAgain();
  }

  @Override
  public void rollback() {
    if (!inTransaction) return;
    inTransaction = false;
    try {
      attempt("roll back", () -> engine.rollback(connection));
    } finally {
      enforceAgain();
    }
  }

  private void enforceAgain() {
    attempt("enforce foreign keys", unenforced::end);
    unenforced = Unenforced.NONE;
  }

  private MdbException beginAgain() {
    return new MdbException(
        Problem.of(
            Category.FAILED,
            "begin-again",
            "a table can be rebuilt only in a transaction without enforcement of foreign keys"));
  }

  @Override
  public List<Part> parts(Operation operation) {
    if (operation instanceof TableOperation changes && engine.rollsBackSchemaChanges()) {
      return List.of(tablePart(changes));
    }
    var parts = new ArrayList<Part>();
    for (var statement : engine.statements(connection, own, sql(operation))) {
      parts.add(new StatementPart(statement, this::run));
    }
    return parts;
  }

  private Part tablePart(TableOperation operation) {
    return TablePart.of(
        operation,
        engine.dialect(),
        () -> engine.alteration(connection, own, operation).statements(),
        () -> change(operation));
  }

  private void change(TableOperation operation) {
    if (!inTransaction) {
      Transactions.run(this, () -> changeInTransaction(operation));
    } else {
      changeInTransaction(operation);
    }
  }

  private TableOperation changeInTransaction(TableOperation operation) {
    var alteration = engine.alteration(connection, own, operation);
    if (alteration.unenforced() && isEnforced()) {
      wantsUnenforced = true;
      throw beginAgain();
    }
    alteration.statements().forEach(this::run);
    return operation;
  }

  private boolean isEnforced() {
    try {
      return engine.enforcesForeignKeys(connection);
    } catch (SQLException e) {
      throw failed("see whether foreign keys are enforced", e);
    }
  }

  @Override
  public String structure() {
    try {
      return engine.structure(connection);
    } catch (SQLException e) {
      throw failed("read the structure", e);
    }
  }

  @Override
  public CatalogReader catalog() {
    return engine.catalog(connection, own);
  }

  @Override
  public Optional<OtherHistory> otherHistory() {
    return state.isFound() ? Optional.empty() : OtherTools.find(connection, engine);
  }

  @Override
  public Optional<Session> emptyCopy() {
    return engine
        .emptyCopy(connection)
        .map(copy -> new JdbcSession(copy, engine, own.versionTable(), Optional.empty()));
  }

  private SqlOperation sql(Operation operation) {
    if (operation instanceof SqlOperation sql) return sql;
    throw new MdbException(
        Problem.of(
            Category.FAILED,
            "wrong-kind",
            "'" + operation.describe() + "' is no operation of " + engine.dialect().title()));
  }

  /** A plain text is not prepared: some drivers refuse DDL then, or run only its first part. */
  private void run(SqlStatement statement) {
    watch.ifPresent(BlockerWatch::start);
    try {
      if (statement.batch().isEmpty()) engine.execute(connection, statement.text());
      else runBatch(statement);
    } catch (SQLException e) {
      throw failed(statement.text(), e);
    } finally {
      watch.ifPresent(BlockerWatch::stop);
    }
  }

  private void runBatch(SqlStatement statement) throws SQLException {
    try (var prepared = connection.prepareStatement(statement.text())) {
      int waiting = 0;
      for (var parameters : statement.batch()) {
        bind(prepared, parameters);
        prepared.addBatch();
        if (++waiting == BATCH) {
          prepared.executeBatch();
          waiting = 0;
        }
      }
      if (waiting > 0) prepared.executeBatch();
    }
  }

  private void bind(PreparedStatement prepared, List<Object> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      prepared.setObject(i + 1, engine.parameter(parameters.get(i)));
    }
  }

  @Override
  public List<Row> query(String sql, List<Object> parameters) {
    try (var prepared = connection.prepareStatement(sql)) {
      bind(prepared, parameters);
      try (var results = prepared.executeQuery()) {
        return rows(results);
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  private static List<Row> rows(ResultSet results) throws SQLException {
    var meta = results.getMetaData();
    var columns = new ArrayList<String>();
    for (int i = 1; i <= meta.getColumnCount(); i++) columns.add(meta.getColumnLabel(i));
    var rows = new ArrayList<Row>();
    while (results.next()) {
      var values = new ArrayList<Object>();
      for (int i = 1; i <= columns.size(); i++) values.add(results.getObject(i));
      rows.add(new Row(columns, values));
    }
    return rows;
  }

  private MdbException failed(String statement, SQLException cause) {
    return new MdbException(
        problems
            .of(cause, "statement-failed", "", watch.flatMap(BlockerWatch::seen))
            .with("statement", statement)
            .with("sqlState", String.valueOf(cause.getSQLState())),
        cause);
  }

  private void attempt(String what, JdbcAction action) {
    try {
      action.run();
    } catch (SQLException e) {
      throw new MdbException(
          problems.of(e, "resource-failed", "cannot " + what + ": ", Optional.empty()), e);
    }
  }

  @Override
  public void close() {
    watch.ifPresent(BlockerWatch::close);
    try {
      connection.close();
    } catch (SQLException ignored) {
      // Nothing is lost: what was not committed is rolled back by the engine.
    }
  }

  private interface JdbcAction {
    void run() throws SQLException;
  }
}
