package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param columns in the table's order
 * @param uniqueKeys constraints; a unique index that no constraint made is among the indexes
 * @param indexes those that no key or constraint brought with it
 */
public record Table(
    String name,
    List<Column> columns,
    Optional<PrimaryKey> primaryKey,
    List<UniqueKey> uniqueKeys,
    List<ForeignKey> foreignKeys,
    List<Check> checks,
    List<Index> indexes,
    Optional<String> comment) {
  public Table {
    columns = List.copyOf(columns);
    uniqueKeys = List.copyOf(uniqueKeys);
    foreignKeys = List.copyOf(foreignKeys);
    checks = List.copyOf(checks);
    indexes = List.copyOf(indexes);
  }

  /** The same under another name, with these keys. */
  public Table with(String newName, List<ForeignKey> keys) {
    return new Table(newName, columns, primaryKey, uniqueKeys, keys, checks, indexes, comment);
  }

  public Table withChecks(List<Check> newChecks) {
    return new Table(
        name, columns, primaryKey, uniqueKeys, foreignKeys, newChecks, indexes, comment);
  }

  public Optional<Column> column(String wanted) {
    return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
  }
}
