package dev.mdb.resource.mysql;

import dev.mdb.resource.mysql.MysqlTables.OfTable;
import dev.mdb.resource.mysql.MysqlTables.TableId;
import dev.mdb.schema.Column;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of all tables of a scope, in the tables' order. */
final class MysqlColumns {
  private static final String COLUMNS =
      """
      SELECT table_schema AS in_schema, table_name AS in_table, column_name AS name,
        column_type AS type, is_nullable AS nullable, column_default AS default_text,
        extra AS extra, generation_expression AS expression, collation_name AS collation,
        column_comment AS comment
      FROM information_schema.columns WHERE {table_schema table_name}
      ORDER BY table_name, ordinal_position""";

  private final MysqlText text;

  MysqlColumns(MysqlText text) {
    this.text = text;
  }

  List<Found> read(MysqlScope scope) throws SQLException {
    return scope.all(COLUMNS, this::found);
  }

  private Found found(ResultSet row) throws SQLException {
    var extra = row.getString("extra").toLowerCase(Locale.ROOT);
    return new Found(
        new TableId(row.getString("in_schema"), row.getString("in_table")),
        column(row, extra),
        extra.contains("invisible"));
  }

  private Column column(ResultSet row, String extra) throws SQLException {
    var type = text.type(row.getString("type"));
    var expression = Optional.ofNullable(row.getString("expression")).filter(it -> !it.isEmpty());
    return new Column(
        row.getString("name"),
        type,
        row.getString("nullable").equals("YES"),
        expression.isPresent()
            ? Optional.empty()
            : text.defaultValue(Optional.ofNullable(row.getString("default_text")), type, extra),
        extra.contains("auto_increment") ? Identity.AUTO_INCREMENT : Identity.NONE,
        expression.map(it -> new Generated(text.expression(it), !extra.contains("virtual"))),
        Optional.ofNullable(row.getString("collation")),
        Optional.ofNullable(row.getString("comment")).filter(it -> !it.isEmpty()));
  }

  /**
   * @param column with its collation, whatever the table's
   */
  record Found(TableId table, Column column, boolean invisible) implements OfTable {}
}
