package dev.mdb.resource.postgres;

import java.sql.SQLException;
import java.util.List;

/** What is in a scope and has no place among the values, a line for each. */
final class PostgresUnread {
  /** The name of a relation of {@code c} as the values write it. */
  private static final String NAME =
      "CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || c.relname";

  private static final String OF_CLASS =
      " pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace";

  /** Tables that are listed and not read, and what tables have besides. */
  private static final String RELATIONS =
      """
      SELECT CASE WHEN c.relkind = 'f' THEN 'foreign table ' WHEN c.relispartition THEN 'partition '
          ELSE 'inherited table ' END || {name}
          || coalesce(' of ' || (SELECT string_agg(i.inhparent::regclass::text, ', ')
            FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid), '')
        FROM {class} WHERE {scope} AND (c.relkind = 'f' OR c.relkind IN ('r', 'p')
          AND EXISTS (SELECT 1 FROM pg_catalog.pg_inherits i WHERE i.inhrelid = c.oid))
      UNION ALL SELECT 'partitioning of ' || {name} || ' by ' || pg_catalog.pg_get_partkeydef(c.oid)
        FROM {class} WHERE {scope} AND c.relkind = 'p'
      UNION ALL SELECT 'unlogged table ' || {name}
        FROM {class} WHERE {scope} AND c.relkind = 'r' AND c.relpersistence = 'u'
      UNION ALL SELECT 'row security of ' || {name}
        FROM {class} WHERE {scope} AND c.relrowsecurity
      UNION ALL SELECT 'options of view ' || {name}
        FROM {class} WHERE {scope} AND c.relkind IN ('v', 'm') AND c.reloptions IS NOT NULL
      UNION ALL SELECT 'index ' || x.relname || ' on ' || {name}
        FROM {class} JOIN pg_catalog.pg_index i ON i.indrelid = c.oid
        JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid WHERE {scope} AND c.relkind = 'm'
      UNION ALL SELECT 'numbering of ' || {name} || '.' || a.attname || ': start ' || s.seqstart
          || ' increment ' || s.seqincrement || ' cache ' || s.seqcache
          || CASE WHEN s.seqcycle THEN ' cycle' ELSE '' END
        FROM pg_catalog.pg_sequence s JOIN pg_catalog.pg_depend w ON w.objid = s.seqrelid
          AND w.classid = 'pg_catalog.pg_class'::regclass
          AND w.refclassid = 'pg_catalog.pg_class'::regclass AND w.deptype IN ('a', 'i')
        JOIN {class} ON c.oid = w.refobjid
        JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum = w.refobjsubid
        WHERE {scope} AND (s.seqstart, s.seqincrement, s.seqcache, s.seqcycle) <> (1, 1, 1, false)
      UNION ALL SELECT 'trigger ' || g.tgname || ' on ' || {name}
        FROM pg_catalog.pg_trigger g JOIN {class} ON c.oid = g.tgrelid
        WHERE {scope} AND NOT g.tgisinternal
      UNION ALL SELECT 'rule ' || r.rulename || ' on ' || {name}
        FROM pg_catalog.pg_rewrite r JOIN {class} ON c.oid = r.ev_class
        WHERE {scope} AND r.rulename <> '_RETURN'
      UNION ALL SELECT 'policy ' || p.polname || ' on ' || {name}
        FROM pg_catalog.pg_policy p JOIN {class} ON c.oid = p.polrelid WHERE {scope}
      UNION ALL SELECT 'statistics ' || s.stxname || ' on ' || {name}
        FROM pg_catalog.pg_statistic_ext s JOIN {class} ON c.oid = s.stxrelid WHERE {scope}
      UNION ALL SELECT 'composite type ' || {name} FROM {class} WHERE {scope} AND c.relkind = 'c'"""
          .replace("{name}", NAME)
          .replace("{class}", OF_CLASS);

  private static final String OTHERS =
      """
      WITH n AS (SELECT oid, CASE WHEN nspname = current_schema() THEN '' ELSE nspname || '.' END
          AS prefix FROM pg_catalog.pg_namespace WHERE nspname = ANY (?))
      SELECT CASE p.prokind WHEN 'p' THEN 'procedure ' WHEN 'a' THEN 'aggregate '
          ELSE 'function ' END || n.prefix || p.proname || '('
          || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')'
        FROM pg_catalog.pg_proc p JOIN n ON n.oid = p.pronamespace
        WHERE NOT {ofExtension pg_proc p}
      UNION ALL SELECT CASE t.typtype WHEN 'd' THEN 'domain ' ELSE 'range type ' END
          || n.prefix || t.typname
        FROM pg_catalog.pg_type t JOIN n ON n.oid = t.typnamespace
        WHERE t.typtype IN ('d', 'r') AND NOT {ofExtension pg_type t}
      UNION ALL SELECT 'extension ' || e.extname FROM pg_catalog.pg_extension e
        WHERE e.extname <> 'plpgsql'""";

  private PostgresUnread() {}

  static List<String> read(PostgresScope scope) throws SQLException {
    var lines = scope.relations(RELATIONS, row -> row.getString(1));
    lines.addAll(scope.objects(OTHERS, row -> row.getString(1)));
    return lines;
  }
}
