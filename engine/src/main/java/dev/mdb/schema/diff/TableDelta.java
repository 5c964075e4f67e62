package dev.mdb.schema.diff;

import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Index;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.TableChange;
import dev.mdb.schema.UniqueKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What differs in a table that is on both sides, sorted by kind; in which order it is done is told
 * elsewhere.
 */
record TableDelta(
    Table have,
    Table want,
    List<Column> dropColumns,
    List<Column> addColumns,
    List<ColumnComparison> alterColumns,
    Matching<PrimaryKey> primaryKey,
    Matching<UniqueKey> uniqueKeys,
    Matching<ForeignKey> foreignKeys,
    Matching<Check> checks,
    Matching<Index> indexes,
    Optional<TableChange> comment) {

  String name() {
    return want.name();
  }

  Optional<Column> replacement(Column column) {
    return dropColumns.contains(column)
        ? addColumns.stream().filter(each -> each.name().equals(column.name())).findFirst()
        : Optional.empty();
  }

  /** Is a key dropped, if only for a moment, that a foreign key to these columns needs? */
  boolean losesKey(List<String> columns) {
    var wanted = Set.copyOf(columns);
    return primaryKey.dropped().stream().anyMatch(key -> Set.copyOf(key.columns()).equals(wanted))
        || uniqueKeys.dropped().stream().anyMatch(key -> Set.copyOf(key.columns()).equals(wanted))
        || indexes.dropped().stream()
            .anyMatch(index -> index.unique() && Set.copyOf(columns(index)).equals(wanted));
  }

  /** MySQL wants an index for each side of a foreign key. */
  boolean losesIndex(List<String> columns) {
    return primaryKey.dropped().stream().anyMatch(key -> beginWith(key.columns(), columns))
        || uniqueKeys.dropped().stream().anyMatch(key -> beginWith(key.columns(), columns))
        || indexes.dropped().stream().anyMatch(index -> beginWith(columns(index), columns));
  }

  /** It takes the place of the one that the engine made for a foreign key. */
  boolean gainsIndex(List<String> columns) {
    return primaryKey.added().stream().anyMatch(key -> beginWith(key.columns(), columns))
        || uniqueKeys.added().stream().anyMatch(key -> beginWith(key.columns(), columns))
        || indexes.added().stream().anyMatch(index -> beginWith(columns(index), columns));
  }

  static boolean beginWith(List<String> columns, List<String> wanted) {
    return columns.size() >= wanted.size()
        && Set.copyOf(columns.subList(0, wanted.size())).equals(Set.copyOf(wanted));
  }

  boolean breaksForeignKeysOf(List<String> columns) {
    return alterColumns.stream()
        .filter(ColumnComparison::breaksForeignKeys)
        .anyMatch(each -> columns.contains(each.name()));
  }

  /** Is one of them dropped, here or when this is taken back? */
  boolean losesColumn(List<String> columns) {
    return Stream.concat(
            dropColumns.stream().map(Column::name),
            alterColumns.stream().filter(ColumnComparison::isFreed).map(ColumnComparison::name))
        .anyMatch(columns::contains);
  }

  boolean alters(List<String> columns) {
    return alterColumns.stream().anyMatch(each -> columns.contains(each.name()));
  }

  /** Does something happen here that a foreign key to these columns minds? */
  boolean concerns(List<String> columns) {
    var wanted = Set.copyOf(columns);
    return losesKey(columns)
        || losesIndex(columns)
        || Stream.of(dropColumns, addColumns)
            .flatMap(List::stream)
            .anyMatch(column -> wanted.contains(column.name()))
        || alters(columns)
        || primaryKey.added().stream().anyMatch(key -> Set.copyOf(key.columns()).equals(wanted))
        || uniqueKeys.added().stream().anyMatch(key -> Set.copyOf(key.columns()).equals(wanted))
        || indexes.added().stream().anyMatch(index -> Set.copyOf(columns(index)).equals(wanted));
  }

  static List<String> columns(Index index) {
    return index.parts().stream()
        .filter(part -> !part.isExpression())
        .map(Index.Part::text)
        .toList();
  }
}
