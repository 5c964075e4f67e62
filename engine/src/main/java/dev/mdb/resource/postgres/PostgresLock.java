package dev.mdb.resource.postgres;

import dev.mdb.resource.RunOwner;
import dev.mdb.resource.jdbc.LockKey;
import dev.mdb.resource.jdbc.SessionLock;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.resource.jdbc.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An advisory lock of a session. The server's {@code application_name} of that session says who
 * holds it.
 */
final class PostgresLock implements SessionLock {
  /** In bytes; longer names are cut off by the server. */
  private static final int LONGEST_APPLICATION_NAME = 63;

  private static final String HOLDERS =
      "FROM pg_catalog.pg_locks l WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
          + " AND l.database ="
          + " (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())"
          + " AND (CAST(l.classid AS bigint) << 32) | CAST(l.objid AS bigint) = CAST(? AS bigint)";

  private final Connection connection;
  private final long key;
  private final long workKey;

  /** The server's sessions that have answered: more than one, where a pooler is in between. */
  private final Set<Long> backends = new HashSet<>();

  private PostgresLock(Connection connection, Place place, String table) {
    this.connection = connection;
    this.key = LockKey.of(place.database(), place.schema(), table).number();
    this.workKey = LockKey.of(place.database(), place.schema(), table, "work").number();
    this.backends.add(place.backend());
  }

  /** Where a session is. */
  private record Place(String database, String schema, long backend) {}

  /** For a run: the session says whose it is, and stays open. */
  static PostgresLock on(Connection connection, RunOwner owner, TableName versionTable)
      throws SQLException {
    keepOpen(connection, owner);
    return of(connection, versionTable);
  }

  /** Marks a session that writes, shared with others and until it ends: see {@link #leftover}. */
  static void mark(Connection connection, TableName versionTable) throws SQLException {
    var sql = "SELECT pg_try_advisory_lock_shared(CAST(? AS bigint))";
    Sql.first(connection, sql, row -> row.getBoolean(1), of(connection, versionTable).workKey);
  }

  static PostgresLock of(Connection connection, TableName versionTable) throws SQLException {
    var sql =
        "SELECT current_database(), coalesce(CAST(? AS text), current_schema(), ''),"
            + " pg_backend_pid()";
    var place =
        Sql.first(
                connection,
                sql,
                row -> new Place(row.getString(1), row.getString(2), row.getLong(3)),
                versionTable.schema().orElse(null))
            .orElseThrow();
    return new PostgresLock(connection, place, versionTable.name());
  }

  /** The session is idle as long as the run lasts; the setting is there since PostgreSQL 14. */
  private static void keepOpen(Connection connection, RunOwner owner) throws SQLException {
    Sql.first(
        connection,
        "SELECT set_config('application_name', ?, false),"
            + " (SELECT set_config(name, '0', false) FROM pg_catalog.pg_settings"
            + " WHERE name = 'idle_session_timeout')",
        row -> true,
        shown(owner));
  }

  /** The process stays readable where the host's name is long. */
  private static String shown(RunOwner owner) {
    var text = owner.toString();
    if (text.length() <= LONGEST_APPLICATION_NAME) return text;
    var process = "~, process " + owner.pid();
    return text.substring(0, LONGEST_APPLICATION_NAME - process.length()) + process;
  }

  @Override
  public boolean attempt() throws SQLException {
    return ask("SELECT pg_try_advisory_lock(CAST(? AS bigint))");
  }

  @Override
  public boolean held() throws SQLException {
    boolean held = ask("SELECT EXISTS (SELECT 1 " + HOLDERS + " AND l.pid = pg_backend_pid())");
    return held && backends.size() == 1;
  }

  @Override
  public boolean release() throws SQLException {
    return ask("SELECT pg_advisory_unlock(CAST(? AS bigint))");
  }

  private boolean ask(String question) throws SQLException {
    var answer =
        Sql.first(
                connection,
                question + ", pg_backend_pid()",
                row -> new Answer(row.getBoolean(1), row.getLong(2)),
                key)
            .orElseThrow();
    backends.add(answer.backend());
    return answer.yes();
  }

  private record Answer(boolean yes, long backend) {}

  @Override
  public Optional<String> holder() throws SQLException {
    var sql =
        "SELECT a.application_name, a.pid, CAST(a.backend_start AS timestamp(0)) AS since"
            + " FROM pg_catalog.pg_stat_activity a WHERE a.pid IN (SELECT l.pid "
            + HOLDERS
            + ")";
    return Sql.first(connection, sql, PostgresLock::describe, key);
  }

  @Override
  public void endHolder() throws SQLException {
    var end = "SELECT pg_terminate_backend(l.pid) " + HOLDERS;
    for (var held : List.of(workKey, key)) Sql.all(connection, end, row -> row.getBoolean(1), held);
  }

  @Override
  public Optional<String> leftover() throws SQLException {
    var sql =
        "SELECT a.pid FROM pg_catalog.pg_stat_activity a"
            + " WHERE a.pid <> pg_backend_pid() AND a.pid IN (SELECT l.pid "
            + HOLDERS
            + ")";
    return Sql.first(connection, sql, row -> row.getLong(1), workKey)
        .map(pid -> "a run that broke off or lost its lock (backend " + pid + ")");
  }

  private static String describe(ResultSet row) throws SQLException {
    var since = Optional.ofNullable(row.getString("since")).map(t -> ", since " + t + " UTC");
    return row.getString("application_name")
        + " (backend "
        + row.getLong("pid")
        + since.orElse("")
        + ")";
  }
}
