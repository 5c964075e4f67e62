package dev.mdb.resource.mysql;

import dev.mdb.resource.mysql.MysqlTables.OfTable;
import dev.mdb.resource.mysql.MysqlTables.TableId;
import dev.mdb.schema.Check;
import dev.mdb.schema.Dialect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The checks of all tables of a scope. */
final class MysqlChecks {
  private static final String MARIADB =
      """
      SELECT constraint_schema AS in_schema, table_name AS in_table, constraint_name AS name,
        check_clause AS expression, level = 'Column' AS of_column, 'YES' AS enforced
      FROM information_schema.check_constraints WHERE {constraint_schema table_name}""";

  private static final String MYSQL =
      """
      SELECT t.table_schema AS in_schema, t.table_name AS in_table, c.constraint_name AS name,
        c.check_clause AS expression, FALSE AS of_column, t.enforced AS enforced
      FROM information_schema.table_constraints t
      JOIN information_schema.check_constraints c
        ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
      WHERE t.constraint_type = 'CHECK' AND {t.table_schema t.table_name}""";

  private final MysqlText text;
  private final Dialect dialect;

  MysqlChecks(MysqlText text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  List<Found> read(MysqlScope scope) throws SQLException {
    return scope.all(dialect == Dialect.MARIADB ? MARIADB : MYSQL, this::found);
  }

  private Found found(ResultSet row) throws SQLException {
    var name = row.getString("name");
    boolean ofColumn = row.getBoolean("of_column");
    return new Found(
        new TableId(row.getString("in_schema"), row.getString("in_table")),
        ofColumn ? Optional.of(name) : Optional.empty(),
        new Check(
            ofColumn ? Optional.empty() : Optional.of(name),
            text.expression(row.getString("expression"))),
        row.getString("enforced").equals("YES"));
  }

  /**
   * @param column MariaDB writes a check within a column, which has no name but the column's
   */
  record Found(TableId table, Optional<String> column, Check check, boolean enforced)
      implements OfTable {
    /** MariaDB's JSON is a text that the server checks. */
    boolean makesJson(MysqlColumns.Found found) {
      var name = found.column().name();
      return column.equals(Optional.of(name))
          && found.column().type().equals("longtext")
          && check.expression().equals("json_valid(`" + name.replace("`", "``") + "`)");
    }
  }
}
