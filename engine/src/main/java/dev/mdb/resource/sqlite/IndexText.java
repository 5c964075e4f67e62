package dev.mdb.resource.sqlite;

import dev.mdb.schema.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The {@code CREATE INDEX} that SQLite keeps of an index.
 *
 * @param parts as they are written, with collation and direction
 * @param where without the keyword
 */
record IndexText(
    String sql, boolean unique, String name, List<String> parts, Optional<String> where) {

  /**
   * @throws Cursor.Unreadable for anything else
   */
  static IndexText parse(String sql) {
    var cursor = new Cursor(sql);
    cursor.expect("CREATE");
    boolean unique = cursor.skip("UNIQUE");
    cursor.expect("INDEX");
    cursor.skip("IF", "NOT", "EXISTS");
    var name = cursor.name().name();
    if (cursor.skip(".")) name = cursor.name().name();
    cursor.expect("ON");
    cursor.name();
    var parts = Cursor.list(cursor.brackets());
    Optional<String> where = cursor.skip("WHERE") ? Optional.of(cursor.rest()) : Optional.empty();
    return new IndexText(sql, unique, name, parts, where);
  }

  boolean mentions(String column) {
    return parts.stream().anyMatch(part -> Expressions.mentions(part, column))
        || where.filter(condition -> Expressions.mentions(condition, column)).isPresent();
  }

  Index index(TableText table) {
    var columns = table.columnNames();
    return new Index(
        name,
        unique,
        parts.stream().map(part -> part(part, table)).toList(),
        Optional.empty(),
        where.map(condition -> Expressions.canonical(condition, columns)),
        List.of());
  }

  private static Index.Part part(String text, TableText table) {
    var tokens = new ArrayList<>(Tokens.significant(text));
    boolean descending = tokens.get(tokens.size() - 1).is("DESC");
    if (descending || tokens.get(tokens.size() - 1).is("ASC")) tokens.remove(tokens.size() - 1);
    var collation = collation(tokens);
    var words = String.join(" ", tokens.stream().map(Token::text).toList());
    var column =
        tokens.size() == 1 ? table.column(tokens.get(0).name()) : Optional.<ColumnText>empty();
    if (column.isEmpty()) {
      var expression = Expressions.canonical(words, table.columnNames());
      return new Index.Part(expression, true, descending, collate(collation));
    }
    var own = TableReader.collation(column.get()).orElse(TableReader.BINARY);
    var other = collation.filter(each -> !each.equals(own));
    return new Index.Part(column.get().name(), false, descending, collate(other));
  }

  /** Taken from the end of the tokens. */
  private static Optional<String> collation(List<Token> tokens) {
    int last = tokens.size() - 1;
    if (last < 2 || !tokens.get(last - 1).is("COLLATE")) return Optional.empty();
    var name = TableReader.collationName(tokens.remove(last));
    tokens.remove(last - 1);
    return Optional.of(name);
  }

  private static String collate(Optional<String> collation) {
    return collation.map(name -> "COLLATE " + name).orElse("");
  }
}
