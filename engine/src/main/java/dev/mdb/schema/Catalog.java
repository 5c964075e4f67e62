package dev.mdb.schema;

import java.util.List;
import java.util.Optional;

/**
 * What a database holds, as far as mdb reads it; each list in the order of its names. mdb's own
 * tables are not in it.
 *
 * @param unread a line for each thing that is there and is not compared: {@code trigger item_audit
 *     on item}
 */
public record Catalog(
    List<Table> tables,
    List<Sequence> sequences,
    List<EnumType> enums,
    List<View> views,
    List<String> unread) {
  public static final Catalog EMPTY =
      new Catalog(List.of(), List.of(), List.of(), List.of(), List.of());

  public Catalog {
    tables = List.copyOf(tables);
    sequences = List.copyOf(sequences);
    enums = List.copyOf(enums);
    views = List.copyOf(views);
    unread = List.copyOf(unread);
  }

  public Catalog withTables(List<Table> newTables) {
    return new Catalog(newTables, sequences, enums, views, unread);
  }

  public Optional<Table> table(String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst();
  }
}
