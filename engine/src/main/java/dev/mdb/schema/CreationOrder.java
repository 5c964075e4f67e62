package dev.mdb.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Puts things that need each other into an order in which they can be created. */
final class CreationOrder {
  private CreationOrder() {}

  /** Those that a table refers to first, as far as they do not go round in a circle. */
  static List<Table> tables(List<Table> tables) {
    BiPredicate<Table, Table> refers =
        (table, other) ->
            table.foreignKeys().stream().anyMatch(it -> it.table().equals(other.name()));
    return sorted(tables, Table::name, refers);
  }

  /** A view that names another comes after it. */
  static List<View> views(List<View> views) {
    Map<String, Pattern> words = new LinkedHashMap<>();
    for (var view : views) {
      words.put(
          view.name(),
          Pattern.compile("\\b" + Pattern.quote(Identifiers.bare(view.name())) + "\\b"));
    }
    return sorted(
        views,
        View::name,
        (view, other) -> words.get(other.name()).matcher(view.definition()).find());
  }

  private static <T> List<T> sorted(
      List<T> things, Function<T, String> name, BiPredicate<T, T> needs) {
    List<T> sorted = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (var thing : things) visit(thing, things, name, needs, seen, sorted);
    return sorted;
  }

  private static <T> void visit(
      T thing,
      List<T> things,
      Function<T, String> name,
      BiPredicate<T, T> needs,
      Set<String> seen,
      List<T> sorted) {
    if (!seen.add(name.apply(thing))) return;
    for (var other : things) {
      if (other != thing && needs.test(thing, other)) {
        visit(other, things, name, needs, seen, sorted);
      }
    }
    sorted.add(thing);
  }
}
