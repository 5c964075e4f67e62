package dev.mdb.resource.mysql;

import dev.mdb.resource.mysql.MysqlTables.OfTable;
import dev.mdb.resource.mysql.MysqlTables.TableId;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.ForeignKey.Deferral;
import dev.mdb.schema.ReferenceAction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The foreign keys of all tables of a scope, by name. */
final class MysqlForeignKeys {
  private static final String COLUMNS =
      """
      SELECT table_schema, table_name, constraint_name, column_name, referenced_column_name,
        referenced_table_schema, referenced_table_name
      FROM information_schema.key_column_usage
      WHERE {table_schema table_name} AND referenced_table_name IS NOT NULL
      ORDER BY ordinal_position""";

  private static final String RULES =
      """
      SELECT constraint_schema, table_name, constraint_name, delete_rule, update_rule
      FROM information_schema.referential_constraints WHERE {constraint_schema table_name}""";

  private MysqlForeignKeys() {}

  static List<Found> read(MysqlScope scope) throws SQLException {
    Map<Key, Rule> rules =
        scope
            .all(
                RULES,
                row ->
                    new Rule(
                        key(row.getString(1), row.getString(2), row.getString(3)),
                        action(row.getString(4)),
                        action(row.getString(5))))
            .stream()
            .collect(Collectors.toMap(Rule::key, Function.identity()));
    var columns =
        scope.all(
            COLUMNS,
            row ->
                new ColumnRow(
                    key(row.getString(1), row.getString(2), row.getString(3)),
                    row.getString(4),
                    row.getString(5),
                    scope.name(row.getString(6), row.getString(7))));
    var grouped =
        columns.stream()
            .collect(Collectors.groupingBy(ColumnRow::key, TreeMap::new, Collectors.toList()));
    var found = new ArrayList<Found>();
    grouped.forEach((key, rows) -> found.add(found(key, rows, rules.get(key))));
    return found;
  }

  private static Found found(Key key, List<ColumnRow> rows, Rule rule) {
    return new Found(
        key.table(),
        new ForeignKey(
            Optional.of(key.name()),
            rows.stream().map(ColumnRow::column).toList(),
            rows.get(0).target(),
            rows.stream().map(ColumnRow::targetColumn).toList(),
            rule.onDelete(),
            rule.onUpdate(),
            Deferral.NOT_DEFERRABLE));
  }

  private static Key key(String database, String table, String name) {
    return new Key(new TableId(database, table), name);
  }

  /** To restrict and to take no action are the same here. */
  private static ReferenceAction action(String rule) {
    return rule.equals("RESTRICT")
        ? ReferenceAction.NO_ACTION
        : ReferenceAction.valueOf(rule.replace(' ', '_'));
  }

  private record Key(TableId table, String name) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byTable = table.toString().compareTo(other.table.toString());
      return byTable == 0 ? name.compareTo(other.name) : byTable;
    }
  }

  private record Rule(Key key, ReferenceAction onDelete, ReferenceAction onUpdate) {}

  private record ColumnRow(Key key, String column, String targetColumn, String target) {}

  record Found(TableId table, ForeignKey key) implements OfTable {}
}
