package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.Digest;
import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the information schema says of the session's database; with it the time when each table was
 * last rebuilt, because an {@code ALTER} may do that and nothing else. Other databases of the
 * server are left out: others work there at the same time.
 */
final class MysqlStructure {
  /** Views, each with the column that names the database. */
  private static final Map<String, String> VIEWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("schemata", "schema_name"),
              Map.entry("tables", "table_schema"),
              Map.entry("columns", "table_schema"),
              Map.entry("statistics", "table_schema"),
              Map.entry("partitions", "table_schema"),
              Map.entry("table_constraints", "table_schema"),
              Map.entry("key_column_usage", "table_schema"),
              Map.entry("referential_constraints", "constraint_schema"),
              Map.entry("check_constraints", "constraint_schema"),
              Map.entry("views", "table_schema"),
              Map.entry("routines", "routine_schema"),
              Map.entry("triggers", "trigger_schema"),
              Map.entry("events", "event_schema")));

  /** Columns that change with the rows, with time, or with the user who looks. */
  private static final Set<String> PASSING =
      Set.of(
          "cardinality",
          "table_rows",
          "avg_row_length",
          "data_length",
          "max_data_length",
          "index_length",
          "max_index_length",
          "data_free",
          "auto_increment",
          "update_time",
          "check_time",
          "checksum",
          "last_executed",
          "privileges");

  private MysqlStructure() {}

  static String read(Connection connection) throws SQLException {
    var digest = new Digest();
    for (var view : VIEWS.entrySet()) {
      var sql =
          "SELECT * FROM information_schema.%s WHERE %s = DATABASE()"
              .formatted(view.getKey(), view.getValue());
      digest.add(view.getKey());
      Sql.all(connection, sql, MysqlStructure::text).stream().sorted().forEach(digest::add);
    }
    return digest.hex();
  }

  private static String text(ResultSet row) throws SQLException {
    var meta = row.getMetaData();
    var values = new ArrayList<String>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      var column = meta.getColumnName(i).toLowerCase(Locale.ROOT);
      if (!PASSING.contains(column)) values.add(column + "=" + row.getString(i));
    }
    return String.join("\0", values);
  }
}
