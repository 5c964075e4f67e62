package dev.mdb.resource.sqlite;

import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.SqlStatement;
import dev.mdb.resource.jdbc.JdbcEngine;
import dev.mdb.resource.jdbc.ScriptSyntax;
import java.time.Duration;
import java.util.List;

/** Scripts for the shell sqlite3. SQLite knows no users. */
final class SqliteScript implements ScriptSyntax {
  private final Duration lockTimeout;
  private final Shadow shadow;

  SqliteScript(Duration lockTimeout, Shadow shadow) {
    this.lockTimeout = lockTimeout;
    this.shadow = shadow;
  }

  @Override
  public String usage() {
    return "sqlite3 DATABASE < FILE";
  }

  @Override
  public String settings() {
    return """
        .bail on
        .timeout %d
        PRAGMA foreign_keys = ON;
        DROP TABLE IF EXISTS temp.mdb_run;
        CREATE TEMP TABLE mdb_run AS SELECT lower(hex(randomblob(16))) AS id;"""
        .formatted(lockTimeout.toMillis());
  }

  @Override
  public String guard(String atStart, String halfWay) {
    return """
        DROP TABLE IF EXISTS temp.mdb_guard;
        CREATE TEMP TABLE mdb_guard (
          at_start INTEGER CONSTRAINT "%s" CHECK (at_start),
          half_way INTEGER CONSTRAINT "%s" CHECK (NOT half_way)
        );
        INSERT INTO temp.mdb_guard
          SELECT %s, %s;
        DROP TABLE temp.mdb_guard;"""
        .formatted(ELSEWHERE, HALF_WAY, atStart, halfWay);
  }

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE;";
  }

  @Override
  public String now() {
    return "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')";
  }

  @Override
  public String run() {
    return "(SELECT id FROM temp.mdb_run)";
  }

  @Override
  public String user() {
    return "'unknown'";
  }

  @Override
  public String host() {
    return "'unknown'";
  }

  @Override
  public List<SqlStatement> statements(JdbcEngine engine, SqlOperation operation) {
    return shadow.statements(operation);
  }

  @Override
  public void close() {
    shadow.close();
  }
}
