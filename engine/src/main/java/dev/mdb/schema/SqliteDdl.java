package dev.mdb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** SQLite: what its own statements can do. It keeps no comments, so none are written. */
final class SqliteDdl extends AbstractDdl {
  SqliteDdl() {
    super(Dialect.SQLITE);
  }

  @Override
  public String column(Column column) {
    return column(column, Optional.empty());
  }

  /** A key that numbers its rows is a part of its column. */
  @Override
  String columnWithKey(Column column, Table table) {
    if (column.identity() != Identity.AUTO_INCREMENT) return super.columnWithKey(column, table);
    var key = table.primaryKey().filter(it -> it.columns().equals(List.of(column.name())));
    if (key.isEmpty()) {
      throw sql.refused(
          "AUTOINCREMENT outside a primary key of one column",
          "column " + table.name() + "." + column.name(),
          "make it the primary key of its table");
    }
    return column(column, key.get().name());
  }

  private String column(Column column, Optional<String> keyName) {
    onlyAutoIncrement(column);
    if (column.identity() == Identity.AUTO_INCREMENT) {
      return sql.quote(column.name())
          + " INTEGER "
          + keys.named(keyName)
          + "PRIMARY KEY AUTOINCREMENT";
    }
    return sql.quote(column.name())
        + (column.type().isEmpty() ? "" : " " + column.type())
        + column.collation().map(it -> " COLLATE " + it).orElse("")
        + column.generated().map(AbstractDdl::generated).orElse("")
        + DefaultText.of(sql.dialect, column)
        + nullability(column);
  }

  @Override
  boolean isBehindColumn(PrimaryKey key, Table table) {
    return super.isBehindColumn(key, table)
        || key.columns().size() == 1
            && table
                .column(key.columns().get(0))
                .filter(it -> it.identity() == Identity.AUTO_INCREMENT)
                .isPresent();
  }

  @Override
  public List<String> alter(
      String table, List<TableChange> changes, Function<String, Optional<Table>> current) {
    var statements = new ArrayList<String>();
    var left = new ArrayList<>(changes);
    while (!left.isEmpty()) {
      var change = left.remove(0);
      if (!SqliteAlter.can(change)) throw refused(table, change);
      if (SqliteAlter.isComment(change)) continue;
      statements.add("ALTER TABLE " + name(table) + " " + clause(change, left));
    }
    return statements;
  }

  /**
   * @param left the changes that follow; one that is done with this one is taken out
   */
  private String clause(TableChange change, List<TableChange> left) {
    if (change instanceof TableChange.DropColumn drop) {
      return "DROP COLUMN " + sql.quote(drop.name());
    }
    if (change instanceof TableChange.RenameColumn rename) {
      return "RENAME COLUMN " + sql.quote(rename.from()) + " TO " + sql.quote(rename.to());
    }
    var column = ((TableChange.AddColumn) change).column();
    var reference = SqliteAlter.referenceOf(column, left);
    reference.ifPresent(left::remove);
    return "ADD COLUMN "
        + column(column)
        + reference
            .map(TableChange.AddForeignKey::key)
            .map(it -> " " + keys.named(it.name()) + keys.references(it))
            .orElse("");
  }

  private RuntimeException refused(String table, TableChange change) {
    return sql.refused(
        "statement for this change of a table",
        table + ": " + ChangeText.describe(change),
        "mdb builds the table anew for it, for which it has to see the database");
  }

  @Override
  public String dropIndex(String table, String index, boolean ifExists, boolean concurrently) {
    return "DROP INDEX " + ifExists(ifExists) + name(Identifiers.beside(table, index));
  }

  @Override
  public List<String> renameIndex(
      String table, String from, String to, Function<String, Optional<Table>> current) {
    var now = new CurrentTable(table, current);
    var index =
        now
            .known("rename index " + from, "drop it and create it again under its new name")
            .indexes()
            .stream()
            .filter(it -> it.name().equals(from))
            .findFirst()
            .orElseThrow(() -> now.missing("no index " + from));
    var renamed =
        new Index(
            to, index.unique(), index.parts(), index.method(), index.predicate(), index.include());
    var statements = new ArrayList<String>();
    statements.add(dropIndex(table, from, false, false));
    statements.addAll(createIndex(table, renamed, false, false));
    return statements;
  }

  @Override
  public String createSchema(String schema) {
    throw schemas(schema);
  }

  @Override
  public String dropSchema(String schema) {
    throw schemas(schema);
  }

  private RuntimeException schemas(String schema) {
    return sql.refused("schemas", "schema " + schema, "put a prefix in front of the tables' names");
  }

  @Override
  public List<String> createView(View view, boolean replace) {
    if (!replace) return super.createView(view, false);
    var statements = new ArrayList<>(super.createView(view, false));
    statements.add(0, "DROP VIEW IF EXISTS " + name(view.name()));
    return statements;
  }
}
