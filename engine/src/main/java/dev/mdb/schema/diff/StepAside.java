package dev.mdb.schema.diff;

import dev.mdb.schema.Check;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Index;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stays as it is but is in the way of a change beside it: it is dropped before and added again
 * behind.
 */
final class StepAside {
  private final TableDelta delta;
  private final Dialect dialect;

  StepAside(TableDelta delta, Dialect dialect) {
    this.delta = delta;
    this.dialect = dialect;
  }

  /** Within the table. */
  void run() {
    if (dialect == Dialect.POSTGRESQL) replaceGenerated();
    var replaced = new HashSet<String>();
    for (var column : delta.dropColumns()) {
      if (delta.replacement(column).isPresent()) replaced.add(column.name());
    }
    delta.alterColumns().stream()
        .filter(ColumnComparison::isFreed)
        .forEach(each -> replaced.add(each.name()));
    if (!replaced.isEmpty()) makeWay(replaced);
  }

  /** PostgreSQL changes no type that a generated column uses. */
  private void replaceGenerated() {
    for (var column : delta.want().columns()) {
      if (!delta.have().column(column.name()).filter(column::equals).isPresent()) continue;
      boolean uses = column.generated().filter(this::usesChanged).isPresent();
      if (!uses) continue;
      delta.dropColumns().add(column);
      delta.addColumns().add(column);
    }
  }

  private boolean usesChanged(Generated generated) {
    return delta.alterColumns().stream()
        .filter(ColumnComparison::changesType)
        .map(ColumnComparison::name)
        .anyMatch(name -> SqlNames.mentions(generated.expression(), name));
  }

  /** What stands on a column goes with it. */
  private void makeWay(Set<String> replaced) {
    delta.primaryKey().stepAside(key -> hasAny(key.columns(), replaced));
    delta.uniqueKeys().stepAside(key -> hasAny(key.columns(), replaced));
    delta.foreignKeys().stepAside(key -> hasAny(key.columns(), replaced));
    delta.checks().stepAside(check -> mentions(check, replaced));
    delta.indexes().stepAside(index -> mentions(index, replaced));
  }

  private static boolean hasAny(List<String> columns, Collection<String> names) {
    return columns.stream().anyMatch(names::contains);
  }

  private static boolean mentions(Check check, Set<String> names) {
    return names.stream().anyMatch(name -> SqlNames.mentions(check.expression(), name));
  }

  private static boolean mentions(Index index, Set<String> names) {
    if (hasAny(index.include(), names)) return true;
    return names.stream()
        .anyMatch(
            name ->
                index.parts().stream().anyMatch(part -> SqlNames.mentions(part.text(), name))
                    || index.predicate().filter(e -> SqlNames.mentions(e, name)).isPresent());
  }

  /** Between tables: foreign keys that lose what they stand on for a moment. */
  static void foreignKeys(List<TableDelta> deltas, Dialect dialect) {
    Map<String, TableDelta> byName = new HashMap<>();
    deltas.forEach(delta -> byName.put(delta.name(), delta));
    for (var delta : deltas) {
      if (dialect == Dialect.MYSQL || dialect == Dialect.MARIADB) {
        delta.foreignKeys().separateRenamed();
      }
      delta
          .foreignKeys()
          .stepAside(
              key -> isInTheWay(key, delta, Optional.ofNullable(byName.get(key.table())), dialect));
    }
  }

  /**
   * @param target empty when the key leads to a table that is not compared
   */
  private static boolean isInTheWay(
      ForeignKey key, TableDelta delta, Optional<TableDelta> target, Dialect dialect) {
    if (delta.breaksForeignKeysOf(key.columns())) return true;
    if (target.filter(table -> isInTheWay(key, table)).isPresent()) return true;
    if (dialect == Dialect.POSTGRESQL || dialect == Dialect.SQLITE) return false;
    // What comes now goes when it is taken back.
    return delta.losesIndex(key.columns())
        || delta.gainsIndex(key.columns())
        || target.filter(table -> table.losesIndex(key.targetColumns())).isPresent();
  }

  private static boolean isInTheWay(ForeignKey key, TableDelta target) {
    return target.losesKey(key.targetColumns())
        || target.breaksForeignKeysOf(key.targetColumns())
        || target.losesColumn(key.targetColumns());
  }
}
