package dev.mdb.resource.jdbc;

import dev.mdb.resource.OtherHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Knows other migration tools by the tables in which they keep their history. */
final class OtherTools {
  /** A tool's usual table. */
  private record Mark(String tool, String table) {}

  private static final Mark ALEMBIC = new Mark("Alembic", "alembic_version");
  private static final List<Mark> MARKS =
      List.of(
          ALEMBIC,
          new Mark("Flyway", "flyway_schema_history"),
          new Mark("Liquibase", "databasechangelog"),
          new Mark("Liquibase", "DATABASECHANGELOG"));

  private OtherTools() {}

  /** Empty too when it cannot be found out: nothing depends on it. */
  static Optional<OtherHistory> find(Connection connection, JdbcEngine engine) {
    try {
      for (var mark : MARKS) {
        var table = new TableName(Optional.empty(), mark.table());
        if (engine.exists(connection, table)) {
          var position = mark == ALEMBIC ? heads(connection, table.quoted(engine)) : null;
          return Optional.of(
              new OtherHistory(mark.tool(), mark.table(), Optional.ofNullable(position)));
        }
      }
      return Optional.empty();
    } catch (SQLException unknown) {
      return Optional.empty();
    }
  }

  /**
   * @return null when there are none, or they cannot be read
   */
  private static String heads(Connection connection, String table) {
    try {
      var query = "SELECT version_num FROM " + table + " ORDER BY version_num";
      var heads = String.join(" ", Sql.all(connection, query, row -> row.getString(1)));
      return heads.isEmpty() ? null : heads;
    } catch (SQLException unreadable) {
      return null;
    }
  }
}
