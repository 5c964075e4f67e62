package dev.mdb.resource.sqlite;

import java.util.Optional;

/**
 * A constraint of a column or of a table.
 *
 * @param name after {@code CONSTRAINT}
 * @param text with what stands in front of it, spaces and comments too
 * @param body without its name: {@code CHECK (price > 0)}
 */
record Clause(Kind kind, Optional<String> name, String text, String body) implements Definition {
  enum Kind {
    PRIMARY_KEY,
    NOT_NULL,
    NULL,
    UNIQUE,
    CHECK,
    DEFAULT,
    COLLATE,
    FOREIGN_KEY,
    GENERATED,
    /** {@code CONSTRAINT name} and nothing after it, which SQLite allows. */
    NAME_ONLY
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isNamed(String wanted) {
    return name.filter(each -> Names.same(each, wanted)).isPresent();
  }

  /** The same constraint under another name. */
  Clause renamed(String to) {
    var lead = new Cursor(text).gap();
    var named = "CONSTRAINT " + Expressions.name(to) + " " + body;
    return new Clause(kind, Optional.of(to), lead + named, body);
  }

  @Override
  public Clause onLine(boolean ofItsOwn) {
    return new Clause(kind, name, Definition.onLine(text, ofItsOwn), body);
  }

  Clause withLead(String lead) {
    return new Clause(kind, name, lead + text.stripLeading(), body);
  }

  /** The same of another body. */
  Clause withBody(String other) {
    var before = text.substring(0, text.length() - body.length());
    return new Clause(kind, name, before + other, other);
  }

  Cursor cursor() {
    return new Cursor(body);
  }
}
