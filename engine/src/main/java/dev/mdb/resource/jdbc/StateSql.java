package dev.mdb.resource.jdbc;

import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.StateFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The statements that keep the state: {@code <version_table>}, a row per applied revision, and
 * {@code <version_table>_log}. One text for those who run them and for those who write a script.
 */
record StateSql(JdbcEngine engine, TableName versionTable) {
  TableName logTable() {
    return versionTable.log();
  }

  Optional<String> createSchema() {
    return versionTable
        .schema()
        .map(schema -> "CREATE SCHEMA IF NOT EXISTS " + engine.quote(schema));
  }

  String createVersionTable() {
    return create(
        versionTable,
        """
        CREATE TABLE IF NOT EXISTS %s (
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
  }

  String createLogTable() {
    return create(
        logTable(),
        """
        CREATE TABLE IF NOT EXISTS %s (
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

  private String create(TableName table, String ddl) {
    var columns = ddl.replace("{text}", engine.textType()) + engine.tableOptions();
    return columns.formatted(table.quoted(engine), engine.sequenceColumn("position"));
  }

  /**
   * @param fields of {@link StateFields#of(dev.mdb.resource.AppliedRevision)}
   */
  SqlStatement add(Map<String, Object> fields) {
    return insert(versionTable, fields);
  }

  /**
   * @param fields of {@link StateFields#of(dev.mdb.resource.LogEntry)}
   */
  SqlStatement append(Map<String, Object> fields) {
    return insert(logTable(), fields);
  }

  private SqlStatement insert(TableName table, Map<String, Object> fields) {
    var places = String.join(", ", Collections.nCopies(fields.size(), "?"));
    var columns = String.join(", ", fields.keySet());
    var text = "INSERT INTO %s (%s) VALUES (%s)".formatted(table.quoted(engine), columns, places);
    return with(text, new ArrayList<>(fields.values()));
  }

  /** Brings an entry of the log to what these fields say. */
  SqlStatement update(Map<String, Object> fields) {
    var changes = String.join(" = ?, ", StateFields.PROGRESS) + " = ?";
    var values = new ArrayList<>();
    StateFields.PROGRESS.forEach(name -> values.add(fields.get(name)));
    values.add(fields.get("run_id"));
    values.add(fields.get("ordinal"));
    var text = "UPDATE %s SET %s WHERE run_id = ? AND ordinal = ?";
    return with(text.formatted(logTable().quoted(engine), changes), values);
  }

  SqlStatement remove(String id) {
    return with(
        "DELETE FROM %s WHERE revision = ?".formatted(versionTable.quoted(engine)), List.of(id));
  }

  private static SqlStatement with(String text, List<Object> values) {
    return new SqlStatement(text, List.of(Collections.unmodifiableList(values)));
  }

  /** All applied revisions, in the order they were applied. */
  String selectApplied() {
    return select(StateFields.REVISION, versionTable) + " ORDER BY position";
  }

  String selectNewest(int atMost) {
    return select(StateFields.LOG, logTable()) + " ORDER BY position DESC LIMIT " + atMost;
  }

  /** The entries that are open, oldest first. */
  String selectOpen() {
    return select(StateFields.LOG, logTable()) + " WHERE " + isOpen() + " ORDER BY position";
  }

  /** A condition on an entry of the log. */
  String isOpen() {
    return "outcome IN ('RUNNING', 'STOPPED')";
  }

  private String select(List<String> columns, TableName table) {
    return "SELECT " + String.join(", ", columns) + " FROM " + table.quoted(engine);
  }
}
