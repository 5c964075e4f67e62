package dev.mdb.schema.diff;

import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tables in an order in which they can be created, each behind those that it refers to. */
final class TableOrder {
  private final List<Table> tables = new ArrayList<>();
  private final List<Late> late = new ArrayList<>();

  /** A foreign key that has to wait until all tables are there. */
  record Late(String table, ForeignKey key) {}

  /**
   * @param isLate is a key to wait, whatever the order?
   */
  TableOrder(List<Table> unordered, Predicate<ForeignKey> isLate) {
    var waiting = new ArrayList<>(unordered);
    var missing =
        unordered.stream().map(Table::name).collect(Collectors.toCollection(HashSet::new));
    while (!waiting.isEmpty()) {
      var next =
          waiting.stream()
              .filter(table -> forwardKeys(table, missing).isEmpty())
              .findFirst()
              .orElse(waiting.get(0));
      waiting.remove(next);
      var forward = forwardKeys(next, missing);
      add(next, next.foreignKeys().stream().filter(isLate.or(forward::contains)).toList());
      missing.remove(next.name());
    }
  }

  private void add(Table table, List<ForeignKey> lateKeys) {
    lateKeys.forEach(key -> late.add(new Late(table.name(), key)));
    var keys = table.foreignKeys().stream().filter(key -> !lateKeys.contains(key)).toList();
    tables.add(table.with(table.name(), keys));
  }

  private static List<ForeignKey> forwardKeys(Table table, Set<String> missing) {
    return table.foreignKeys().stream()
        .filter(key -> missing.contains(key.table()) && !key.table().equals(table.name()))
        .toList();
  }

  /** Without the keys that come late. */
  List<Table> tables() {
    return tables;
  }

  List<Late> late() {
    return late;
  }
}
