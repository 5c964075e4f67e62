package dev.mdb.schema;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code CREATE INDEX}. */
final class IndexText {
  private static final Pattern NULLS =
      Pattern.compile("\\s*\\b(NULLS\\s+(?:FIRST|LAST))\\s*$", Pattern.CASE_INSENSITIVE);

  /** What MySQL and MariaDB call kinds of index and not methods. */
  private static final Set<String> KINDS = Set.of("FULLTEXT", "SPATIAL");

  private final SqlText sql;

  IndexText(SqlText sql) {
    this.sql = sql;
  }

  /**
   * @param modifiers between {@code INDEX} and its name, with a space at the end, or empty
   */
  String create(String table, Index index, String modifiers) {
    check(table, index);
    return "CREATE "
        + kind(index)
        + "INDEX "
        + modifiers
        + indexName(table, index)
        + (sql.isMysqlLike() ? method(index) : "")
        + " ON "
        + (sql.isSqlite() ? sql.quote(Identifiers.bare(table)) : sql.name(table))
        + (sql.isPostgres() ? method(index) : "")
        + " "
        + parts(index)
        + (index.include().isEmpty() ? "" : " INCLUDE " + sql.list(index.include()))
        + index.predicate().map(it -> " WHERE " + it).orElse("");
  }

  /** As a part of {@code CREATE TABLE}, which MySQL and MariaDB alone have. */
  String inTable(String table, Index index) {
    check(table, index);
    return kind(index) + "INDEX " + sql.quote(index.name()) + method(index) + " " + parts(index);
  }

  /**
   * PostgreSQL takes the schema of the table and no other; SQLite wants it on the index instead.
   */
  private String indexName(String table, Index index) {
    if (sql.isSqlite()) return sql.name(Identifiers.beside(table, index.name()));
    return sql.quote(sql.isPostgres() ? Identifiers.bare(index.name()) : index.name());
  }

  private String kind(Index index) {
    if (isKind(index)) return index.method().orElseThrow().toUpperCase(Locale.ROOT) + " ";
    return index.unique() ? "UNIQUE " : "";
  }

  private String method(Index index) {
    return isKind(index) ? "" : index.method().map(it -> " USING " + it).orElse("");
  }

  private boolean isKind(Index index) {
    return sql.isMysqlLike()
        && index.method().filter(it -> KINDS.contains(it.toUpperCase(Locale.ROOT))).isPresent();
  }

  private String parts(Index index) {
    return index.parts().stream().map(this::part).collect(Collectors.joining(", ", "(", ")"));
  }

  /** The direction goes behind a collation or an operator class, and before NULLS FIRST. */
  private String part(Index.Part part) {
    var nulls = NULLS.matcher(part.qualifier());
    var hasNulls = nulls.find();
    var qualifier = hasNulls ? part.qualifier().substring(0, nulls.start()) : part.qualifier();
    // MySQL's length of a prefix belongs to the name.
    var space = qualifier.isEmpty() || qualifier.startsWith("(") ? "" : " ";
    return (part.isExpression() ? "(" + part.text() + ")" : sql.quote(part.text()))
        + space
        + qualifier
        + (part.descending() ? " DESC" : "")
        + (hasNulls ? " " + nulls.group(1) : "");
  }

  private void check(String table, Index index) {
    var where = "index " + index.name() + " of " + table;
    if (index.predicate().isPresent() && sql.isMysqlLike()) {
      throw sql.refused(
          "partial indexes",
          where,
          "index the whole column, or a generated column that is null for the other rows");
    }
    if (sql.dialect == Dialect.MARIADB
        && index.parts().stream().anyMatch(Index.Part::isExpression)) {
      throw sql.refused(
          "indexes on expressions",
          where,
          "add a generated column with the expression and index that");
    }
    if (index.method().isPresent() && sql.isSqlite()) {
      throw sql.refused("choice of index methods", where, "leave the method out");
    }
    if (!index.include().isEmpty() && !sql.isPostgres()) {
      throw sql.refused(
          "INCLUDE in indexes",
          where,
          "leave the columns out, or put them at the end of the index");
    }
  }
}
