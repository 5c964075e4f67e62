package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.Blockers;
import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;

/**
 * {@code pg_blocking_pids}. What the blocking session runs is not shown: its text may hold secrets.
 */
final class PostgresBlockers implements Blockers {
  private static final String BLOCKERS =
      "SELECT pid, usename, application_name, state FROM pg_catalog.pg_stat_activity"
          + " WHERE pid = ANY (pg_catalog.pg_blocking_pids(CAST(? AS integer))) ORDER BY pid";

  @Override
  public long sessionOf(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  @Override
  public List<String> of(long session, Connection observer) throws SQLException {
    return Sql.all(observer, BLOCKERS, PostgresBlockers::describe, session);
  }

  private static String describe(ResultSet row) throws SQLException {
    var details =
        Stream.of(
                row.getString("usename"), row.getString("application_name"), row.getString("state"))
            .flatMap(text -> Optional.ofNullable(text).stream())
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(", "));
    return "backend " + row.getLong("pid") + (details.isEmpty() ? "" : " (" + details + ")");
  }
}
