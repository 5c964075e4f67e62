package dev.mdb.resource.postgres;

import dev.mdb.resource.postgres.PostgresTables.Found;
import dev.mdb.schema.Column;
import dev.mdb.schema.Generated;
import dev.mdb.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The columns of all tables of a scope, in the tables' order. */
final class PostgresColumns {
  /**
   * Is the column's default the next value of a sequence that it owns? With {@code a} the column,
   * {@code d} its default.
   */
  static final String IS_SERIAL =
      """
      EXISTS (SELECT 1 FROM pg_catalog.pg_depend o
        JOIN pg_catalog.pg_class s ON s.oid = o.objid AND s.relkind = 'S'
        WHERE o.classid = 'pg_catalog.pg_class'::regclass AND o.deptype = 'a'
          AND o.refclassid = 'pg_catalog.pg_class'::regclass
          AND o.refobjid = a.attrelid AND o.refobjsubid = a.attnum
          AND a.attnotnull AND a.atttypid IN ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
          AND pg_catalog.pg_get_expr(d.adbin, d.adrelid)
            = pg_catalog.format('nextval(%L::regclass)', s.oid::regclass::text))""";

  private static final String COLUMNS =
      """
      SELECT a.attrelid, a.attname AS name, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,
        NOT a.attnotnull AS nullable, a.attidentity AS identity, a.attgenerated AS generated,
        pg_catalog.pg_get_expr(d.adbin, d.adrelid, true) AS expression,
        CASE WHEN l.collnamespace = 'pg_catalog'::regnamespace
            OR pg_catalog.pg_collation_is_visible(l.oid) THEN l.collname
          ELSE l.collnamespace::regnamespace::text || '.' || l.collname END AS collation,
        pg_catalog.col_description(a.attrelid, a.attnum) AS comment,
        %s AS serial
      FROM pg_catalog.pg_attribute a
      JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
      LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      LEFT JOIN pg_catalog.pg_collation l
        ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
      WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND {scope}
      ORDER BY a.attrelid, a.attnum"""
          .replace("%s", IS_SERIAL);

  private PostgresColumns() {}

  static List<Found> read(PostgresScope scope) throws SQLException {
    return scope.relations(COLUMNS, row -> Found.of(row.getLong("attrelid"), column(row)));
  }

  private static Column column(ResultSet row) throws SQLException {
    var type = row.getString("type");
    var expression = Optional.ofNullable(row.getString("expression"));
    var generated = row.getString("generated");
    boolean computed = !generated.isEmpty();
    boolean serial = row.getBoolean("serial");
    return new Column(
        row.getString("name"),
        type,
        row.getBoolean("nullable"),
        computed || serial
            ? Optional.empty()
            : expression.flatMap(text -> PostgresText.defaultValue(text, type)),
        serial ? Identity.AUTO_INCREMENT : identity(row.getString("identity")),
        expression
            .filter(text -> computed)
            .map(text -> new Generated(PostgresText.settled(text), generated.equals("s"))),
        Optional.ofNullable(row.getString("collation")),
        Optional.ofNullable(row.getString("comment")));
  }

  private static Identity identity(String code) {
    return switch (code) {
      case "a" -> Identity.ALWAYS;
      case "d" -> Identity.BY_DEFAULT;
      default -> Identity.NONE;
    };
  }
}
