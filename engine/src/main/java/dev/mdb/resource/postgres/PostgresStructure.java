package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The state of a database's catalogs. Every change of the structure writes a row there, and the
 * server marks each row with the transaction that wrote it: so the marks of all rows tell whether
 * anything changed. Left out are the server's own objects, temporary ones, and indexes that are not
 * valid, which is what {@code CREATE INDEX CONCURRENTLY} leaves behind when it fails: it has not
 * happened then.
 */
final class PostgresStructure {
  /** Objects of users have higher numbers. */
  private static final int FIRST_NORMAL_OBJECT = 16_384;

  private static final String OTHERS =
      "SELECT oid FROM pg_catalog.pg_class c WHERE c.oid < "
          + FIRST_NORMAL_OBJECT
          + " OR c.relpersistence = 't'"
          + " OR c.relnamespace IN"
          + " (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname LIKE 'pg\\_%temp\\_%')"
          + " OR c.oid IN (SELECT indexrelid FROM pg_catalog.pg_index WHERE NOT indisvalid)";

  /** Catalogs of what belongs to a table, view or index, with the column that says to which. */
  private static final List<String> PARTS =
      List.of(
          "pg_class.oid",
          "pg_attribute.attrelid",
          "pg_attrdef.adrelid",
          "pg_index.indexrelid",
          "pg_trigger.tgrelid",
          "pg_rewrite.ev_class",
          "pg_constraint.conrelid",
          "pg_policy.polrelid");

  /** Catalogs of what stands by itself. */
  private static final List<String> OBJECTS =
      List.of("pg_namespace", "pg_proc", "pg_enum", "pg_extension", "pg_collation");

  private static final String ALL =
      PARTS.stream().map(PostgresStructure::ofTable).collect(Collectors.joining(" UNION ALL "))
          + OBJECTS.stream().map(PostgresStructure::ofObject).collect(Collectors.joining())
          + " UNION ALL SELECT 'pg_type' || oid || '.' || xmin FROM pg_catalog.pg_type"
          + " WHERE typrelid = 0 AND typelem = 0 AND oid >= "
          + FIRST_NORMAL_OBJECT
          + " UNION ALL SELECT 'pg_description' || objoid || '.' || objsubid || '.' || xmin"
          + " FROM pg_catalog.pg_description WHERE objoid >= "
          + FIRST_NORMAL_OBJECT;

  private static final String DIGEST =
      "WITH other (id) AS ("
          + OTHERS
          + "), entry (mark) AS ("
          + ALL
          + ")"
          + " SELECT encode(sha256(convert_to(coalesce(string_agg(mark, ',' ORDER BY mark), ''),"
          + " 'UTF8')), 'hex') FROM entry";

  private PostgresStructure() {}

  static String read(Connection connection) throws SQLException {
    return Sql.first(connection, DIGEST, row -> row.getString(1)).orElseThrow();
  }

  private static String ofTable(String part) {
    var table = part.substring(0, part.indexOf('.'));
    var owner = part.substring(part.indexOf('.') + 1);
    var column = table.equals("pg_attribute") ? " || '.' || attnum" : "";
    return "SELECT '%s' || %s%s || '.' || xmin FROM pg_catalog.%s WHERE %s NOT IN (SELECT id FROM other)"
        .formatted(table, owner, column, table, owner);
  }

  private static String ofObject(String table) {
    return " UNION ALL SELECT '%s' || oid || '.' || xmin FROM pg_catalog.%s WHERE oid >= %d"
            .formatted(table, table, FIRST_NORMAL_OBJECT)
        + (table.equals("pg_namespace") ? " AND nspname NOT LIKE 'pg\\_%temp\\_%'" : "");
  }
}
