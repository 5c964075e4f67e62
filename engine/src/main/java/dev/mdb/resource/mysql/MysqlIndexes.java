package dev.mdb.resource.mysql;

import dev.mdb.resource.mysql.MysqlTables.OfTable;
import dev.mdb.resource.mysql.MysqlTables.TableId;
import dev.mdb.schema.Dialect;
import dev.mdb.schema.ForeignKey;
import dev.mdb.schema.Index;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The indexes of all tables of a scope, those of keys too, by name. */
final class MysqlIndexes {
  private static final String PARTS =
      """
      SELECT table_schema AS in_schema, table_name AS in_table, index_name AS name,
        non_unique AS several, column_name AS column_name, collation AS direction,
        sub_part AS length, index_type AS method, %s AS expression
      FROM information_schema.statistics WHERE {table_schema table_name}
      ORDER BY seq_in_index""";

  /** They have no length of a prefix, though one is shown. */
  private static final Set<String> WHOLE = Set.of("FULLTEXT", "SPATIAL", "RTREE");

  private final MysqlText text;
  private final Dialect dialect;

  MysqlIndexes(MysqlText text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  List<Found> read(MysqlScope scope) throws SQLException {
    var indexes = new LinkedHashMap<Key, List<PartRow>>();
    var query = PARTS.formatted(dialect == Dialect.MYSQL ? "expression" : "NULL");
    for (var part : scope.all(query, this::part)) {
      indexes.computeIfAbsent(part.key(), key -> new ArrayList<>()).add(part);
    }
    var found = new ArrayList<Found>();
    indexes.forEach((key, parts) -> found.add(new Found(key.table(), index(key, parts))));
    found.sort(Comparator.comparing(each -> each.index().name()));
    return found;
  }

  private static Index index(Key key, List<PartRow> parts) {
    var first = parts.get(0);
    return new Index(
        key.name(),
        first.unique(),
        parts.stream().map(PartRow::part).toList(),
        Optional.of(first.method()).filter(method -> !method.equals("BTREE")),
        Optional.empty(),
        List.of());
  }

  private PartRow part(ResultSet row) throws SQLException {
    var table = new TableId(row.getString("in_schema"), row.getString("in_table"));
    var method = row.getString("method");
    var expression = row.getString("expression");
    var length = row.getString("length");
    boolean prefix = length != null && !WHOLE.contains(method);
    return new PartRow(
        new Key(table, row.getString("name")),
        row.getInt("several") == 0,
        method,
        new Index.Part(
            expression == null ? row.getString("column_name") : text.expression(expression),
            expression != null,
            "D".equals(row.getString("direction")),
            prefix ? "(" + length + ")" : ""));
  }

  private record Key(TableId table, String name) {}

  private record PartRow(Key key, boolean unique, String method, Index.Part part) {}

  record Found(TableId table, Index index) implements OfTable {
    boolean primary() {
      return index.name().equals("PRIMARY");
    }

    /** MySQL makes no difference between a unique key and a unique index over whole columns. */
    boolean isUniqueKey() {
      return !primary() && index.unique() && overWholeColumns();
    }

    boolean isPlainIndex() {
      return !primary() && !isUniqueKey();
    }

    private boolean overWholeColumns() {
      return index.parts().stream().allMatch(part -> part.equals(Index.Part.column(part.text())));
    }

    /** Is it the one that the server makes by itself for a foreign key? */
    boolean isMadeFor(String table, ForeignKey key) {
      if (index.unique() || index.method().isPresent() || !overWholeColumns()) return false;
      if (!MysqlTables.columns(index).equals(key.columns())) return false;
      var name = key.name().orElse("");
      return index.name().equals(name) || isNamedByServer(table, name) && isNamedByColumn(key);
    }

    private static boolean isNamedByServer(String table, String foreignKey) {
      return foreignKey.matches(Pattern.quote(table) + "_ibfk_\\d+");
    }

    private boolean isNamedByColumn(ForeignKey key) {
      return index.name().matches(Pattern.quote(key.columns().get(0)) + "(?:_\\d+)?");
    }
  }
}
