package dev.mdb.resource.sqlite;

import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.schema.Check;
import dev.mdb.schema.Column;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Identity;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.Table;
import dev.mdb.schema.UniqueKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes a table of the texts that SQLite keeps of it. Types, defaults and expressions are written
 * in one way, so that what SQLite takes for the same is the same; a column of the primary key
 * counts as not null, as everywhere else, although SQLite lets some be null.
 */
final class TableReader {
  static final String BINARY = "BINARY";

  private final TableText text;
  private final List<IndexText> indexes;
  private final Function<String, Optional<TableText>> tables;
  private final List<String> names;

  /**
   * @param tables finds the tables that foreign keys refer to
   */
  TableReader(
      TableText text, List<IndexText> indexes, Function<String, Optional<TableText>> tables) {
    this.text = text;
    this.indexes = indexes;
    this.tables = tables;
    this.names = text.columnNames();
  }

  Table read() {
    var key = primaryKey(text);
    return new Table(
        text.name(),
        text.columns().stream().map(column -> column(column, key)).toList(),
        key,
        uniqueKeys(),
        foreignKeys(),
        checks(),
        indexes.stream().map(index -> index.index(text)).toList(),
        Optional.empty());
  }

  private Column column(ColumnText column, Optional<PrimaryKey> key) {
    boolean ofKey = key.filter(each -> Names.contains(each.columns(), column.name())).isPresent();
    return new Column(
        column.name(),
        type(column.type()),
        !ofKey && column.clause(Kind.NOT_NULL).isEmpty(),
        column.clause(Kind.DEFAULT).flatMap(this::defaultValue),
        isNumbered(column) ? Identity.AUTO_INCREMENT : Identity.NONE,
        column.clause(Kind.GENERATED).map(this::generated),
        collation(column).filter(name -> !name.equals(BINARY)),
        Optional.empty());
  }

  /** In upper case, since SQLite does not look at the case: {@code DECIMAL(10, 2)}. */
  static String type(String written) {
    var type = new StringBuilder();
    for (var token : Tokens.significant(written)) {
      boolean close = token.is("(") || token.is(")") || token.is(",");
      boolean after = !type.isEmpty() && "(-+".indexOf(type.charAt(type.length() - 1)) >= 0;
      if (!type.isEmpty() && !close && !after) type.append(' ');
      type.append(token.isName() ? token.name().toUpperCase(Locale.ROOT) : token.text());
    }
    return type.toString();
  }

  static boolean isNumbered(ColumnText column) {
    return column
        .clause(Kind.PRIMARY_KEY)
        .filter(key -> Expressions.mentions(key.body(), "AUTOINCREMENT"))
        .isPresent();
  }

  /** {@code DEFAULT NULL} is as good as none. */
  private Optional<String> defaultValue(Clause clause) {
    var cursor = clause.cursor();
    cursor.expect("DEFAULT");
    var value = Expressions.canonical(cursor.rest(), names);
    return Optional.of(value).filter(each -> !each.equals("NULL"));
  }

  private Generated generated(Clause clause) {
    var cursor = clause.cursor();
    cursor.skip("GENERATED", "ALWAYS");
    cursor.expect("AS");
    var expression = Expressions.canonical(cursor.brackets(), names);
    return new Generated(expression, cursor.skip("STORED"));
  }

  static Optional<String> collation(ColumnText column) {
    return column.clause(Kind.COLLATE).map(TableReader::collation);
  }

  private static String collation(Clause clause) {
    var cursor = clause.cursor();
    cursor.expect("COLLATE");
    return collationName(cursor.name());
  }

  static String collationName(Token written) {
    return written.name().toUpperCase(Locale.ROOT);
  }

  static Optional<PrimaryKey> primaryKey(TableText text) {
    for (var column : text.columns()) {
      var clause = column.clause(Kind.PRIMARY_KEY);
      if (clause.isPresent()) {
        return Optional.of(new PrimaryKey(clause.get().name(), List.of(column.name())));
      }
    }
    return text.clauses().stream()
        .filter(clause -> clause.is(Kind.PRIMARY_KEY))
        .findFirst()
        .map(clause -> new PrimaryKey(clause.name(), keyColumns(text, clause)));
  }

  /** By the names that the table has for them. */
  static List<String> keyColumns(TableText text, Clause clause) {
    var cursor = clause.cursor();
    while (!cursor.isAt("(")) cursor.next();
    return Cursor.list(cursor.brackets()).stream()
        .map(part -> Tokens.significant(part).get(0).name())
        .map(name -> text.column(name).map(ColumnText::name).orElse(name))
        .toList();
  }

  private List<UniqueKey> uniqueKeys() {
    var keys = new ArrayList<UniqueKey>();
    for (var column : text.columns()) {
      for (var clause : column.clauses(Kind.UNIQUE)) {
        keys.add(new UniqueKey(clause.name(), List.of(column.name())));
      }
    }
    for (var clause : text.clauses()) {
      if (clause.is(Kind.UNIQUE)) keys.add(new UniqueKey(clause.name(), keyColumns(text, clause)));
    }
    return keys;
  }

  private List<Check> checks() {
    return text.allClauses().stream()
        .filter(clause -> clause.is(Kind.CHECK))
        .map(clause -> new Check(clause.name(), check(clause, names)))
        .toList();
  }

  /** The expression of a check. */
  static String check(Clause clause, List<String> columns) {
    var cursor = clause.cursor();
    cursor.expect("CHECK");
    return Expressions.canonical(cursor.brackets(), columns);
  }

  /** Does the column that this key consists of stand for the rowid, or would it? */
  static boolean isInteger(TableText text, List<String> key) {
    if (key.size() != 1 || !text.hasRowid()) return false;
    return text.column(key.get(0)).filter(each -> type(each.type()).equals("INTEGER")).isPresent();
  }

  /** {@code INTEGER PRIMARY KEY}; with {@code DESC} behind it, it is a key like any other. */
  static boolean hasRowidColumn(TableText text) {
    boolean descending =
        text.columns().stream()
            .flatMap(column -> column.clause(Kind.PRIMARY_KEY).stream())
            .anyMatch(key -> Expressions.mentions(key.body(), "DESC"));
    return !descending
        && primaryKey(text).filter(key -> isInteger(text, key.columns())).isPresent();
  }

  private List<ForeignKey> foreignKeys() {
    var keys = new ArrayList<ForeignKey>();
    for (var column : text.columns()) {
      for (var clause : column.clauses(Kind.FOREIGN_KEY)) {
        keys.add(Reference.of(clause).key(clause.name(), List.of(column.name()), tables));
      }
    }
    for (var clause : text.clauses()) {
      if (!clause.is(Kind.FOREIGN_KEY)) continue;
      keys.add(Reference.of(clause).key(clause.name(), keyColumns(text, clause), tables));
    }
    return keys;
  }
}
