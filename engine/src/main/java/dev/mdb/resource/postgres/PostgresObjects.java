package dev.mdb.resource.postgres;

import dev.mdb.schema.EnumType;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.View;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What stands beside the tables of a scope: sequences, enums, views. */
final class PostgresObjects {
  /** Without those that number a column, and those of mdb's own tables, which do that too. */
  private static final String SEQUENCES =
      """
      SELECT n.nspname, c.relname, pg_catalog.format_type(s.seqtypid, NULL) AS type, s.seqstart,
        s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle
      FROM pg_catalog.pg_sequence s
      JOIN pg_catalog.pg_class c ON c.oid = s.seqrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE {scope} AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend w
        JOIN pg_catalog.pg_attribute a ON a.attrelid = w.refobjid AND a.attnum = w.refobjsubid
        LEFT JOIN pg_catalog.pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE w.classid = 'pg_catalog.pg_class'::regclass AND w.objid = c.oid
          AND w.refclassid = 'pg_catalog.pg_class'::regclass AND w.refobjsubid > 0
          AND (w.deptype = 'i' OR w.deptype = 'a' AND %s))"""
          .replace("%s", PostgresColumns.IS_SERIAL);

  private static final String ENUMS =
      """
      SELECT n.nspname, t.typname,
        ARRAY(SELECT e.enumlabel::text FROM pg_catalog.pg_enum e WHERE e.enumtypid = t.oid
          ORDER BY e.enumsortorder)
      FROM pg_catalog.pg_type t JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
      WHERE t.typtype = 'e' AND n.nspname = ANY (?) AND NOT {ofExtension pg_type t}""";

  private static final String VIEWS =
      """
      SELECT n.nspname, c.relname, pg_catalog.pg_get_viewdef(c.oid, true), c.relkind = 'm'
      FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('v', 'm') AND {scope}""";

  private final PostgresScope scope;

  PostgresObjects(PostgresScope scope) {
    this.scope = scope;
  }

  List<Sequence> sequences() throws SQLException {
    var found = scope.relations(SEQUENCES, this::sequence);
    return found.stream().sorted(Comparator.comparing(Sequence::name)).toList();
  }

  private Sequence sequence(ResultSet row) throws SQLException {
    var type = row.getString("type");
    boolean up = row.getLong("seqincrement") > 0;
    long least = row.getLong("seqmin");
    long most = row.getLong("seqmax");
    return new Sequence(
        name(row),
        Optional.of(type).filter(name -> !name.equals("bigint")),
        row.getLong("seqstart"),
        row.getLong("seqincrement"),
        unless(least, up ? 1 : -highest(type) - 1),
        unless(most, up ? highest(type) : -1),
        row.getLong("seqcache"),
        row.getBoolean("seqcycle"));
  }

  private static Optional<Long> unless(long value, long usual) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }

  private static long highest(String type) {
    int bits = type.equals("smallint") ? 15 : type.equals("integer") ? 31 : 63;
    return BigInteger.TWO.pow(bits).subtract(BigInteger.ONE).longValueExact();
  }

  List<EnumType> enums() throws SQLException {
    var found =
        scope.objects(
            ENUMS,
            row -> new EnumType(name(row), Arrays.asList((String[]) row.getArray(3).getArray())));
    return found.stream().sorted(Comparator.comparing(EnumType::name)).toList();
  }

  List<View> views() throws SQLException {
    var found =
        scope.relations(
            VIEWS,
            row -> new View(name(row), PostgresText.query(row.getString(3)), row.getBoolean(4)));
    return found.stream().sorted(Comparator.comparing(View::name)).toList();
  }

  private String name(ResultSet row) throws SQLException {
    return scope.name(row.getString(1), row.getString(2));
  }
}
