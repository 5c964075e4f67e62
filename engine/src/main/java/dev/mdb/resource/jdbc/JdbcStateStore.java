package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.StateFields;
import dev.mdb.resource.StateStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The state in two tables, by the statements of {@link StateSql}. */
final class JdbcStateStore implements StateStore {
  private final Connection connection;
  private final JdbcEngine engine;
  private final StateSql sql;
  private final JdbcProblems problems;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private boolean found;

  JdbcStateStore(Connection connection, JdbcEngine engine, TableName versionTable) {
    this.connection = connection;
    this.engine = engine;
    this.sql = new StateSql(engine, versionTable);
    this.problems = new JdbcProblems(engine);
  }

  @Override
  public List<AppliedRevision> applied() {
    return readAll(
        sql.versionTable(),
        sql.selectApplied(),
        row -> StateFields.revision(texts(row, StateFields.REVISION)));
  }

  @Override
  public List<LogEntry> log(int atMost) {
    return readAll(sql.logTable(), sql.selectNewest(atMost), JdbcStateStore::logEntry);
  }

  @Override
  public List<LogEntry> open() {
    return readAll(sql.logTable(), sql.selectOpen(), JdbcStateStore::logEntry);
  }

  /** Has any reading found a table of mdb's? */
  boolean isFound() {
    return found;
  }

  private <T> List<T> readAll(TableName table, String query, Sql.Reader<T> reader) {
    return attempt(
        "read",
        table,
        () -> {
          if (!engine.exists(connection, table)) return List.of();
          found = true;
          return Sql.all(connection, query, reader);
        });
  }

  private static LogEntry logEntry(ResultSet row) throws SQLException {
    return StateFields.logEntry(texts(row, StateFields.LOG));
  }

  private static Map<String, String> texts(ResultSet row, List<String> columns)
      throws SQLException {
    var texts = new HashMap<String, String>();
    for (var column : columns) texts.put(column, row.getString(column));
    return texts;
  }

  @Override
  public void prepare() {
    createSchema();
    createMissing(sql.versionTable(), sql.createVersionTable());
    createMissing(sql.logTable(), sql.createLogTable());
  }

  /** Looks first: who may not create may still use what is there. */
  private void createMissing(TableName table, String ddl) {
    attempt(
        "create",
        table,
        () -> {
          if (!engine.exists(connection, table)) Sql.run(connection, ddl);
          return null;
        });
  }

  private void createSchema() {
    attempt(
        "create",
        sql.versionTable(),
        () -> {
          var schema = sql.versionTable().schema();
          if (schema.isPresent() && !engine.hasSchema(connection, schema.get())) {
            Sql.run(connection, sql.createSchema().orElseThrow());
          }
          return null;
        });
  }

  @Override
  public void add(AppliedRevision revision) {
    write(sql.versionTable(), sql.add(StateFields.of(revision)));
  }

  @Override
  public void append(LogEntry entry) {
    write(sql.logTable(), sql.append(StateFields.of(entry)));
  }

  @Override
  public void update(LogEntry entry) {
    write(sql.logTable(), sql.update(StateFields.of(entry)));
  }

  @Override
  public void remove(String id) {
    write(sql.versionTable(), sql.remove(id));
  }

  private void write(TableName table, SqlStatement statement) {
    attempt(
        "write",
        table,
        () -> {
          var prepared = prepared(statement.text());
          int place = 0;
          for (var value : statement.batch().get(0)) prepared.setObject(++place, value);
          return prepared.executeUpdate();
        });
  }

  /** Once for a connection, which closes it with itself. */
  private PreparedStatement prepared(String text) throws SQLException {
    var known = prepared.get(text);
    if (known == null || known.isClosed()) {
      known = connection.prepareStatement(text);
      prepared.put(text, known);
    }
    return known;
  }

  private <T> T attempt(String what, TableName table, JdbcQuery<T> query) {
    try {
      return query.run();
    } catch (SQLException e) {
      throw new MdbException(problem(what, table, e), e);
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new MdbException(foreign(table, "it holds what mdb has not written"), e);
    }
  }

  private Problem problem(String what, TableName table, SQLException failure) {
    var missing = missingColumns(table);
    if (!missing.isEmpty()) return foreign(table, "it has no column " + String.join(", ", missing));
    var before = "cannot %s the version table %s: ".formatted(what, table.name());
    var problem = problems.of(failure, "state-failed", before, Optional.empty());
    return problem.code().equals("no-right") ? problem.help(rights(table)) : problem;
  }

  private static Problem foreign(TableName table, String why) {
    return Problem.of(
            Category.FAILED,
            "foreign-table",
            "'%s' is no version table of mdb: %s".formatted(table.name(), why))
        .help("give mdb a table of its own: version_table = \"…\"");
  }

  private static String rights(TableName table) {
    var schema = table.schema().map(name -> " in schema '" + name + "'").orElse("");
    return "the user needs the right to create tables" + schema + ", and to read and write them";
  }

  /** Empty as well when it cannot be found out: there is no table, or no connection any more. */
  private List<String> missingColumns(TableName table) {
    var present = new TreeSet<String>(String.CASE_INSENSITIVE_ORDER);
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery("SELECT * FROM " + table.quoted(engine) + " WHERE 1 = 0")) {
      var meta = rows.getMetaData();
      for (int i = 1; i <= meta.getColumnCount(); i++) present.add(meta.getColumnName(i));
    } catch (SQLException unknown) {
      return List.of();
    }
    var wanted = table.equals(sql.logTable()) ? StateFields.LOG : StateFields.REVISION;
    return wanted.stream().filter(name -> !present.contains(name)).toList();
  }

  private interface JdbcQuery<T> {
    T run() throws SQLException;
  }
}
