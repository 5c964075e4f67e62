package dev.mdb.resource.sqlite;

import java.util.Optional;

/**
 * A constraint of a column or of a table.
 *
 * @param name after {@code CONSTRAINT}
 * @param text with what stands in front of it, spaces and comments too
 * @param body without its name: {@code CHECK (price > 0)}
 */
record Clause(Kind kind, Optional<String> name, String text, String body) {
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

  /** One that is written anew, behind a space. */
  static Clause of(Kind kind, Optional<String> name, String body) {
    var named = name.map(each -> "CONSTRAINT " + Names.quote(each) + " ").orElse("");
    return new Clause(kind, name, " " + named + body, body);
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  boolean isNamed(String wanted) {
    return name.filter(each -> Names.same(each, wanted)).isPresent();
  }

  /** The same constraint under another name. */
  Clause renamed(String to) {
    int start = text.length() - text.stripLeading().length();
    var named = " CONSTRAINT " + Names.quote(to) + " " + body;
    return new Clause(kind, Optional.of(to), text.substring(0, start) + named.strip(), body);
  }

  Cursor cursor() {
    return new Cursor(body);
  }
}
