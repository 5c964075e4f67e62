package dev.mdb.resource.postgres;

import dev.mdb.resource.postgres.PostgresTables.Found;
import dev.mdb.schema.Check;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.ForeignKey.Deferral;
import dev.mdb.schema.PrimaryKey;
import dev.mdb.schema.ReferenceAction;
import dev.mdb.schema.UniqueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The constraints of all tables of a scope, by name. */
final class PostgresConstraints {
  private static final String CONSTRAINTS =
      """
      SELECT k.conrelid, k.conname AS name, k.contype AS kind, k.condeferrable, k.condeferred,
        k.confupdtype, k.confdeltype, fn.nspname AS target_schema, f.relname AS target,
        pg_catalog.pg_get_expr(k.conbin, k.conrelid, true) AS expression,
        pg_catalog.pg_get_constraintdef(k.oid) AS definition,
        ARRAY(SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY p (number, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = p.number
          ORDER BY p.place) AS columns,
        ARRAY(SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY p (number, place)
          JOIN pg_catalog.pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.number
          ORDER BY p.place) AS target_columns
      FROM pg_catalog.pg_constraint k
      JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_catalog.pg_class f ON f.oid = k.confrelid
      LEFT JOIN pg_catalog.pg_namespace fn ON fn.oid = f.relnamespace
      WHERE (k.contype IN ('p', 'u', 'f', 'c', 'x') OR k.contype = 'n' AND NOT k.convalidated)
        AND k.conparentid = 0 AND {scope}
      ORDER BY k.conname COLLATE "C\"""";

  /** Of a key, all that it may consist of here. */
  private static final Pattern PLAIN_KEY = Pattern.compile("(PRIMARY KEY|UNIQUE) \\([^)]*\\)");

  /** What the definition of a foreign key or a check may have besides. */
  private static final Pattern MORE =
      Pattern.compile(
          "\\) MATCH FULL|ON DELETE SET (?:NULL|DEFAULT) \\([^)]*\\)|NO INHERIT$|NOT VALID$|NOT ENFORCED$");

  private final PostgresScope scope;

  private PostgresConstraints(PostgresScope scope) {
    this.scope = scope;
  }

  static List<Found> read(PostgresScope scope) throws SQLException {
    return scope.relations(CONSTRAINTS, new PostgresConstraints(scope)::found);
  }

  private Found found(ResultSet row) throws SQLException {
    long table = row.getLong("conrelid");
    return switch (row.getString("kind")) {
      case "p" -> key(table, row, new PrimaryKey(name(row), list(row, "columns")));
      case "u" -> key(table, row, new UniqueKey(name(row), list(row, "columns")));
      case "f" -> noting(row, "foreign key", Found.of(table, foreignKey(row)));
      case "c" -> noting(row, "check", Found.of(table, check(row)));
      case "x" -> Found.unread(table, "exclusion constraint " + escaped(row) + " on %s");
      default -> Found.unread(table, "constraint " + escaped(row) + " on %s: NOT VALID");
    };
  }

  private static Found key(long table, ResultSet row, Object key) throws SQLException {
    var definition = row.getString("definition");
    var found = Found.of(table, key);
    if (PLAIN_KEY.matcher(definition).matches()) return found;
    return found.noting("key " + escaped(row) + " on %s: " + escaped(definition));
  }

  private static Found noting(ResultSet row, String what, Found found) throws SQLException {
    var more = MORE.matcher(row.getString("definition"));
    if (!more.find()) return found;
    var note = more.group().replaceFirst("^\\) ", "");
    return found.noting(what + " " + escaped(row) + " on %s: " + escaped(note));
  }

  private static String escaped(ResultSet row) throws SQLException {
    return escaped(row.getString("name"));
  }

  /** Notes are formats. */
  private static String escaped(String text) {
    return text.replace("%", "%%");
  }

  private ForeignKey foreignKey(ResultSet row) throws SQLException {
    return new ForeignKey(
        name(row),
        list(row, "columns"),
        scope.name(row.getString("target_schema"), row.getString("target")),
        list(row, "target_columns"),
        action(row.getString("confdeltype")),
        action(row.getString("confupdtype")),
        deferral(row.getBoolean("condeferrable"), row.getBoolean("condeferred")));
  }

  private static Check check(ResultSet row) throws SQLException {
    return new Check(name(row), PostgresText.settled(row.getString("expression")));
  }

  private static Optional<String> name(ResultSet row) throws SQLException {
    return Optional.of(row.getString("name"));
  }

  private static List<String> list(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static ReferenceAction action(String code) {
    return switch (code) {
      case "r" -> ReferenceAction.RESTRICT;
      case "c" -> ReferenceAction.CASCADE;
      case "n" -> ReferenceAction.SET_NULL;
      case "d" -> ReferenceAction.SET_DEFAULT;
      default -> ReferenceAction.NO_ACTION;
    };
  }

  private static Deferral deferral(boolean deferrable, boolean deferred) {
    if (!deferrable) return Deferral.NOT_DEFERRABLE;
    return deferred ? Deferral.INITIALLY_DEFERRED : Deferral.INITIALLY_IMMEDIATE;
  }
}
