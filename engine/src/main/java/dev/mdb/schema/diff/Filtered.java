package dev.mdb.schema.diff;

import dev.mdb.schema.Catalog;
import dev.mdb.schema.Table;
import dev.mdb.schema.diff.NameFilter.Kind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Takes out of a catalogue what is not to be compared, and remembers it. */
final class Filtered {
  private final NameFilter filter;
  private final Set<String> left = new LinkedHashSet<>();

  Filtered(NameFilter filter) {
    this.filter = filter;
  }

  Catalog catalog(Catalog catalog, Catalog other) {
    var inBoth = other.tables().stream().map(Table::name).collect(Collectors.toSet());
    return new Catalog(
        allowed(catalog.tables(), Kind.TABLE, Table::name).stream()
            .map(table -> inBoth.contains(table.name()) ? table(table) : table)
            .toList(),
        allowed(catalog.sequences(), Kind.SEQUENCE, each -> each.name()),
        allowed(catalog.enums(), Kind.ENUM, each -> each.name()),
        catalog.views(),
        catalog.unread());
  }

  /** A table that is created or dropped is so with all that belongs to it. */
  private Table table(Table table) {
    return new Table(
        table.name(),
        table.columns(),
        table.primaryKey(),
        named(table, table.uniqueKeys(), Kind.UNIQUE, each -> each.name()),
        named(table, table.foreignKeys(), Kind.FOREIGN_KEY, each -> each.name()),
        named(table, table.checks(), Kind.CHECK, each -> each.name()),
        named(table, table.indexes(), Kind.INDEX, each -> Optional.of(each.name())),
        table.comment());
  }

  private <T> List<T> named(
      Table table, List<T> all, Kind kind, Function<T, Optional<String>> name) {
    return allowed(all, kind, each -> table.name() + "." + name.apply(each).orElse(""));
  }

  private <T> List<T> allowed(List<T> all, Kind kind, Function<T, String> name) {
    return all.stream().filter(each -> isAllowed(kind, name.apply(each))).toList();
  }

  private boolean isAllowed(Kind kind, String name) {
    if (filter.allows(kind, name)) return true;
    left.add(kind.text().replace('_', ' ') + " " + name + " (excluded)");
    return false;
  }

  /** A line for each thing that was taken out. */
  List<String> left() {
    return List.copyOf(left);
  }
}
