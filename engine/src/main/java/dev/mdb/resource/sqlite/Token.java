package dev.mdb.resource.sqlite;

import java.util.Locale;

/**
 * A piece of SQLite's SQL.
 *
 * @param text as it is written
 */
record Token(Kind kind, String text) {
  enum Kind {
    /** Spaces and comments. */
    GAP,
    /** A name or keyword without quotes. */
    WORD,
    /** A name in double quotes, backticks or square brackets. */
    QUOTED,
    STRING,
    NUMBER,
    /** A bracket, a comma, an operator. */
    SIGN
  }

  boolean is(String keywordOrSign) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(keywordOrSign);
  }

  /** A string may stand where a name is wanted. */
  boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED || kind == Kind.STRING;
  }

  boolean isComment() {
    return kind == Kind.GAP && (text.startsWith("--") || text.startsWith("/*"));
  }

  /** The name without its quotes. */
  String name() {
    if (kind == Kind.WORD) return text;
    char close = text.charAt(text.length() - 1);
    var inner = text.substring(1, text.length() - 1);
    return close == ']' ? inner : inner.replace("" + close + close, String.valueOf(close));
  }

  /** Is it this name, as SQLite compares names? */
  boolean isNamed(String name) {
    return (kind == Kind.WORD || kind == Kind.QUOTED) && Names.same(name(), name);
  }

  String upper() {
    return text.toUpperCase(Locale.ROOT);
  }
}
