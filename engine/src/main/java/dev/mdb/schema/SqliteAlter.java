package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/**
 * Which changes SQLite's own {@code ALTER TABLE} does. For the others the table is built anew. See
 * <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>.
 */
final class SqliteAlter {
  private SqliteAlter() {}

  /** Does it have a statement for such a change? It may still refuse to drop a column in use. */
  static boolean can(TableChange change) {
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
}
