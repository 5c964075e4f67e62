package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Views and triggers, which SQLite looks into only when they are used: so they are compiled,
 * without being run.
 */
final class Dependants {
  private static final SqliteEngine ENGINE = new SqliteEngine();

  private Dependants() {}

  /** Those that SQLite cannot compile, each with SQLite's reason. */
  static Map<String, String> broken(Scratch scratch) {
    var broken = new LinkedHashMap<String, String>();
    var master = scratch.master();
    for (var view : master.all("view")) {
      compile(
          scratch.connection(),
          "view " + view.name(),
          "SELECT * FROM " + Names.quote(view.name()),
          broken);
    }
    var triggers =
        master.all("trigger").stream().collect(Collectors.groupingBy(Master.Entry::table));
    for (var table : new TreeSet<>(triggers.keySet())) {
      var names = triggers.get(table).stream().map(Master.Entry::name).toList();
      var what =
          (names.size() == 1 ? "trigger " : "one of the triggers ") + String.join(", ", names);
      compileTriggers(scratch.connection(), what + " on " + table, table, broken);
    }
    return broken;
  }

  /** A statement takes in the triggers that it would fire. */
  private static void compileTriggers(
      Connection connection, String what, String table, Map<String, String> broken) {
    var name = Names.quote(table);
    var set =
        columns(connection, table).stream()
            .map(column -> Names.quote(column) + " = NULL")
            .collect(Collectors.joining(", "));
    compile(connection, what, "EXPLAIN INSERT INTO " + name + " DEFAULT VALUES", broken);
    compile(connection, what, "EXPLAIN UPDATE " + name + " SET " + set, broken);
    compile(connection, what, "EXPLAIN DELETE FROM " + name, broken);
  }

  /** Those that can be set. */
  private static List<String> columns(Connection connection, String table) {
    try {
      return Sql.all(
          connection,
          "SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0",
          row -> row.getString(1),
          table);
    } catch (SQLException e) {
      return List.of();
    }
  }

  private static void compile(
      Connection connection, String what, String sql, Map<String, String> broken) {
    try (var compiled = connection.prepareStatement(sql)) {
      compiled.clearWarnings();
    } catch (SQLException e) {
      broken.putIfAbsent(what, ENGINE.explain(e));
    }
  }

  /**
   * @throws MdbException when one is broken that was not
   */
  static void refuse(String table, Map<String, String> before, Map<String, String> after) {
    after.keySet().removeAll(before.keySet());
    if (after.isEmpty()) return;
    var first = after.entrySet().iterator().next();
    throw new MdbException(
        Problem.of(
                Category.FAILED,
                "cannot-alter",
                "%s could not go on after the change of table '%s': %s"
                    .formatted(first.getKey(), table, first.getValue()))
            .help("drop it first, and create it again as it has to be then"));
  }
}
