package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.resource.jdbc.Unenforced;
import dev.mdb.resource.sqlite.Clause.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Switches the enforcement of foreign keys off, which SQLite does only outside a transaction, and
 * compares before the commit which rows refer to nothing. What was wrong before may stay: databases
 * are often written without enforcement.
 */
final class ForeignKeyCheck implements Unenforced {
  private static final int SHOWN = 3;

  private final Connection connection;
  private final boolean enforced;
  private Map<Key, Orphans> before = Map.of();

  private ForeignKeyCheck(Connection connection, boolean enforced) {
    this.connection = connection;
    this.enforced = enforced;
  }

  static boolean isEnforced(Connection connection) throws SQLException {
    return Sql.first(connection, "PRAGMA foreign_keys", row -> row.getBoolean(1)).orElseThrow();
  }

  /** Begins the transaction as well. */
  static ForeignKeyCheck begin(Connection connection, SqliteEngine engine) throws SQLException {
    var check = new ForeignKeyCheck(connection, isEnforced(connection));
    try {
      Sql.run(connection, "PRAGMA foreign_keys = OFF");
      engine.begin(connection);
      check.begun(engine);
      return check;
    } catch (SQLException | RuntimeException e) {
      check.end();
      throw e;
    }
  }

  private void begun(SqliteEngine engine) throws SQLException {
    try {
      before = look();
    } catch (SQLException | RuntimeException e) {
      engine.rollback(connection);
      throw e;
    }
  }

  @Override
  public void end() throws SQLException {
    if (enforced) Sql.run(connection, "PRAGMA foreign_keys = ON");
  }

  /**
   * A foreign key.
   *
   * @param columns of the table, joined by commas
   */
  private record Key(String table, String parent, String columns) {}

  /**
   * The rows that refer to nothing.
   *
   * @param unnamed how many there are in a table without rowids
   * @param mismatch SQLite's reason why the key cannot be looked at, empty when it can
   */
  private record Orphans(Set<Long> rowids, long unnamed, String mismatch) {
    static final Orphans NONE = new Orphans(Set.of(), 0, "");
  }

  private Map<Key, Orphans> look() throws SQLException {
    var found = new HashMap<Key, Orphans>();
    for (var table : Master.of(connection).tables()) {
      if (table.has(Kind.FOREIGN_KEY)) look(table.name(), found);
    }
    return found;
  }

  private void look(String table, Map<Key, Orphans> found) throws SQLException {
    var columns = new HashMap<Long, String>();
    Sql.all(
            connection,
            "SELECT id, lower(\"from\") FROM pragma_foreign_key_list(?) ORDER BY id, seq",
            row -> Map.entry(row.getLong(1), row.getString(2)),
            table)
        .forEach(each -> columns.merge(each.getKey(), each.getValue(), (a, b) -> a + ", " + b));
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery("PRAGMA foreign_key_check(" + Names.quote(table) + ")")) {
      while (rows.next()) {
        var rowid = rows.getLong(2);
        boolean named = !rows.wasNull();
        var key = new Key(table, rows.getString(3), columns.get(rows.getLong(4)));
        found.merge(key, orphan(named, rowid), ForeignKeyCheck::both);
      }
    } catch (SQLException mismatch) {
      var reason = new SqliteEngine().explain(mismatch);
      found.put(new Key(table, "", ""), new Orphans(Set.of(), 0, reason));
    }
  }

  private static Orphans orphan(boolean named, long rowid) {
    return new Orphans(named ? new HashSet<>(List.of(rowid)) : new HashSet<>(), named ? 0 : 1, "");
  }

  private static Orphans both(Orphans all, Orphans more) {
    all.rowids().addAll(more.rowids());
    return new Orphans(all.rowids(), all.unnamed() + more.unnamed(), "");
  }

  @Override
  public void check() throws SQLException {
    var wrong = new ArrayList<String>();
    long count = 0;
    for (var each : look().entrySet()) {
      var known = before.getOrDefault(each.getKey(), Orphans.NONE);
      var rowids = new HashSet<>(each.getValue().rowids());
      rowids.removeAll(known.rowids());
      long unnamed = Math.max(0, each.getValue().unnamed() - known.unnamed());
      var mismatch = each.getValue().mismatch();
      if (!mismatch.isEmpty() && !mismatch.equals(known.mismatch())) wrong.add(mismatch);
      if (!rowids.isEmpty() || unnamed > 0) wrong.add(describe(each.getKey(), rowids, unnamed));
      count += rowids.size() + unnamed;
    }
    if (!wrong.isEmpty()) throw refused(wrong, count);
  }

  private static String describe(Key key, Set<Long> rowids, long unnamed) {
    var rows = rowids.stream().sorted().limit(SHOWN).map(String::valueOf);
    long more = rowids.size() + unnamed - Math.min(rowids.size(), SHOWN);
    var named = rows.collect(Collectors.joining(", "));
    var listed = named.isEmpty() ? "" : (named.contains(",") ? "rows " : "row ") + named;
    var others = more == 0 ? "" : (listed.isEmpty() ? "" : " and ") + more + " more";
    return "table '%s', %s: (%s) refers to no row of '%s'"
        .formatted(key.table(), listed + others, key.columns(), key.parent());
  }

  private static MdbException refused(List<String> wrong, long count) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "foreign-key-violation",
                "after the change rows would refer to nothing: " + String.join("; ", wrong))
            .help(
                "mend the rows first; while a table is rebuilt no foreign key is enforced, so rows"
                    + " that a cascade would have changed are better changed in a revision of their"
                    + " own")
            .with("violations", count));
  }
}
