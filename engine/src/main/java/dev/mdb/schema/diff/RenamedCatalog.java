package dev.mdb.schema.diff;

import dev.mdb.schema.Catalog;
import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Index;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.UniqueKey;
import java.util.List;
import java.util.function.UnaryOperator;

/** A catalogue as it is after a renaming: with the new name in everything that has the old one. */
final class RenamedCatalog {
  private RenamedCatalog() {}

  static Catalog table(Catalog catalog, String from, String to) {
    return mapTables(
        catalog,
        table ->
            table.with(
                table.name().equals(from) ? to : table.name(),
                table.foreignKeys().stream().map(key -> leadingTo(key, from, to)).toList()));
  }

  private static ForeignKey leadingTo(ForeignKey key, String from, String to) {
    return key.table().equals(from) ? foreignKey(key, to, key.columns(), key.targetColumns()) : key;
  }

  static Catalog column(Catalog catalog, String table, String from, String to) {
    return mapTables(
        catalog,
        each -> {
          var renamed = each.name().equals(table) ? column(each, from, to) : each;
          var keys =
              renamed.foreignKeys().stream()
                  .map(
                      key ->
                          key.table().equals(table)
                              ? foreignKey(
                                  key, table, key.columns(), names(key.targetColumns(), from, to))
                              : key)
                  .toList();
          return renamed.with(renamed.name(), keys);
        });
  }

  static Catalog withoutChecks(Catalog catalog, String table, List<Check> checks) {
    return mapTables(
        catalog,
        each ->
            each.name().equals(table)
                ? each.withChecks(
                    each.checks().stream().filter(check -> !checks.contains(check)).toList())
                : each);
  }

  static Catalog mapTables(Catalog catalog, UnaryOperator<Table> change) {
    return catalog.withTables(catalog.tables().stream().map(change).toList());
  }

  private static Table column(Table table, String from, String to) {
    UnaryOperator<String> expression = text -> SqlNames.replace(text, from, to);
    return new Table(
        table.name(),
        table.columns().stream().map(column -> column(column, from, to)).toList(),
        table.primaryKey().map(key -> new PrimaryKey(key.name(), names(key.columns(), from, to))),
        table.uniqueKeys().stream()
            .map(key -> new UniqueKey(key.name(), names(key.columns(), from, to)))
            .toList(),
        table.foreignKeys().stream()
            .map(
                key ->
                    foreignKey(
                        key, key.table(), names(key.columns(), from, to), key.targetColumns()))
            .toList(),
        table.checks().stream()
            .map(check -> new Check(check.name(), expression.apply(check.expression())))
            .toList(),
        table.indexes().stream().map(index -> index(index, from, to)).toList(),
        table.comment());
  }

  private static Column column(Column column, String from, String to) {
    return new Column(
        column.name().equals(from) ? to : column.name(),
        column.type(),
        column.nullable(),
        column.defaultValue(),
        column.identity(),
        column
            .generated()
            .map(
                each ->
                    new Generated(SqlNames.replace(each.expression(), from, to), each.stored())),
        column.collation(),
        column.comment());
  }

  private static Index index(Index index, String from, String to) {
    return new Index(
        index.name(),
        index.unique(),
        index.parts().stream()
            .map(
                part ->
                    new Index.Part(
                        SqlNames.replace(part.text(), from, to),
                        part.isExpression(),
                        part.descending(),
                        part.qualifier()))
            .toList(),
        index.method(),
        index.predicate().map(where -> SqlNames.replace(where, from, to)),
        names(index.include(), from, to));
  }

  private static ForeignKey foreignKey(
      ForeignKey key, String table, List<String> columns, List<String> targetColumns) {
    return new ForeignKey(
        key.name(), columns, table, targetColumns, key.onDelete(), key.onUpdate(), key.deferral());
  }

  private static List<String> names(List<String> columns, String from, String to) {
    return columns.stream().map(name -> name.equals(from) ? to : name).toList();
  }
}
