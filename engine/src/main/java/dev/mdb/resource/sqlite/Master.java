package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What {@code sqlite_master} holds, read once; SQLite's own tables are left out, and what it made
 * by itself for a key.
 *
 * @param entries in the order of their names
 * @param tables without virtual tables
 * @param shadows tables that virtual tables keep their rows in
 */
record Master(
    List<Entry> entries, List<TableText> tables, List<String> virtualTables, List<String> shadows) {
  private static final String ENTRIES =
      "SELECT type, name, tbl_name, sql FROM sqlite_master"
          + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'";

  private static final String AROUND =
      " AND (type IN ('view', 'trigger') OR lower(tbl_name) = lower(?))";

  private static final String HIDDEN =
      "SELECT name, type FROM pragma_table_list WHERE schema = 'main'"
          + " AND type = ? ORDER BY name";

  /**
   * @param type {@code table}, {@code index}, {@code view} or {@code trigger}
   * @param table that it belongs to; a table's or view's own name
   */
  record Entry(String type, String name, String table, String sql) {}

  /**
   * @throws MdbException when the database cannot be read
   */
  static Master of(Connection connection) {
    return read(connection, ENTRIES);
  }

  /**
   * The table with its indexes, and all views and triggers: in a database with many tables much
   * less to read.
   *
   * @throws MdbException when the database cannot be read
   */
  static Master around(Connection connection, String table) {
    return read(connection, ENTRIES + AROUND, table);
  }

  private static Master read(Connection connection, String select, Object... parameters) {
    try {
      return tried(connection, select + " ORDER BY name", parameters);
    } catch (SQLException e) {
      var message = "cannot read the schema: " + new SqliteEngine().explain(e);
      throw new MdbException(Problem.of(Category.FAILED, "catalog-failed", message), e);
    }
  }

  private static Master tried(Connection connection, String select, Object... parameters)
      throws SQLException {
    var entries =
        Sql.all(
            connection,
            select,
            row ->
                new Entry(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
            parameters);
    var virtual = Sql.all(connection, HIDDEN, row -> row.getString(1), "virtual");
    var shadows = Sql.all(connection, HIDDEN, row -> row.getString(1), "shadow");
    var tables =
        entries.stream()
            .filter(entry -> entry.type().equals("table"))
            .filter(entry -> !Names.contains(virtual, entry.name()))
            .filter(entry -> !Names.contains(shadows, entry.name()))
            .map(Master::parse)
            .toList();
    return new Master(entries, tables, virtual, shadows);
  }

  private static TableText parse(Entry entry) {
    try {
      return TableText.parse(entry.sql());
    } catch (Cursor.Unreadable e) {
      throw new MdbException(
          Problem.of(
                  Category.FAILED,
                  "unreadable-table",
                  "cannot read how table '%s' was made: %s".formatted(entry.name(), e.getMessage()))
              .with("statement", entry.sql()),
          e);
    }
  }

  /** Does it come with a virtual table? */
  boolean isMadeByAnother(Entry entry) {
    return Names.contains(shadows, entry.table());
  }

  List<Entry> all(String type) {
    return entries.stream().filter(entry -> entry.type().equals(type)).toList();
  }

  boolean hasDependants() {
    return entries.stream().anyMatch(e -> e.type().equals("view") || e.type().equals("trigger"));
  }

  /** Those that belong to the table. */
  List<Entry> of(String type, String table) {
    return all(type).stream().filter(entry -> Names.same(entry.table(), table)).toList();
  }

  Optional<TableText> table(String name) {
    return tables.stream().filter(table -> Names.same(table.name(), name)).findFirst();
  }

  List<IndexText> indexesOf(String table) {
    return of("index", table).stream().map(entry -> IndexText.parse(entry.sql())).toList();
  }
}
