package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The {@code CREATE TABLE} that SQLite keeps of a table: its parts as they are written, so that one
 * can be changed and the rest stays letter by letter.
 *
 * @param head up to the table's name
 * @param writtenName with its quotes
 * @param open from behind the name to the opening bracket
 * @param items columns in the table's order, then constraints
 * @param tail from behind the last of them
 */
record TableText(String head, Token writtenName, String open, List<Item> items, String tail) {
  TableText {
    items = List.copyOf(items);
  }

  /**
   * A part of the list.
   *
   * @param after what ends it: the comma and a comment behind it in the same line; empty for the
   *     last one, and between constraints that have no comma between them
   */
  record Item(Definition what, String after) {}

  /**
   * @throws Cursor.Unreadable for another statement
   */
  static TableText parse(String sql) {
    return new TableTextParser(sql).parse();
  }

  String name() {
    return writtenName.name();
  }

  String text() {
    return head
        + writtenName.text()
        + open
        + items.stream()
            .map(item -> item.what().text() + item.after())
            .collect(Collectors.joining())
        + tail;
  }

  List<ColumnText> columns() {
    return only(ColumnText.class);
  }

  /** Constraints of the table, without those of its columns. */
  List<Clause> clauses() {
    return only(Clause.class);
  }

  private <T extends Definition> List<T> only(Class<T> type) {
    return items.stream().map(Item::what).filter(type::isInstance).map(type::cast).toList();
  }

  Optional<ColumnText> column(String name) {
    return columns().stream().filter(column -> Names.same(column.name(), name)).findFirst();
  }

  List<String> columnNames() {
    return columns().stream().map(ColumnText::name).toList();
  }

  /** All constraints, of columns and of the table, in the order they are written. */
  List<Clause> allClauses() {
    var found = new ArrayList<Clause>();
    columns().forEach(column -> found.addAll(column.clauses()));
    found.addAll(clauses());
    return found;
  }

  boolean has(Clause.Kind kind) {
    return allClauses().stream().anyMatch(clause -> clause.is(kind));
  }

  /** {@code STRICT}, {@code WITHOUT ROWID}: the words behind the brackets. */
  List<String> options() {
    var words =
        Tokens.significant(tail).stream()
            .skip(1)
            .map(Token::upper)
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? List.of() : List.of(words.split(" , "));
  }

  boolean hasRowid() {
    return !options().contains("WITHOUT ROWID");
  }

  /** A statement of its own that makes this table under another name. */
  TableText named(String name) {
    var quoted = new Token(Token.Kind.QUOTED, Names.quote(name));
    return new TableText("CREATE TABLE ", quoted, open, items, tail);
  }

  private TableText with(List<Item> changed, String newTail) {
    return new TableText(head, writtenName, open, changed, newTail);
  }

  TableText withColumn(String name, UnaryOperator<ColumnText> change) {
    return with(
        items.stream()
            .map(
                item ->
                    item.what() instanceof ColumnText column && Names.same(column.name(), name)
                        ? new Item(change.apply(column), item.after())
                        : item)
            .toList(),
        tail);
  }

  /** With a constraint of the table in the place of another. */
  TableText withClause(Clause old, Clause changed) {
    return with(
        items.stream()
            .map(item -> item.what() == old ? new Item(changed, item.after()) : item)
            .toList(),
        tail);
  }

  /** Behind the last column. */
  TableText plus(ColumnText column) {
    int at = columns().size();
    var lead = isInLines() ? "\n" + indent() : " ";
    if (at == items.size()) return append(column.withLead(lead));
    var changed = new ArrayList<>(items);
    boolean newLine = items.get(at - 1).after().endsWith("\n");
    changed.add(at, new Item(column.withLead(newLine ? indent() : lead), ","));
    return with(changed, tail);
  }

  /** At the end. */
  TableText plus(Clause clause) {
    return append(isInLines() ? clause.withLead("\n" + indent()) : clause);
  }

  private boolean isInLines() {
    return text().contains("\n");
  }

  /** In front of the last column, in its line. */
  private String indent() {
    var columns = columns();
    var lead = columns.get(columns.size() - 1).lead();
    var line = lead.substring(lead.lastIndexOf('\n') + 1);
    return line.isBlank() ? line : " ";
  }

  /** What is said of the one that was the last stays behind it. */
  private TableText append(Definition added) {
    var changed = new ArrayList<>(items);
    var last = changed.remove(changed.size() - 1);
    var gap = gap(tail);
    boolean comment = !gap.isBlank();
    changed.add(new Item(last.what(), comment ? "," + gap.stripTrailing() : ","));
    changed.add(new Item(added, ""));
    return with(changed, comment ? "\n" + tail.substring(gap.length()) : tail);
  }

  private static String gap(String text) {
    return new Cursor(text).gap();
  }

  /** A comment that ends a line has the line break of what follows it. */
  private static Item follow(Item next, Item removed, String before) {
    if (before.endsWith("\n") == removed.after().endsWith("\n")) return next;
    return new Item(next.what().onLine(!before.endsWith("\n")), next.after());
  }

  TableText without(Definition unwanted) {
    return without(each -> each == unwanted);
  }

  /**
   * Asks for each as it stands then: one that follows another that went may have changed its line.
   */
  TableText without(Predicate<Definition> unwanted) {
    for (int at = 0; at < items.size(); at++) {
      if (unwanted.test(items.get(at).what())) return without(at).without(unwanted);
    }
    return this;
  }

  private TableText without(int at) {
    var changed = new ArrayList<>(items);
    var removed = changed.remove(at);
    if (at < changed.size()) {
      changed.set(at, follow(changed.get(at), removed, at == 0 ? open : items.get(at - 1).after()));
      return with(changed, tail);
    }
    var last = changed.remove(at - 1);
    changed.add(new Item(last.what(), ""));
    var ownGap = gap(tail);
    var lines = ownGap.contains("\n") ? "\n" : "";
    var kept = Tokens.join(Tokens.of(last.after()).stream().filter(it -> !it.is(",")).toList());
    var newTail = (kept.endsWith("\n") ? kept : kept + lines) + tail.substring(ownGap.length());
    return with(changed, newTail);
  }
}
