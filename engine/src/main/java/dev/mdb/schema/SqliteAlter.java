package dev.mdb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which changes SQLite's own {@code ALTER TABLE} does. For the others the table is built anew. See
 * <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>.
 */
public final class SqliteAlter {
  private SqliteAlter() {}

  /**
   * Does {@link Ddl#alter} do all of them?
   *
   * @param table as it is before: SQLite drops no column that something else in the table names.
   *     Views and triggers that name it are not looked at
   */
  public static boolean can(List<TableChange> changes, Table table) {
    var now = table;
    var left = new ArrayList<>(changes);
    while (!left.isEmpty()) {
      var change = left.remove(0);
      if (!can(change)) return false;
      if (change instanceof TableChange.DropColumn drop && isUsed(drop.name(), now)) return false;
      now = ChangedTable.after(now, change);
      if (change instanceof TableChange.AddColumn add) {
        var reference = referenceOf(add.column(), left);
        if (reference.isPresent()) {
          left.remove(reference.get());
          now = ChangedTable.after(now, reference.get());
        }
      }
    }
    return true;
  }

  /** Does it have a statement for such a change? It may still refuse to drop a column in use. */
  public static boolean can(TableChange change) {
    if (change instanceof TableChange.AddColumn add) return canAdd(add.column());
    return change instanceof TableChange.DropColumn
        || change instanceof TableChange.RenameColumn
        || isComment(change);
  }

  /** Nothing is to be done: SQLite keeps no comments. */
  static boolean isComment(TableChange change) {
    if (change instanceof TableChange.SetTableComment) return true;
    return change instanceof TableChange.AlterColumn alter
        && alter.patch().equals(commentOf(alter.patch()));
  }

  private static ColumnPatch commentOf(ColumnPatch patch) {
    return new ColumnPatch(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        patch.comment());
  }

  /** Rows that are there get the same value, known without computing it. */
  private static boolean canAdd(Column column) {
    if (column.identity() != Identity.NONE) return false;
    if (column.generated().isPresent()) return !column.generated().get().stored();
    var value = column.defaultValue();
    if (value.isPresent() && !DefaultText.isConstant(value.get())) return false;
    return column.nullable() || value.filter(it -> !it.equalsIgnoreCase("null")).isPresent();
  }

  /**
   * The foreign key that can stand behind a new column: it is the column's own, and old rows refer
   * to nothing.
   */
  static Optional<TableChange.AddForeignKey> referenceOf(Column column, List<TableChange> later) {
    if (column.defaultValue().filter(it -> !it.equalsIgnoreCase("null")).isPresent()) {
      return Optional.empty();
    }
    return later.stream()
        .filter(TableChange.AddForeignKey.class::isInstance)
        .map(TableChange.AddForeignKey.class::cast)
        .filter(it -> it.key().columns().equals(List.of(column.name())))
        .findFirst();
  }

  private static boolean isUsed(String column, Table table) {
    return table.primaryKey().filter(it -> it.columns().contains(column)).isPresent()
        || table.uniqueKeys().stream().anyMatch(it -> it.columns().contains(column))
        || table.foreignKeys().stream().anyMatch(it -> it.columns().contains(column))
        || table.indexes().stream().anyMatch(it -> names(it, column))
        || table.checks().stream().anyMatch(it -> mentions(it.expression(), column))
        || table.columns().stream()
            .flatMap(it -> it.generated().stream())
            .anyMatch(it -> mentions(it.expression(), column));
  }

  private static boolean names(Index index, String column) {
    return index.parts().stream().anyMatch(it -> mentions(it.text(), column))
        || index.predicate().filter(it -> mentions(it, column)).isPresent();
  }

  private static boolean mentions(String expression, String column) {
    return Pattern.compile("(?<!\\w)" + Pattern.quote(column) + "(?!\\w)", Pattern.CASE_INSENSITIVE)
        .matcher(expression)
        .find();
  }
}
