package dev.mdb.resource.jdbc;

import dev.mdb.schema.Catalog;
import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Identity;
import dev.mdb.schema.Table;
import dev.mdb.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tables that foreign keys of a catalogue point to and that are not in it: each has the columns
 * that are pointed to, of the type of those that point, and a unique key over them.
 */
public final class StandIns {
  private final Map<String, Table> tables;

  private StandIns(Map<String, Table> tables) {
    this.tables = tables;
  }

  public static StandIns of(Catalog catalog) {
    var pointing = new TreeMap<String, Map<ForeignKey, Table>>();
    for (var table : catalog.tables()) {
      for (var key : table.foreignKeys()) {
        if (catalog.table(key.table()).isPresent()) continue;
        pointing.computeIfAbsent(key.table(), missing -> new LinkedHashMap<>()).put(key, table);
      }
    }
    var tables = new TreeMap<String, Table>();
    pointing.forEach((name, keys) -> tables.put(name, standIn(name, keys)));
    return new StandIns(tables);
  }

  private static Table standIn(String name, Map<ForeignKey, Table> keys) {
    var columns = new LinkedHashMap<String, Column>();
    keys.forEach((key, table) -> addColumns(columns, key, table));
    var unique =
        keys.keySet().stream()
            .map(ForeignKey::targetColumns)
            .distinct()
            .map(target -> new UniqueKey(Optional.empty(), target))
            .toList();
    return new Table(
        name,
        List.copyOf(columns.values()),
        Optional.empty(),
        unique,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static void addColumns(Map<String, Column> columns, ForeignKey key, Table table) {
    for (int i = 0; i < key.targetColumns().size() && i < key.columns().size(); i++) {
      var target = key.targetColumns().get(i);
      table
          .column(key.columns().get(i))
          .ifPresent(source -> columns.putIfAbsent(target, like(target, source)));
    }
  }

  private static Column like(String name, Column source) {
    return new Column(
        name,
        source.type(),
        false,
        Optional.empty(),
        Identity.NONE,
        Optional.empty(),
        source.collation(),
        Optional.empty());
  }

  /** The catalogue with them. */
  public Catalog addTo(Catalog catalog) {
    var all = new ArrayList<>(tables.values());
    all.addAll(catalog.tables());
    return catalog.withTables(all);
  }

  /** The catalogue without them. */
  public Catalog removeFrom(Catalog catalog) {
    Set<String> names = tables.keySet().stream().collect(Collectors.toSet());
    return catalog.withTables(
        catalog.tables().stream().filter(table -> !names.contains(table.name())).toList());
  }
}
