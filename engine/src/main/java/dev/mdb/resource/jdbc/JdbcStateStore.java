package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.StateStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Two tables: {@code <version_table>}, a row per applied revision, and {@code <version_table>_log}.
 * Lists are kept joined by commas, which no id or label may hold; times as ISO 8601 text in UTC,
 * the same on every engine.
 */
final class JdbcStateStore implements StateStore {
  /** Of the version table, behind {@code position}. */
  static final String COLUMNS =
      "revision, parents, dependencies, labels, message, script_hash, applied_at, applied_by, duration_ms";

  /** Of the log, behind {@code position}. */
  static final String LOG_COLUMNS =
      "run_id, ordinal, revision, direction, outcome, parts, checkpoint, error, at, duration_ms, run_by, host, pid, tool";

  private final Connection connection;
  private final JdbcEngine engine;
  private final TableName versionTable;
  private final TableName logTable;
  private final JdbcProblems problems;

  JdbcStateStore(Connection connection, JdbcEngine engine, TableName versionTable) {
    this.connection = connection;
    this.engine = engine;
    this.versionTable = versionTable;
    this.logTable = versionTable.log();
    this.problems = new JdbcProblems(engine);
  }

  @Override
  public List<AppliedRevision> applied() {
    return readAll(
        versionTable,
        "SELECT %s FROM %s ORDER BY position".formatted(COLUMNS, versionTable.quoted(engine)),
        JdbcStateStore::appliedRevision);
  }

  @Override
  public List<LogEntry> log(int atMost) {
    return readAll(
        logTable,
        "SELECT %s FROM %s ORDER BY position DESC LIMIT %d"
            .formatted(LOG_COLUMNS, logTable.quoted(engine), atMost),
        JdbcStateStore::logEntry);
  }

  @Override
  public List<LogEntry> open() {
    return readAll(
        logTable,
        "SELECT %s FROM %s WHERE outcome IN ('RUNNING', 'STOPPED') ORDER BY position"
            .formatted(LOG_COLUMNS, logTable.quoted(engine)),
        JdbcStateStore::logEntry);
  }

  private <T> List<T> readAll(TableName table, String sql, Sql.Reader<T> reader) {
    return attempt(
        "read",
        table,
        () -> {
          if (!engine.exists(connection, table)) return List.of();
          return Sql.all(connection, sql, reader);
        });
  }

  @Override
  public void prepare() {
    createSchema();
    createMissing(
        versionTable,
        """
        CREATE TABLE %s (
          %s,
          revision VARCHAR(255) NOT NULL UNIQUE,
          parents {text} NOT NULL,
          dependencies {text} NOT NULL,
          labels {text} NOT NULL,
          message {text} NOT NULL,
          script_hash VARCHAR(64) NOT NULL,
          applied_at VARCHAR(40) NOT NULL,
          applied_by VARCHAR(255) NOT NULL,
          duration_ms BIGINT NOT NULL
        )""");
    createMissing(
        logTable,
        """
        CREATE TABLE %s (
          %s,
          run_id VARCHAR(64) NOT NULL,
          ordinal INTEGER NOT NULL,
          revision VARCHAR(255) NOT NULL,
          direction VARCHAR(20) NOT NULL,
          outcome VARCHAR(20) NOT NULL,
          parts {text} NOT NULL,
          checkpoint {text},
          error {text},
          at VARCHAR(40) NOT NULL,
          duration_ms BIGINT NOT NULL,
          run_by VARCHAR(255) NOT NULL,
          host VARCHAR(255) NOT NULL,
          pid BIGINT NOT NULL,
          tool VARCHAR(100) NOT NULL
        )""");
  }

  private void createMissing(TableName table, String ddl) {
    attempt(
        "create",
        table,
        () -> {
          if (!engine.exists(connection, table)) {
            var columns = ddl.replace("{text}", engine.textType()) + engine.tableOptions();
            Sql.run(
                connection,
                columns.formatted(table.quoted(engine), engine.sequenceColumn("position")));
          }
          return null;
        });
  }

  private void createSchema() {
    attempt(
        "create",
        versionTable,
        () -> {
          if (versionTable.schema().isPresent()
              && !engine.hasSchema(connection, versionTable.schema().get())) {
            Sql.run(connection, "CREATE SCHEMA " + engine.quote(versionTable.schema().get()));
          }
          return null;
        });
  }

  @Override
  public void add(AppliedRevision revision) {
    insert(
        versionTable,
        COLUMNS,
        revision.id(),
        String.join(",", revision.parents()),
        String.join(",", revision.dependencies()),
        String.join(",", revision.labels()),
        revision.message(),
        revision.scriptHash(),
        revision.at().toString(),
        revision.by(),
        revision.took().toMillis());
  }

  @Override
  public void append(LogEntry entry) {
    insert(
        logTable,
        LOG_COLUMNS,
        entry.run(),
        entry.ordinal(),
        entry.revision(),
        entry.action().name(),
        entry.outcome().name(),
        String.join(",", entry.parts()),
        entry.checkpoint().orElse(null),
        entry.error().orElse(null),
        entry.at().toString(),
        entry.took().toMillis(),
        entry.owner().user(),
        entry.owner().host(),
        entry.owner().pid(),
        entry.owner().tool());
  }

  @Override
  public void update(LogEntry entry) {
    write(
        logTable,
        """
        UPDATE %s SET outcome = ?, parts = ?, checkpoint = ?, error = ?, duration_ms = ?
        WHERE run_id = ? AND ordinal = ?"""
            .formatted(logTable.quoted(engine)),
        entry.outcome().name(),
        String.join(",", entry.parts()),
        entry.checkpoint().orElse(null),
        entry.error().orElse(null),
        entry.took().toMillis(),
        entry.run(),
        entry.ordinal());
  }

  @Override
  public void remove(String id) {
    write(
        versionTable,
        "DELETE FROM %s WHERE revision = ?".formatted(versionTable.quoted(engine)),
        id);
  }

  private void insert(TableName table, String columns, Object... values) {
    var places = String.join(", ", Collections.nCopies(values.length, "?"));
    write(
        table,
        "INSERT INTO %s (%s) VALUES (%s)".formatted(table.quoted(engine), columns, places),
        values);
  }

  private void write(TableName table, String sql, Object... values) {
    attempt(
        "write",
        table,
        () -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            return statement.executeUpdate();
          }
        });
  }

  private static AppliedRevision appliedRevision(ResultSet row) throws SQLException {
    return new AppliedRevision(
        row.getString("revision"),
        list(row.getString("parents")),
        list(row.getString("dependencies")),
        list(row.getString("labels")),
        row.getString("message"),
        row.getString("script_hash"),
        Instant.parse(row.getString("applied_at")),
        row.getString("applied_by"),
        Duration.ofMillis(row.getLong("duration_ms")));
  }

  private static LogEntry logEntry(ResultSet row) throws SQLException {
    return new LogEntry(
        row.getString("run_id"),
        row.getInt("ordinal"),
        row.getString("revision"),
        LogAction.valueOf(row.getString("direction")),
        LogOutcome.valueOf(row.getString("outcome")),
        list(row.getString("parts")),
        Optional.ofNullable(row.getString("checkpoint")),
        Optional.ofNullable(row.getString("error")),
        Instant.parse(row.getString("at")),
        Duration.ofMillis(row.getLong("duration_ms")),
        new RunOwner(
            row.getString("run_by"),
            row.getString("host"),
            row.getLong("pid"),
            row.getString("tool")));
  }

  private static List<String> list(String joined) {
    return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
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
    var wanted = table.equals(logTable) ? LOG_COLUMNS : COLUMNS;
    return Arrays.stream(wanted.split(", ")).filter(name -> !present.contains(name)).toList();
  }

  private interface JdbcQuery<T> {
    T run() throws SQLException;
  }
}
