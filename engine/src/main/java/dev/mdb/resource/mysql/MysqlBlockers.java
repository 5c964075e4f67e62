package dev.mdb.resource.mysql;

import com.mysql.cj.jdbc.JdbcConnection;
import dev.mdb.resource.jdbc.Blockers;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MySQL tells by its {@code sys} schema who is in the way. MariaDB tells it of rows, but not of
 * tables: there every session with an open transaction is suspected.
 */
final class MysqlBlockers implements Blockers {
  private static final List<String> MYSQL =
      List.of(
          "SELECT DISTINCT blocking_pid FROM sys.schema_table_lock_waits"
              + " WHERE waiting_pid = ? AND blocking_pid <> waiting_pid",
          "SELECT DISTINCT blocking_pid FROM sys.innodb_lock_waits WHERE waiting_pid = ?");
  private static final List<String> MARIADB =
      List.of(
          "SELECT DISTINCT b.trx_mysql_thread_id FROM information_schema.innodb_lock_waits w"
              + " JOIN information_schema.innodb_trx b ON b.trx_id = w.blocking_trx_id"
              + " JOIN information_schema.innodb_trx r ON r.trx_id = w.requesting_trx_id"
              + " WHERE r.trx_mysql_thread_id = ?");
  private static final String IN_TRANSACTION =
      "SELECT trx_mysql_thread_id FROM information_schema.innodb_trx"
          + " WHERE trx_mysql_thread_id NOT IN (0, ?) ORDER BY trx_started";

  private final Dialect dialect;

  MysqlBlockers(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public long sessionOf(Connection connection) throws SQLException {
    return connection.unwrap(JdbcConnection.class).getId();
  }

  @Override
  public List<String> of(long session, Connection observer) throws SQLException {
    var found = new ArrayList<Long>();
    for (var query : dialect == Dialect.MARIADB ? MARIADB : MYSQL) {
      found.addAll(ids(observer, query, session));
    }
    if (!found.isEmpty()) return described(observer, found, "");
    if (!waitsForTable(observer, session)) return List.of();
    return described(observer, ids(observer, IN_TRANSACTION, session), "perhaps ");
  }

  private static List<Long> ids(Connection observer, String query, long session)
      throws SQLException {
    return Sql.all(observer, query, row -> row.getLong(1), session);
  }

  private static boolean waitsForTable(Connection observer, long session) throws SQLException {
    return MysqlSessions.find(observer, session)
        .filter(waiting -> waiting.state().contains("metadata lock"))
        .isPresent();
  }

  private static List<String> described(Connection observer, List<Long> ids, String before)
      throws SQLException {
    var texts = new ArrayList<String>();
    for (long id : ids) {
      Optional<String> listed =
          MysqlSessions.find(observer, id).map(MysqlSessions.Listed::describe);
      texts.add(before + listed.orElse("connection " + id));
    }
    return texts;
  }
}
