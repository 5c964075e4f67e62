package dev.mdb.resource.sqlite;

import dev.mdb.resource.sqlite.Clause.Kind;
import dev.mdb.resource.sqlite.TableText.Item;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Reads a {@code CREATE TABLE} token by token. Source: the grammar in SQLite's {@code parse.y}; it
 * allows more than its documentation tells: constraints without commas between them, a constraint's
 * name without the constraint.
 */
final class TableTextParser {
  private final Cursor cursor;

  TableTextParser(String sql) {
    cursor = new Cursor(sql);
  }

  /**
   * @throws Cursor.Unreadable for anything else
   */
  TableText parse() {
    cursor.expect("CREATE");
    if (!cursor.skip("TEMP")) cursor.skip("TEMPORARY");
    cursor.expect("TABLE");
    cursor.skip("IF", "NOT", "EXISTS");
    var head = head();
    var name = cursor.name();
    int from = cursor.place();
    cursor.expect("(");
    var open = cursor.since(from);
    var items = new ArrayList<Item>();
    do {
      items.add(new Item(column(), separator()));
    } while (!isAtConstraint() && !cursor.isAt(")"));
    while (!cursor.isAt(")")) items.add(new Item(clause(true), separator()));
    return new TableText(head, name, open, items, cursor.rest());
  }

  /** With the name of a schema, if there is one. */
  private String head() {
    int name = cursor.place();
    cursor.name();
    if (!cursor.skip(".")) cursor.back(name);
    cursor.gap();
    return cursor.since(0);
  }

  private boolean isAtConstraint() {
    return cursor.isAt("CONSTRAINT", "PRIMARY", "UNIQUE", "CHECK", "FOREIGN");
  }

  /** A comment behind the comma tells of what stands in front of it. */
  private String separator() {
    if (!cursor.isAt(",")) return "";
    int from = cursor.place();
    cursor.next();
    cursor.restOfLine();
    return cursor.since(from);
  }

  private ColumnText column() {
    var lead = cursor.gap();
    var name = cursor.name();
    var type = type();
    var clauses = new ArrayList<Clause>();
    while (!cursor.isAt(",", ")")) clauses.add(clause(false));
    return new ColumnText(lead, name, type, clauses);
  }

  private String type() {
    int from = cursor.place();
    while (cursor.peek().isName() && !isAtColumnConstraint()) cursor.next();
    if (cursor.place() > from && cursor.isAt("(")) cursor.brackets();
    return cursor.since(from);
  }

  private boolean isAtColumnConstraint() {
    if (cursor.isAt("GENERATED")) {
      int from = cursor.place();
      boolean generated = cursor.skip("GENERATED", "ALWAYS", "AS");
      cursor.back(from);
      return generated;
    }
    return cursor.isAt(
        "CONSTRAINT",
        "PRIMARY",
        "NOT",
        "NULL",
        "UNIQUE",
        "CHECK",
        "DEFAULT",
        "COLLATE",
        "REFERENCES",
        "AS");
  }

  private Clause clause(boolean ofTable) {
    int from = cursor.place();
    Optional<String> name = Optional.empty();
    if (cursor.skip("CONSTRAINT")) name = Optional.of(cursor.name().name());
    int body = cursor.place();
    boolean alone = name.isPresent() && (cursor.isAt(",", ")", "CONSTRAINT"));
    var kind = alone ? Kind.NAME_ONLY : ofTable ? tableClause() : columnClause();
    return new Clause(kind, name, cursor.since(from), cursor.since(body).stripLeading());
  }

  private Kind tableClause() {
    var word = cursor.next();
    switch (word.upper()) {
      case "PRIMARY":
        cursor.expect("KEY");
        cursor.brackets();
        conflict();
        return Kind.PRIMARY_KEY;
      case "UNIQUE":
        cursor.brackets();
        conflict();
        return Kind.UNIQUE;
      case "CHECK":
        cursor.brackets();
        conflict();
        return Kind.CHECK;
      case "FOREIGN":
        cursor.expect("KEY");
        cursor.brackets();
        cursor.expect("REFERENCES");
        reference();
        return Kind.FOREIGN_KEY;
      default:
        throw new Cursor.Unreadable("a constraint is wanted at '" + word.text() + "'");
    }
  }

  private Kind columnClause() {
    var word = cursor.next();
    switch (word.upper()) {
      case "PRIMARY":
        cursor.expect("KEY");
        if (!cursor.skip("ASC")) cursor.skip("DESC");
        conflict();
        cursor.skip("AUTOINCREMENT");
        return Kind.PRIMARY_KEY;
      case "NOT":
        cursor.expect("NULL");
        conflict();
        return Kind.NOT_NULL;
      case "NULL":
        conflict();
        return Kind.NULL;
      case "UNIQUE":
        conflict();
        return Kind.UNIQUE;
      case "CHECK":
        cursor.brackets();
        conflict();
        return Kind.CHECK;
      case "DEFAULT":
        value();
        return Kind.DEFAULT;
      case "COLLATE":
        cursor.name();
        return Kind.COLLATE;
      case "REFERENCES":
        reference();
        return Kind.FOREIGN_KEY;
      case "GENERATED":
        cursor.expect("ALWAYS");
        cursor.expect("AS");
        return generated();
      case "AS":
        return generated();
      default:
        throw new Cursor.Unreadable("a constraint is wanted at '" + word.text() + "'");
    }
  }

  private Kind generated() {
    cursor.brackets();
    if (!cursor.skip("STORED")) cursor.skip("VIRTUAL");
    return Kind.GENERATED;
  }

  private void value() {
    if (cursor.isAt("(")) {
      cursor.brackets();
      return;
    }
    if (!cursor.skip("+")) cursor.skip("-");
    cursor.next();
  }

  private void conflict() {
    if (cursor.skip("ON", "CONFLICT")) cursor.next();
  }

  private void reference() {
    cursor.name();
    if (cursor.isAt("(")) cursor.brackets();
    while (referenceOption()) {}
  }

  private boolean referenceOption() {
    if (cursor.skip("MATCH")) {
      cursor.name();
      return true;
    }
    if (cursor.skip("ON")) {
      cursor.next();
      if (cursor.skip("SET") || cursor.skip("NO")) cursor.next();
      else cursor.next();
      return true;
    }
    if (!cursor.skip("NOT", "DEFERRABLE") && !cursor.skip("DEFERRABLE")) return false;
    if (cursor.skip("INITIALLY")) cursor.next();
    return true;
  }
}
