package dev.mdb.schema;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The smallest parts of a text in one dialect: names, literals, and the word that it has none. */
final class SqlText {
  final Dialect dialect;
  private final Identifiers identifiers;

  SqlText(Dialect dialect) {
    this.dialect = dialect;
    this.identifiers = new Identifiers(dialect);
  }

  boolean isPostgres() {
    return dialect == Dialect.POSTGRESQL;
  }

  boolean isSqlite() {
    return dialect == Dialect.SQLITE;
  }

  /** MySQL or MariaDB. */
  boolean isMysqlLike() {
    return dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
  }

  /** A single name: of a column, a constraint. */
  String quote(String name) {
    return identifiers.quote(name);
  }

  /** A name that may have a schema in front. */
  String name(String qualified) {
    return identifiers.name(qualified);
  }

  /** Columns between brackets. */
  String list(List<String> columns) {
    return columns.stream().map(this::quote).collect(Collectors.joining(", ", "(", ")"));
  }

  String literal(String text) {
    var escaped = text.replace("'", "''");
    // MySQL and MariaDB read a backslash as the beginning of an escape, unless told otherwise.
    return "'" + (isMysqlLike() ? escaped.replace("\\", "\\\\") : escaped) + "'";
  }

  /**
   * @param what {@code partial indexes}
   * @param where {@code index item_open of item}
   */
  MdbException refused(String what, String where, String help) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "not-in-dialect",
                dialect.title() + " has no " + what + ": " + where)
            .help(help));
  }
}
