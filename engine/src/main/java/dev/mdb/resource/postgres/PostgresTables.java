package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
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
final class PostgresTables {
  /** Partitions, and tables that inherit, are listed as not read. */
  private static final String TABLES =
      """
      SELECT c.oid, n.nspname, c.relname, pg_catalog.obj_description(c.oid, 'pg_class')
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'p') AND {scope}
        AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid)""";

  private final PostgresScope scope;
  private final OwnTables own;
  private final List<String> unread = new ArrayList<>();

  PostgresTables(PostgresScope scope, OwnTables own) {
    this.scope = scope;
    this.own = own;
  }

  List<Table> read() throws SQLException {
    var heads =
        scope.relations(
            TABLES,
            row ->
                new Head(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    Optional.ofNullable(row.getString(4))));
    var columns = byTable(PostgresColumns.read(scope));
    var constraints = byTable(PostgresConstraints.read(scope));
    var indexes = byTable(PostgresIndexes.read(scope));
    var tables = new ArrayList<Table>();
    for (var head : heads) {
      var parts = new Parts(head, columns, constraints, indexes);
      if (!isOwn(head, parts.all(Column.class))) tables.add(table(parts));
    }
    tables.sort(Comparator.comparing(Table::name));
    return tables;
  }

  /** What of those tables the values have no place for. */
  List<String> unread() {
    return unread;
  }

  private boolean isOwn(Head head, List<Column> columns) {
    var names = columns.stream().map(Column::name).toList();
    return own.contains(scope.prefix(head.schema()), head.name(), names);
  }

  private Table table(Parts parts) {
    var head = parts.head();
    var name = scope.name(head.schema(), head.name());
    parts.notes().forEach(note -> unread.add(note.formatted(name)));
    return new Table(
        name,
        parts.all(Column.class),
        parts.all(PrimaryKey.class).stream().findFirst(),
        parts.all(UniqueKey.class),
        parts.all(ForeignKey.class),
        parts.all(Check.class),
        parts.all(Index.class),
        head.comment());
  }

  private static Map<Long, List<Found>> byTable(List<Found> found) {
    return found.stream().collect(Collectors.groupingBy(Found::table));
  }

  /**
   * Something that belongs to a table.
   *
   * @param table its oid
   * @param value a column, key, check or index; empty when it is only noted
   * @param note what of it is not read, with {@code %s} for the table's name
   */
  record Found(long table, Optional<Object> value, Optional<String> note) {
    static Found of(long table, Object value) {
      return new Found(table, Optional.of(value), Optional.empty());
    }

    static Found unread(long table, String note) {
      return new Found(table, Optional.empty(), Optional.of(note));
    }

    Found noting(String what) {
      return new Found(table, value, Optional.of(what));
    }
  }

  private record Head(long oid, String schema, String name, Optional<String> comment) {}

  private record Parts(Head head, List<Found> found) {
    @SafeVarargs
    Parts(Head head, Map<Long, List<Found>>... kinds) {
      this(head, new ArrayList<>());
      for (var kind : kinds) found.addAll(kind.getOrDefault(head.oid(), List.of()));
    }

    <T> List<T> all(Class<T> kind) {
      return found.stream()
          .flatMap(each -> each.value().stream())
          .filter(kind::isInstance)
          .map(kind::cast)
          .toList();
    }

    List<String> notes() {
      return found.stream().flatMap(each -> each.note().stream()).toList();
    }
  }
}
