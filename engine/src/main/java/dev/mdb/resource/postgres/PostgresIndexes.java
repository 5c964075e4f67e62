package dev.mdb.resource.postgres;

import dev.mdb.resource.postgres.PostgresTables.Found;
import dev.mdb.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The indexes of all tables of a scope that no constraint made, by name. */
final class PostgresIndexes {
  /** A row for each part; bit 1 of indoption is DESC, bit 2 NULLS FIRST. */
  private static final String PARTS =
      """
      SELECT i.indrelid, i.indexrelid, x.relname AS name, i.indisunique, i.indisvalid,
        m.amname AS method, pg_catalog.pg_get_expr(i.indpred, i.indrelid, true) AS predicate,
        p.place > i.indnkeyatts AS included, a.attname AS column_name,
        pg_catalog.pg_get_indexdef(i.indexrelid, p.place, true) AS text,
        coalesce(i.indoption[p.place - 1], 0) & 1 = 1 AS descending,
        coalesce(i.indoption[p.place - 1], 0) & 2 = 2 AS nulls_first,
        CASE WHEN NOT o.opcdefault THEN
          CASE WHEN pg_catalog.pg_opclass_is_visible(o.oid) THEN quote_ident(o.opcname)
            ELSE o.opcnamespace::regnamespace::text || '.' || quote_ident(o.opcname) END
          END AS opclass,
        CASE WHEN l.oid <> xa.default_collation THEN
          CASE WHEN pg_catalog.pg_collation_is_visible(l.oid) THEN quote_ident(l.collname)
            ELSE l.collnamespace::regnamespace::text || '.' || quote_ident(l.collname) END
          END AS collation,
        i.indisunique AND pg_catalog.pg_get_indexdef(i.indexrelid) LIKE '%%) NULLS NOT DISTINCT%%'
          AS nulls_equal
      FROM pg_catalog.pg_index i
      JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
      JOIN pg_catalog.pg_am m ON m.oid = x.relam
      JOIN pg_catalog.pg_class c ON c.oid = i.indrelid
      JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
      CROSS JOIN LATERAL generate_series(1, i.indnatts) p (place)
      LEFT JOIN pg_catalog.pg_attribute a
        ON a.attrelid = i.indrelid AND a.attnum = i.indkey[p.place - 1] AND a.attnum <> 0
      LEFT JOIN pg_catalog.pg_opclass o ON o.oid = i.indclass[p.place - 1]
      LEFT JOIN pg_catalog.pg_collation l ON l.oid = i.indcollation[p.place - 1]
      LEFT JOIN LATERAL (SELECT coalesce(a.attcollation, t.typcollation) AS default_collation
        FROM pg_catalog.pg_attribute e JOIN pg_catalog.pg_type t ON t.oid = e.atttypid
        WHERE e.attrelid = i.indexrelid AND e.attnum = p.place) xa ON true
      WHERE c.relkind IN ('r', 'p') AND {scope}
        AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k
          WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
      ORDER BY x.relname COLLATE "C", i.indexrelid, p.place"""
          .replace("%%", "%");

  private PostgresIndexes() {}

  static List<Found> read(PostgresScope scope) throws SQLException {
    Map<Long, List<PartRow>> indexes =
        scope.relations(PARTS, PostgresIndexes::partRow).stream()
            .collect(
                Collectors.groupingBy(PartRow::index, LinkedHashMap::new, Collectors.toList()));
    var found = new ArrayList<Found>();
    indexes.values().forEach(parts -> found.add(found(parts)));
    return found;
  }

  private static Found found(List<PartRow> parts) {
    var first = parts.get(0);
    var note = "index " + first.name().replace("%", "%%") + " on %s";
    if (!first.valid()) return Found.unread(first.table(), note + " is invalid");
    var index = Found.of(first.table(), index(first, parts));
    return first.nullsEqual() ? index.noting(note + ": NULLS NOT DISTINCT") : index;
  }

  private static Index index(PartRow first, List<PartRow> parts) {
    return new Index(
        first.name(),
        first.unique(),
        parts.stream().filter(part -> !part.included()).map(PartRow::part).toList(),
        Optional.of(first.method()).filter(method -> !method.equals("btree")),
        first.predicate().map(PostgresText::settled),
        parts.stream().filter(PartRow::included).map(part -> part.part().text()).toList());
  }

  private static PartRow partRow(ResultSet row) throws SQLException {
    return new PartRow(
        row.getLong("indrelid"),
        row.getLong("indexrelid"),
        row.getString("name"),
        row.getBoolean("indisunique"),
        row.getBoolean("indisvalid"),
        row.getString("method"),
        Optional.ofNullable(row.getString("predicate")),
        row.getBoolean("nulls_equal"),
        row.getBoolean("included"),
        part(row));
  }

  private static Index.Part part(ResultSet row) throws SQLException {
    var column = row.getString("column_name");
    var text = column == null ? PostgresText.unwrapped(row.getString("text")) : column;
    boolean descending = row.getBoolean("descending");
    boolean ordered = row.getString("method").equals("btree") && !row.getBoolean("included");
    var collation = row.getString("collation");
    var qualifier =
        Stream.of(
                collation == null ? null : "COLLATE " + collation,
                row.getString("opclass"),
                ordered ? nulls(descending, row.getBoolean("nulls_first")) : null)
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" "));
    return new Index.Part(
        column == null ? PostgresText.settled(text) : text, column == null, descending, qualifier);
  }

  /** Descending puts nulls first, unless told otherwise. */
  private static String nulls(boolean descending, boolean first) {
    if (first == descending) return null;
    return first ? "NULLS FIRST" : "NULLS LAST";
  }

  private record PartRow(
      long table,
      long index,
      String name,
      boolean unique,
      boolean valid,
      String method,
      Optional<String> predicate,
      boolean nullsEqual,
      boolean included,
      Index.Part part) {}
}
