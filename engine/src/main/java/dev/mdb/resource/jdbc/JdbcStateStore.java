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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two tables: {@code <version_table>}, a row per applied revision, and {@code <version_table>_log}.
 * Lists are kept joined by commas, which no id or label may hold; times as ISO 8601 text in UTC,
 * the same on every engine.
 */
final class JdbcStateStore implements StateStore {
  private static final String COLUMNS =
      "revision, parents, dependencies, labels, message, script_hash, applied_at, applied_by, duration_ms";
  private static final String LOG_COLUMNS =
      "run_id, ordinal, revision, direction, outcome, parts, checkpoint, error, at, duration_ms, run_by, host, pid, tool";

  private final Connection connection;
  private final JdbcEngine engine;
  private final TableName versionTable;
  private final TableName logTable;

  JdbcStateStore(Connection connection, JdbcEngine engine, TableName versionTable) {
    this.connection = connection;
    this.engine = engine;
    this.versionTable = versionTable;
    this.logTable = versionTable.withSuffix("_log");
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

  private <T> List<T> readAll(TableName table, String sql, RowReader<T> reader) {
    return attempt(
        "read",
        table,
        () -> {
          if (!engine.exists(connection, table)) return List.of();
          var found = new ArrayList<T>();
          try (var statement = connection.createStatement();
              var rows = statement.executeQuery(sql)) {
            while (rows.next()) found.add(reader.read(rows));
          }
          return found;
        });
  }

  @Override
  public void prepare() {
    createMissing(
        versionTable,
        """
        CREATE TABLE %s (
          %s,
          revision VARCHAR(255) NOT NULL UNIQUE,
          parents TEXT NOT NULL,
          dependencies TEXT NOT NULL,
          labels TEXT NOT NULL,
          message TEXT NOT NULL,
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
          parts TEXT NOT NULL,
          checkpoint TEXT,
          error TEXT,
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
          if (engine.exists(connection, table)) return null;
          try (var statement = connection.createStatement()) {
            return statement.executeUpdate(
                ddl.formatted(table.quoted(engine), engine.sequenceColumn("position")));
          }
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
    var places = String.join(", ", java.util.Collections.nCopies(values.length, "?"));
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
    } catch (SQLException | RuntimeException e) {
      if (e instanceof MdbException already) throw already;
      var reason = e instanceof SQLException failure ? engine.explain(failure) : e.getMessage();
      throw new MdbException(
          Problem.of(
                  Category.FAILED,
                  "state-failed",
                  "cannot %s the version table %s: %s".formatted(what, table.name(), reason))
              .help(
                  "if '%s' belongs to another tool, give mdb a name of its own: version_table = \"…\""
                      .formatted(table.name())),
          e);
    }
  }

  private interface JdbcQuery<T> {
    T run() throws SQLException;
  }

  private interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
