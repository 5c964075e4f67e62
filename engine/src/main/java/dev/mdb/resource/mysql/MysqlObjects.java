package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.Sql;
import dev.mdb.schema.Sequence;
import dev.mdb.schema.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What stands beside the tables of a scope: MariaDB's sequences, views, and what is not read. */
final class MysqlObjects {
  private static final long HIGHEST = Long.MAX_VALUE - 1;

  private static final String RELATIONS =
      "SELECT table_schema, table_name, table_type FROM information_schema.tables"
          + " WHERE {table_schema table_name}";

  private static final String VIEWS =
      "SELECT table_schema, table_name, view_definition FROM information_schema.views"
          + " WHERE {table_schema table_name}";

  private static final String UNREAD =
      """
      SELECT trigger_schema, concat('trigger ', trigger_name, ' on ', event_object_table)
        FROM information_schema.triggers WHERE {trigger_schema event_object_table}
      UNION ALL SELECT routine_schema, concat(lower(routine_type), ' ', routine_name)
        FROM information_schema.routines WHERE {routine_schema routine_name}
      UNION ALL SELECT event_schema, concat('event ', event_name)
        FROM information_schema.events WHERE {event_schema event_name}
      UNION ALL SELECT table_schema,
          concat('view ', table_name, ' WITH ', check_option, ' CHECK OPTION')
        FROM information_schema.views
        WHERE {table_schema table_name} AND check_option <> 'NONE'""";

  private final MysqlScope scope;
  private final UnaryOperator<String> quote;

  MysqlObjects(MysqlScope scope, UnaryOperator<String> quote) {
    this.scope = scope;
    this.quote = quote;
  }

  /** Each is read from itself, all in one query. */
  List<Sequence> sequences() throws SQLException {
    var selects = new ArrayList<String>();
    var names = new ArrayList<Object>();
    for (var relation : scope.all(RELATIONS, MysqlObjects::relation)) {
      if (!relation.type().equals("SEQUENCE")) continue;
      names.add(scope.name(relation.database(), relation.name()));
      selects.add(
          "SELECT ? AS name, start_value, increment, minimum_value, maximum_value, cache_size,"
              + " cycle_option FROM %s.%s"
                  .formatted(quote.apply(relation.database()), quote.apply(relation.name())));
    }
    if (selects.isEmpty()) return List.of();
    return Sql.all(
            scope.connection(),
            String.join(" UNION ALL ", selects),
            MysqlObjects::sequence,
            names.toArray())
        .stream()
        .sorted(Comparator.comparing(Sequence::name))
        .toList();
  }

  private static Sequence sequence(ResultSet row) throws SQLException {
    boolean up = row.getLong("increment") >= 0;
    return new Sequence(
        row.getString("name"),
        Optional.empty(),
        row.getLong("start_value"),
        row.getLong("increment"),
        unless(row.getLong("minimum_value"), up ? 1 : -HIGHEST - 1),
        unless(row.getLong("maximum_value"), up ? HIGHEST : -1),
        row.getLong("cache_size"),
        row.getInt("cycle_option") != 0);
  }

  private static Optional<Long> unless(long value, long usual) {
    return value == usual ? Optional.empty() : Optional.of(value);
  }

  /** The server writes the database in front of each name; of the current one it is left out. */
  List<View> views() throws SQLException {
    var found = scope.all(VIEWS, MysqlObjects::relation);
    if (found.isEmpty()) return List.of();
    var ownNames =
        scope.all(RELATIONS, MysqlObjects::relation).stream()
            .filter(each -> each.database().equals(scope.current()))
            .map(each -> java.util.regex.Pattern.quote(quote.apply(each.name())))
            .collect(Collectors.joining("|"));
    var prefix =
        java.util.regex.Pattern.quote(quote.apply(scope.current())) + "\\.(?=" + ownNames + ")";
    return found.stream()
        .map(
            view ->
                new View(
                    scope.name(view.database(), view.name()),
                    view.type().replaceAll(prefix, ""),
                    false))
        .sorted(Comparator.comparing(View::name))
        .toList();
  }

  List<String> unread() throws SQLException {
    return scope.all(
        UNREAD,
        row ->
            row.getString(2)
                + (row.getString(1).equals(scope.current()) ? "" : " in " + row.getString(1)));
  }

  private static Relation relation(ResultSet row) throws SQLException {
    return new Relation(row.getString(1), row.getString(2), row.getString(3));
  }

  /**
   * @param type or, of a view, its query
   */
  private record Relation(String database, String name, String type) {}
}
