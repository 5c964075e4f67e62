package dev.mdb.resource.sqlite;

/** What stands between two commas of a {@code CREATE TABLE}. */
sealed interface Definition permits ColumnText, Clause {
  /** With the spaces and comments in front of it. */
  String text();
}
