package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.schema.Column;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.Index;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.UniqueKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of a scope: one query for each kind of thing that belongs to tables. */
final class MysqlTables {
  private static final String TABLES =
      """
      SELECT t.table_schema, t.table_name, t.table_comment, t.table_collation, t.engine,
        t.create_options, t.table_type,
        (SELECT s.default_collation_name FROM information_schema.schemata s
          WHERE s.schema_name = t.table_schema)
      FROM information_schema.tables t
      WHERE t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED') AND {t.table_schema t.table_name}""";

  private final MysqlScope scope;
  private final Dialect dialect;
  private final MysqlText text;
  private final OwnTables own;
  private final List<String> unread = new ArrayList<>();

  MysqlTables(MysqlScope scope, Dialect dialect, OwnTables own) {
    this.scope = scope;
    this.dialect = dialect;
    this.text = new MysqlText(dialect);
    this.own = own;
  }

  List<Table> read() throws SQLException {
    var heads =
        scope.all(
            TABLES,
            row ->
                new Head(
                    new TableId(row.getString(1), row.getString(2)),
                    Optional.ofNullable(row.getString(3)).filter(comment -> !comment.isEmpty()),
                    Optional.ofNullable(row.getString(4)).orElse(""),
                    Optional.ofNullable(row.getString(5)).orElse(""),
                    Optional.ofNullable(row.getString(6)).orElse(""),
                    row.getString(7).equals("SYSTEM VERSIONED"),
                    Optional.ofNullable(row.getString(8)).orElse("")));
    var columns = byTable(new MysqlColumns(text).read(scope));
    var indexes = byTable(new MysqlIndexes(text, dialect).read(scope));
    var foreignKeys = byTable(MysqlForeignKeys.read(scope));
    var checks = byTable(new MysqlChecks(text, dialect).read(scope));
    var tables = new ArrayList<Table>();
    for (var head : heads) {
      var id = head.id();
      var parts = columns.getOrDefault(id, List.of());
      if (isOwn(id, parts)) continue;
      tables.add(
          table(
              head,
              parts,
              indexes.getOrDefault(id, List.of()),
              foreignKeys.getOrDefault(id, List.of()),
              checks.getOrDefault(id, List.of())));
    }
    tables.sort(Comparator.comparing(Table::name));
    return tables;
  }

  private boolean isOwn(TableId id, List<MysqlColumns.Found> columns) {
    var names = columns.stream().map(each -> each.column().name()).toList();
    return own.contains(scope.prefix(id.database()), id.name(), names);
  }

  private Table table(
      Head head,
      List<MysqlColumns.Found> columns,
      List<MysqlIndexes.Found> indexes,
      List<MysqlForeignKeys.Found> foreignKeys,
      List<MysqlChecks.Found> checks) {
    var name = scope.name(head.id().database(), head.id().name());
    note(name, head, columns, checks);
    var keys = foreignKeys.stream().map(MysqlForeignKeys.Found::key).toList();
    return new Table(
        name,
        columns.stream().map(each -> column(each, head, checks)).toList(),
        indexes.stream().filter(MysqlIndexes.Found::primary).findFirst().map(MysqlTables::primary),
        indexes.stream().filter(MysqlIndexes.Found::isUniqueKey).map(MysqlTables::unique).toList(),
        keys,
        checks.stream()
            .filter(check -> columns.stream().noneMatch(check::makesJson))
            .map(MysqlChecks.Found::check)
            .sorted(Comparator.comparing(check -> check.name().orElse("")))
            .toList(),
        indexes.stream()
            .filter(MysqlIndexes.Found::isPlainIndex)
            .filter(each -> keys.stream().noneMatch(key -> each.isMadeFor(head.id().name(), key)))
            .map(MysqlIndexes.Found::index)
            .toList(),
        head.comment());
  }

  /** The collation only where it is not the table's; MariaDB's JSON is a text with a check. */
  private Column column(MysqlColumns.Found found, Head head, List<MysqlChecks.Found> checks) {
    var column = found.column();
    boolean json = checks.stream().anyMatch(check -> check.makesJson(found));
    var collation = column.collation().filter(its -> !json && !its.equals(head.collation()));
    return new Column(
        column.name(),
        json ? "json" : column.type(),
        column.nullable(),
        column.defaultValue(),
        column.identity(),
        column.generated(),
        collation,
        column.comment());
  }

  private static PrimaryKey primary(MysqlIndexes.Found found) {
    return new PrimaryKey(Optional.empty(), columns(found.index()));
  }

  private static UniqueKey unique(MysqlIndexes.Found found) {
    return new UniqueKey(Optional.of(found.index().name()), columns(found.index()));
  }

  static List<String> columns(Index index) {
    return index.parts().stream().map(Index.Part::text).toList();
  }

  private void note(
      String name, Head head, List<MysqlColumns.Found> columns, List<MysqlChecks.Found> checks) {
    if (!head.engine().equalsIgnoreCase("InnoDB"))
      unread.add("engine " + head.engine() + " of " + name);
    if (head.options().contains("partitioned")) unread.add("partitioning of " + name);
    if (head.versioned()) unread.add("system versioning of " + name);
    if (!head.collation().equals(head.databaseCollation())) {
      unread.add("collation " + head.collation() + " of " + name);
    }
    for (var each : columns) {
      if (each.invisible()) unread.add("invisible column " + each.column().name() + " of " + name);
    }
    for (var each : checks) {
      if (!each.enforced()) {
        unread.add("check " + each.check().name().orElse("") + " on " + name + ": NOT ENFORCED");
      }
    }
  }

  /** What of those tables the values have no place for. */
  List<String> unread() {
    return unread;
  }

  private static <T extends OfTable> Map<TableId, List<T>> byTable(List<T> found) {
    return found.stream().collect(Collectors.groupingBy(OfTable::table));
  }

  record TableId(String database, String name) {}

  /** Something that belongs to a table. */
  interface OfTable {
    TableId table();
  }

  private record Head(
      TableId id,
      Optional<String> comment,
      String collation,
      String engine,
      String options,
      boolean versioned,
      String databaseCollation) {}
}
