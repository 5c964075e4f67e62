package dev.mdb.resource.sqlite;

import dev.mdb.operation.SqlStatement;
import dev.mdb.operation.TableOperation;
import dev.mdb.resource.Access;
import dev.mdb.resource.Part;
import dev.mdb.resource.ResourceSettings;
import dev.mdb.resource.Resources;
import dev.mdb.schema.Check;
import dev.mdb.schema.ColumnPatch;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.TableChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table that refers to itself, with triggers, views, indexes and cascading children, is rebuilt by
 * mdb and by plain SQL, on copies of one database file. Fails when anything is lost. Arguments: rows
 * (1,000,000), rounds (3).
 */
public final class RebuildBenchmark {
  private static final List<String> SCHEMA =
      List.of(
          """
          CREATE TABLE item (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            code TEXT NOT NULL,
            price TEXT,
            parent INTEGER REFERENCES item (id) ON DELETE CASCADE
          )""",
          "CREATE INDEX item_code ON item (code)",
          "CREATE INDEX item_parent ON item (parent) WHERE parent IS NOT NULL",
          "CREATE TABLE child (id INTEGER PRIMARY KEY,"
              + " item INTEGER NOT NULL REFERENCES item (id) ON DELETE CASCADE)",
          "CREATE TABLE audit (what TEXT)",
          "CREATE VIEW dear AS SELECT id, code FROM item WHERE parent % 2 = 0",
          "CREATE TRIGGER item_added AFTER INSERT ON item"
              + " BEGIN INSERT INTO audit VALUES ('added'); END",
          "CREATE TRIGGER item_gone AFTER DELETE ON item"
              + " BEGIN INSERT INTO audit VALUES ('gone'); END",
          "CREATE TRIGGER child_gone AFTER DELETE ON child"
              + " BEGIN INSERT INTO audit VALUES ('child gone'); END");

  private static final List<String> BY_HAND =
      List.of(
          "PRAGMA foreign_keys = OFF",
          "BEGIN IMMEDIATE",
          """
          CREATE TABLE new_item (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            code TEXT NOT NULL,
            price REAL,
            parent INTEGER REFERENCES item (id) ON DELETE CASCADE,
            CHECK (price >= 0)
          )""",
          "INSERT INTO new_item SELECT id, code, price, parent FROM item",
          "PRAGMA legacy_alter_table = ON",
          "DROP TABLE item",
          "ALTER TABLE new_item RENAME TO item",
          "PRAGMA legacy_alter_table = OFF",
          SCHEMA.get(1),
          SCHEMA.get(2),
          SCHEMA.get(6),
          SCHEMA.get(7),
          "PRAGMA foreign_key_check",
          "COMMIT",
          "PRAGMA foreign_keys = ON");

  private static final List<String> SUMS =
      List.of(
          "SELECT count(*), sum(id), sum(length(code)), sum(price * 100), sum(id * parent) FROM item",
          "SELECT count(*), sum(id), sum(item), sum(id * item) FROM child",
          "SELECT count(*) FROM audit",
          "SELECT count(*), sum(id) FROM dear",
          "SELECT seq FROM sqlite_sequence WHERE name = 'item'",
          "SELECT group_concat(type || name) FROM (SELECT * FROM sqlite_master ORDER BY type, name)",
          "SELECT integrity_check FROM pragma_integrity_check",
          "SELECT count(*) FROM pragma_foreign_key_check");

  private RebuildBenchmark() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    var folder = Files.createTempDirectory("mdb-rebuild");
    var original = folder.resolve("original.db");
    try {
      fill(original, rows);
      var before = sums(original);
      System.out.printf("%,d rows, %,d children%n", rows, rows);
      for (int round = 1; round <= rounds; round++) {
        measure("plain SQL", original, before, RebuildBenchmark::byHand);
        measure("mdb", original, before, RebuildBenchmark::byMdb);
      }
    } finally {
      try (var files = Files.list(folder)) {
        for (var file : files.toList()) Files.delete(file);
      }
      Files.delete(folder);
    }
  }

  private interface Rebuild {
    void run(Path file) throws SQLException;
  }

  private static void measure(String name, Path original, List<String> before, Rebuild rebuild)
      throws IOException, SQLException {
    var file = original.resolveSibling("copy.db");
    Files.copy(original, file, StandardCopyOption.REPLACE_EXISTING);
    long start = System.nanoTime();
    rebuild.run(file);
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    var after = sums(file);
    if (!after.equals(before)) throw new IllegalStateException(before + " became " + after);
    System.out.printf("%-10s %,7d ms, nothing lost%n", name, millis);
  }

  private static void fill(Path file, int rows) throws SQLException {
    try (var connection = open(file)) {
      for (var statement : SCHEMA.subList(0, 6)) run(connection, statement);
      var numbers =
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
              .formatted(rows);
      run(
          connection,
          "INSERT INTO item "
              + numbers
              + "SELECT i, 'code ' || (i * 7919 % 1000003), i % 1000, nullif(i / 10, 0) FROM n");
      run(connection, "INSERT INTO child " + numbers + "SELECT i, 1 + i * 31 %% %d FROM n".formatted(rows));
      for (var statement : SCHEMA.subList(6, SCHEMA.size())) run(connection, statement);
    }
  }

  private static void byHand(Path file) throws SQLException {
    try (var connection = open(file)) {
      for (var statement : BY_HAND) run(connection, statement);
    }
  }

  private static void byMdb(Path file) {
    var none = Optional.<String>empty();
    var settings =
        new ResourceSettings(
            "bench",
            "sqlite:" + file,
            none,
            none,
            "mdb_version",
            none,
            Duration.ofSeconds(5),
            file.getParent());
    try (var session = Resources.create(settings).connect(Access.WRITE)) {
      session.parts(new Change()).forEach(Part::run);
    }
  }

  private record Change() implements TableOperation {
    @Override
    public String describe() {
      return "alter table item";
    }

    @Override
    public String table() {
      return "item";
    }

    @Override
    public List<TableChange> changes(Dialect dialect) {
      return List.of(
          new TableChange.AlterColumn("price", type("REAL"), Optional.empty()),
          new TableChange.AddCheck(new Check(Optional.empty(), "price >= 0")));
    }

    private static ColumnPatch type(String type) {
      return new ColumnPatch(
          Optional.of(type),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    @Override
    public List<SqlStatement> render(Dialect dialect) {
      throw new UnsupportedOperationException("depends on the table");
    }
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> sums(Path file) throws SQLException {
    var sums = new ArrayList<String>();
    try (var connection = open(file);
        var statement = connection.createStatement()) {
      for (var query : SUMS) {
        try (var rows = statement.executeQuery(query)) {
          rows.next();
          for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            sums.add(rows.getString(i).replaceFirst("\\.0$", ""));
          }
        }
      }
    }
    return sums;
  }
}
