package dev.mdb.resource.sqlite;

import dev.mdb.operation.SqlOperation;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.jdbc.Alteration;
import dev.mdb.resource.jdbc.JdbcEngine;
import dev.mdb.resource.jdbc.ScriptSyntax;
import dev.mdb.schema.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Scripts for the shell sqlite3. SQLite knows no users. */
final class SqliteScript implements ScriptSyntax {
  private static final String ORPHANS =
      "SELECT \"table\", rowid AS row_id, parent FROM pragma_foreign_key_check";

  private final Duration lockTimeout;
  private final Shadow shadow;

  SqliteScript(Duration lockTimeout, Shadow shadow) {
    this.lockTimeout = lockTimeout;
    this.shadow = shadow;
  }

  @Override
  public String usage() {
    return shadow.isUsed()
        ? "sqlite3 DATABASE < FILE (tables are altered as SQLite can since 3.53)"
        : "sqlite3 DATABASE < FILE";
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
  public Alteration alteration(JdbcEngine engine, TableOperation operation) {
    return shadow.alteration(operation);
  }

  @Override
  public Optional<Table> table(String name) {
    return shadow.table(name);
  }

  @Override
  public void passed(SqlOperation operation) {
    shadow.pass(operation);
  }

  /** What refers to nothing before may do so afterwards, as in {@link ForeignKeyCheck}. */
  @Override
  public List<String> beginUnenforced() {
    return List.of(
        "PRAGMA foreign_keys = OFF;", begin(), "CREATE TEMP TABLE mdb_orphans AS " + ORPHANS + ";");
  }

  @Override
  public List<String> commitUnenforced() {
    return List.of(
        "CREATE TEMP TABLE mdb_guard (orphans INTEGER",
        "  CONSTRAINT \"rows would refer to nothing\" CHECK (orphans = 0));",
        "INSERT INTO temp.mdb_guard SELECT count(*) FROM",
        "  (%s EXCEPT SELECT * FROM temp.mdb_orphans);".formatted(ORPHANS),
        "DROP TABLE temp.mdb_guard;",
        "DROP TABLE temp.mdb_orphans;",
        "COMMIT;",
        "PRAGMA foreign_keys = ON;");
  }

  @Override
  public void close() {
    shadow.close();
  }
}
