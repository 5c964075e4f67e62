package dev.mdb.resource.sqlite;

/** What stands between two commas of a {@code CREATE TABLE}. */
sealed interface Definition permits ColumnText, Clause {
  /** With the spaces and comments in front of it. */
  String text();

  /** With a line break in front of it, or without one. */
  Definition onLine(boolean ofItsOwn);

  static String onLine(String text, boolean ofItsOwn) {
    if (text.startsWith("\n") == ofItsOwn) return text;
    return ofItsOwn ? "\n" + text : text.substring(1);
  }
}
