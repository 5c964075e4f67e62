package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Table;
import dev.mdb.schema.View;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the texts that SQLite keeps of its tables, indexes, views and triggers. */
final class SqliteCatalog implements CatalogReader {
  private final Connection connection;
  private final OwnTables own;

  SqliteCatalog(Connection connection, OwnTables own) {
    this.connection = connection;
    this.own = own;
  }

  @Override
  public Catalog read(List<String> schemas) {
    if (!schemas.isEmpty()) throw hasNoSchemas(schemas);
    var master = Master.of(connection);
    return new Catalog(
        master.tables().stream()
            .filter(this::isForeign)
            .map(table -> table(table, master))
            .sorted(Comparator.comparing(Table::name))
            .toList(),
        List.of(),
        List.of(),
        master.all("view").stream().map(SqliteCatalog::view).toList(),
        unread(master));
  }

  private boolean isForeign(TableText table) {
    return !own.contains(Optional.empty(), table.name(), table.columnNames());
  }

  private static MdbException hasNoSchemas(List<String> schemas) {
    return new MdbException(
        Problem.of(
                Category.USAGE,
                "no-schemas",
                "SQLite has no schemas, so none can be read: " + String.join(", ", schemas))
            .help("leave the schemas out"));
  }

  @Override
  public Optional<Table> table(String name) {
    var master = Master.of(connection);
    return master.table(name).map(table -> table(table, master));
  }

  private static Table table(TableText table, Master master) {
    return new TableReader(table, master.indexesOf(table.name()), master::table).read();
  }

  private static View view(Master.Entry entry) {
    return new View(entry.name(), ViewText.query(entry.sql()), false);
  }

  private List<String> unread(Master master) {
    var unread = new ArrayList<String>();
    for (var trigger : master.all("trigger")) {
      unread.add("trigger %s on %s".formatted(trigger.name(), trigger.table()));
    }
    master.virtualTables().forEach(name -> unread.add("virtual table " + name));
    for (var table : master.tables()) {
      if (!isForeign(table)) continue;
      table.options().forEach(option -> unread.add(option + " of table " + table.name()));
      table.allClauses().forEach(clause -> unread(clause, table, unread));
    }
    return unread;
  }

  private static void unread(Clause clause, TableText table, List<String> unread) {
    var cursor = clause.cursor();
    while (!cursor.isAtEnd()) {
      if (cursor.isAt("(")) cursor.brackets();
      else if (cursor.skip("ON", "CONFLICT")) {
        unread.add("ON CONFLICT %s of table %s".formatted(cursor.next().upper(), table.name()));
      } else cursor.next();
    }
  }

  @Override
  public Catalog normalise(Catalog wanted) {
    try (var scratch = Scratch.empty()) {
      scratch.create(wanted);
      var found = new SqliteCatalog(scratch.connection(), own).read(List.of());
      return new Catalog(found.tables(), List.of(), List.of(), found.views(), List.of());
    }
  }
}
