package dev.mdb.schema;

import java.util.Optional;

/** Keys and checks as they stand in a table. */
final class KeyText {
  private final SqlText sql;

  KeyText(SqlText sql) {
    this.sql = sql;
  }

  String of(PrimaryKey key) {
    return named(key.name()) + "PRIMARY KEY " + sql.list(key.columns());
  }

  String of(UniqueKey key) {
    return named(key.name()) + "UNIQUE " + sql.list(key.columns());
  }

  String of(ForeignKey key) {
    return named(key.name()) + "FOREIGN KEY " + sql.list(key.columns()) + " " + references(key);
  }

  String of(Check check) {
    return named(check.name()) + "CHECK (" + check.expression() + ")";
  }

  /** {@code CONSTRAINT name}, or nothing. */
  String named(Optional<String> name) {
    return name.map(it -> "CONSTRAINT " + sql.quote(it) + " ").orElse("");
  }

  String references(ForeignKey key) {
    // SQLite refers within the same database file, and takes no schema here.
    var target = sql.isSqlite() ? sql.quote(Identifiers.bare(key.table())) : sql.name(key.table());
    return "REFERENCES "
        + target
        + (key.targetColumns().isEmpty() ? "" : " " + sql.list(key.targetColumns()))
        + action(key, "DELETE", key.onDelete())
        + action(key, "UPDATE", key.onUpdate())
        + deferral(key);
  }

  private String action(ForeignKey key, String event, ReferenceAction action) {
    if (action == ReferenceAction.NO_ACTION) return "";
    if (action == ReferenceAction.SET_DEFAULT && sql.isMysqlLike()) {
      throw sql.refused(
          "ON " + event + " SET DEFAULT",
          describe(key),
          "use SET NULL, or a trigger that writes the default");
    }
    return " ON " + event + " " + action.sql();
  }

  private String deferral(ForeignKey key) {
    if (key.deferral() == ForeignKey.Deferral.NOT_DEFERRABLE) return "";
    if (sql.isMysqlLike()) {
      throw sql.refused(
          "deferrable foreign keys",
          describe(key),
          "leave it not deferrable on " + sql.dialect.title());
    }
    return key.deferral() == ForeignKey.Deferral.INITIALLY_DEFERRED
        ? " DEFERRABLE INITIALLY DEFERRED"
        : " DEFERRABLE INITIALLY IMMEDIATE";
  }

  private static String describe(ForeignKey key) {
    return "foreign key "
        + key.name().map(it -> it + " ").orElse("")
        + "from "
        + String.join(", ", key.columns())
        + " to "
        + key.table();
  }
}
