package dev.mdb.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the dialects write alike, or nearly so. */
abstract class AbstractDdl implements Ddl {
  final SqlText sql;
  final KeyText keys;
  final IndexText indexes;

  AbstractDdl(Dialect dialect) {
    sql = new SqlText(dialect);
    keys = new KeyText(sql);
    indexes = new IndexText(sql);
  }

  @Override
  public final String name(String identifier) {
    return sql.name(identifier);
  }

  @Override
  public final String literal(String text) {
    return sql.literal(text);
  }

  @Override
  public final List<String> createTable(Table table) {
    return createTable(table, table.foreignKeys());
  }

  /**
   * @param foreignKeys those that are created with it
   */
  private List<String> createTable(Table table, List<ForeignKey> foreignKeys) {
    var parts = new ArrayList<String>();
    for (var column : table.columns()) parts.add(columnWithKey(column, table));
    table.primaryKey().filter(it -> !isBehindColumn(it, table)).map(keys::of).ifPresent(parts::add);
    table.uniqueKeys().stream().map(keys::of).forEach(parts::add);
    foreignKeys.stream().map(keys::of).forEach(parts::add);
    table.checks().stream().map(keys::of).forEach(parts::add);
    var inside = table.indexes().stream().filter(it -> belongsInTable(it, table)).toList();
    inside.forEach(it -> parts.add(indexes.inTable(table.name(), it)));
    var statements = new ArrayList<String>();
    statements.add(
        "CREATE TABLE "
            + name(table.name())
            + " (\n  "
            + String.join(",\n  ", parts)
            + "\n)"
            + tableOptions(table));
    for (var index : table.indexes()) {
      if (!inside.contains(index))
        statements.addAll(createIndex(table.name(), index, false, false));
    }
    statements.addAll(comments(table));
    return statements;
  }

  /** The column with what stands behind it of the table's primary key. */
  String columnWithKey(Column column, Table table) {
    var key = table.primaryKey().filter(it -> isBehindColumn(it, table));
    return column(column)
        + key.filter(it -> it.columns().contains(column.name()))
            .map(it -> " PRIMARY KEY")
            .orElse("");
  }

  /** A key of one column that has no name of its own stands behind the column. */
  boolean isBehindColumn(PrimaryKey key, Table table) {
    return key.name().isEmpty() && key.columns().size() == 1;
  }

  /** Does it have to be there at once? */
  boolean belongsInTable(Index index, Table table) {
    return false;
  }

  /** What stands behind the closing bracket. */
  String tableOptions(Table table) {
    return "";
  }

  /** Statements for the comments on a table that is new. */
  List<String> comments(Table table) {
    return List.of();
  }

  static String nullability(Column column) {
    // A column that numbers itself is never null, and says so itself.
    if (column.identity() != Identity.NONE) return "";
    return column.nullable() ? " NULL" : " NOT NULL";
  }

  static String generated(Generated generated) {
    return " GENERATED ALWAYS AS ("
        + generated.expression()
        + (generated.stored() ? ") STORED" : ") VIRTUAL");
  }

  final void onlyAutoIncrement(Column column) {
    if (column.identity() == Identity.NONE || column.identity() == Identity.AUTO_INCREMENT) return;
    throw sql.refused(
        "GENERATED AS IDENTITY", "column " + column.name(), "use AUTO_INCREMENT (autoIncrement)");
  }

  @Override
  public final String constraint(TableChange change) {
    if (change instanceof TableChange.AddPrimaryKey add) return keys.of(add.key());
    if (change instanceof TableChange.AddUnique add) return keys.of(add.key());
    if (change instanceof TableChange.AddForeignKey add) return keys.of(add.key());
    if (change instanceof TableChange.AddCheck add) return keys.of(add.check());
    throw new IllegalArgumentException("adds no key and no check: " + change);
  }

  @Override
  public final List<String> create(Catalog catalog) {
    var statements = new ArrayList<String>();
    catalog.enums().forEach(it -> statements.add(createEnum(it)));
    catalog.sequences().forEach(it -> statements.addAll(createSequence(it)));
    var later = new ArrayList<String>();
    var missing = new HashSet<String>();
    catalog.tables().forEach(it -> missing.add(it.name()));
    for (var table : CreationOrder.tables(catalog.tables())) {
      missing.remove(table.name());
      var forward = new ArrayList<TableChange>();
      var inline = new ArrayList<ForeignKey>();
      for (var key : table.foreignKeys()) {
        if (missing.contains(key.table()) && !sql.isSqlite()) {
          forward.add(new TableChange.AddForeignKey(key));
        } else inline.add(key);
      }
      statements.addAll(createTable(table, inline));
      later.addAll(alter(table.name(), forward, it -> Optional.of(table)));
    }
    statements.addAll(later);
    CreationOrder.views(catalog.views()).forEach(it -> statements.addAll(createView(it, false)));
    return statements;
  }

  @Override
  public final String dropTable(String table, boolean ifExists) {
    return "DROP TABLE " + ifExists(ifExists) + name(table);
  }

  @Override
  public String renameTable(String from, String to) {
    return "ALTER TABLE " + name(from) + " RENAME TO " + newName("table", from, to);
  }

  /** The new name of something that stays in its schema. */
  final String newName(String kind, String from, String to) {
    if (Identifiers.schemaOf(from).equals(Identifiers.schemaOf(to))) {
      return sql.quote(Identifiers.bare(to));
    }
    throw sql.refused(
        "renaming into another schema",
        kind + " " + from + " to " + to,
        "write the schema in front of both names, or move it with a statement of your own");
  }

  @Override
  public List<String> createIndex(
      String table, Index index, boolean ifNotExists, boolean concurrently) {
    return List.of(indexes.create(table, index, ifNotExists ? "IF NOT EXISTS " : ""));
  }

  @Override
  public List<String> renameIndex(
      String table, String from, String to, Function<String, Optional<Table>> current) {
    return List.of(
        "ALTER TABLE " + name(table) + " RENAME INDEX " + sql.quote(from) + " TO " + sql.quote(to));
  }

  @Override
  public List<String> createSequence(Sequence sequence) {
    throw sequences(sequence.name());
  }

  @Override
  public List<String> alterSequence(Sequence sequence) {
    throw sequences(sequence.name());
  }

  @Override
  public String dropSequence(String sequence) {
    throw sequences(sequence);
  }

  @Override
  public String renameSequence(String from, String to) {
    throw sequences(from);
  }

  private RuntimeException sequences(String name) {
    return sql.refused(
        "sequences", "sequence " + name, "number the rows of a table with AUTO_INCREMENT instead");
  }

  @Override
  public String createEnum(EnumType type) {
    throw enums(type.name());
  }

  @Override
  public String dropEnum(String type) {
    throw enums(type);
  }

  @Override
  public String addEnumValue(String type, String value, Optional<String> before) {
    throw enums(type);
  }

  @Override
  public String renameEnumValue(String type, String from, String to) {
    throw enums(type);
  }

  private RuntimeException enums(String name) {
    return sql.refused(
        "types with a list of values",
        "type " + name,
        sql.isMysqlLike()
            ? "give the column the type enum('a', 'b')"
            : "use a text column with a check");
  }

  @Override
  public String createSchema(String schema) {
    return "CREATE SCHEMA " + sql.quote(schema);
  }

  @Override
  public String dropSchema(String schema) {
    return "DROP SCHEMA " + sql.quote(schema);
  }

  @Override
  public List<String> createView(View view, boolean replace) {
    if (view.materialized()) throw materialized(view.name());
    return List.of("CREATE " + (replace ? "OR REPLACE " : "") + "VIEW " + viewBody(view));
  }

  @Override
  public String dropView(String view, boolean materialized) {
    if (materialized) throw materialized(view);
    return "DROP VIEW " + name(view);
  }

  /** Its name and its query, which some engines print with a semicolon at the end. */
  final String viewBody(View view) {
    return name(view.name()) + " AS " + view.definition().strip().replaceFirst("\\s*;$", "");
  }

  final RuntimeException materialized(String view) {
    return sql.refused(
        "materialised views", "view " + view, "use a view, or a table that you fill yourself");
  }

  static String ifExists(boolean ifExists) {
    return ifExists ? "IF EXISTS " : "";
  }
}
