package dev.mdb.schema.diff;

import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Index;
import dev.mdb.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The index that MySQL and MariaDB make by themselves for a foreign key that has none, and that
 * they leave behind when the key is dropped. A reader does not show it; here it comes and goes with
 * its key.
 */
final class ImplicitIndexes {
  private ImplicitIndexes() {}

  /** Of the keys that go, in a table whose columns stay. */
  static List<Index> dropped(TableDelta delta) {
    var keys = delta.foreignKeys();
    return lasting(keys.dropped(), keys.added(), delta.have(), delta.dropColumns());
  }

  /** Of the keys that come, to columns that were there. */
  static List<Index> added(TableDelta delta) {
    var keys = delta.foreignKeys();
    return lasting(keys.added(), keys.dropped(), delta.want(), delta.addColumns());
  }

  static boolean has(List<Index> indexes, ForeignKey key) {
    return indexes.contains(of(key));
  }

  /** One that only steps aside finds its index again. */
  private static List<Index> lasting(
      List<ForeignKey> keys, List<ForeignKey> others, Table table, List<Column> moving) {
    var names = new HashSet<>(moving.stream().map(Column::name).toList());
    return keys.stream()
        .filter(key -> others.stream().noneMatch(other -> isSameIndex(key, other)))
        .filter(key -> !names.containsAll(key.columns()))
        .filter(key -> !isCovered(key, table))
        .map(ImplicitIndexes::of)
        .toList();
  }

  private static boolean isSameIndex(ForeignKey a, ForeignKey b) {
    return a.name().equals(b.name()) && a.columns().equals(b.columns());
  }

  private static boolean isCovered(ForeignKey key, Table table) {
    return Stream.of(
            table.primaryKey().stream().map(each -> each.columns()),
            table.uniqueKeys().stream().map(each -> each.columns()),
            table.indexes().stream().map(TableDelta::columns),
            table.foreignKeys().stream().filter(each -> each != key).map(ForeignKey::columns))
        .flatMap(each -> each)
        .anyMatch(columns -> TableDelta.beginWith(columns, key.columns()));
  }

  /** It is called as the key; as the first column, where the server named the key. */
  private static Index of(ForeignKey key) {
    var name = key.name().filter(each -> !each.matches(".*_ibfk_\\d+"));
    return new Index(
        name.orElse(key.columns().get(0)),
        false,
        key.columns().stream().map(Index.Part::column).toList(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
