package dev.mdb.schema.diff;

import dev.mdb.schema.Column;
import dev.mdb.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What could have been renamed instead of dropped and added. Told, never done by itself. */
final class RenameHints {
  private RenameHints() {}

  static List<String> of(List<TableDelta> deltas, List<Table> created, List<Table> unknown) {
    var hints = new ArrayList<String>();
    for (var old : unknown) {
      created.stream()
          .filter(table -> columns(table).equals(columns(old)))
          .forEach(table -> hints.add(hint("table " + old.name(), table.name(), old.name())));
    }
    deltas.forEach(delta -> addColumns(delta, hints));
    return hints;
  }

  private static Map<String, String> columns(Table table) {
    return table.columns().stream().collect(Collectors.toMap(Column::name, Column::type));
  }

  private static void addColumns(TableDelta delta, List<String> hints) {
    for (var old : delta.dropColumns()) {
      if (delta.replacement(old).isPresent()) continue;
      var path = delta.name() + "." + old.name();
      delta.addColumns().stream()
          .filter(column -> delta.have().column(column.name()).isEmpty())
          .filter(column -> column.type().equals(old.type()))
          .forEach(column -> hints.add(hint("column " + path, column.name(), path)));
    }
  }

  private static String hint(String what, String name, String path) {
    var simple = name.substring(name.lastIndexOf('.') + 1);
    return "if " + what + " was renamed to " + name + ": --rename " + path + ":" + simple;
  }
}
