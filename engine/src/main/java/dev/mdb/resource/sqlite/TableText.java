package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The {@code CREATE TABLE} that SQLite keeps of a table: its parts as they are written, so that one
 * can be changed and the rest stays letter by letter.
 *
 * @param head up to the table's name
 * @param writtenName with its quotes
 * @param open from behind the name up to the opening bracket, which is part of it
 * @param columns in the table's order
 * @param constraints of the table, without those of its columns
 * @param tail from the closing bracket on
 */
record TableText(
    String head,
    Token writtenName,
    String open,
    List<Item<ColumnText>> columns,
    List<Item<Clause>> constraints,
    String tail) {
  TableText {
    columns = List.copyOf(columns);
    constraints = List.copyOf(constraints);
  }

  /**
   * A part of the list.
   *
   * @param after the comma, and the comment behind it in the same line; empty for the last one
   */
  record Item<T>(T what, String after) {
    <R> Item<R> with(R other) {
      return new Item<>(other, after);
    }
  }

  static TableText parse(String sql) {
    return new TableTextParser(sql).parse();
  }

  String name() {
    return writtenName.name();
  }

  String text() {
    var text = new StringBuilder(head).append(writtenName.text()).append(open);
    for (var column : columns) text.append(column.what().text()).append(column.after());
    for (var constraint : constraints) {
      text.append(constraint.what().text()).append(constraint.after());
    }
    return text.append(tail).toString();
  }

  List<ColumnText> columnTexts() {
    return columns.stream().map(Item::what).toList();
  }

  List<Clause> tableClauses() {
    return constraints.stream().map(Item::what).toList();
  }

  Optional<ColumnText> column(String name) {
    return columnTexts().stream().filter(column -> Names.same(column.name(), name)).findFirst();
  }

  List<String> columnNames() {
    return columnTexts().stream().map(ColumnText::name).toList();
  }

  /** All constraints of a kind, of columns and of the table, in the order they are written. */
  List<Clause> clauses(Clause.Kind kind) {
    var found = new ArrayList<Clause>();
    columnTexts().forEach(column -> found.addAll(column.clauses(kind)));
    tableClauses().stream().filter(clause -> clause.is(kind)).forEach(found::add);
    return found;
  }

  /** {@code STRICT}, {@code WITHOUT ROWID}: the words behind the brackets. */
  List<String> options() {
    var words =
        Tokens.significant(tail).stream()
            .skip(1)
            .map(token -> token.is(",") ? "," : token.upper())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? List.of() : List.of(words.split(" , "));
  }

  boolean hasRowid() {
    return !options().contains("WITHOUT ROWID");
  }
}
