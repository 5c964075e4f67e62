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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What stands beside the tables of a scope: MariaDB's sequences, views, and what is not read. */
final class MysqlObjects {
  private static final long HIGHEST = Long.MAX_VALUE - 1;

  private static final String RELATIONS =
      "SELECT table_schema, table_name, table_type FROM information_schema.tables"
          + " WHERE {table_schema table_name}";

  /** Of a view that the user may not look into, the definition is empty. */
  private static final String VIEWS =
      "SELECT table_schema, table_name, view_definition FROM information_schema.views"
          + " WHERE {table_schema table_name} AND view_definition <> ''";

  /** Not in one query: the collations of their texts differ. */
  private static final List<String> UNREAD =
      List.of(
          "SELECT trigger_schema, concat('trigger ', trigger_name, ' on ', event_object_table)"
              + " FROM information_schema.triggers WHERE {trigger_schema event_object_table}",
          "SELECT routine_schema, concat(lower(routine_type), ' ', routine_name)"
              + " FROM information_schema.routines WHERE {routine_schema routine_name}",
          "SELECT event_schema, concat('event ', event_name)"
              + " FROM information_schema.events WHERE {event_schema event_name}",
          "SELECT table_schema, concat('view ', table_name, ' WITH ', check_option, ' CHECK OPTION')"
              + " FROM information_schema.views"
              + " WHERE {table_schema table_name} AND check_option <> 'NONE'",
          "SELECT table_schema, concat('view ', table_name, ': reading it needs the right SHOW VIEW')"
              + " FROM information_schema.views"
              + " WHERE {table_schema table_name} AND view_definition = ''");

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
    var prefix = prefix();
    return found.stream()
        .map(view -> view(view, prefix))
        .sorted(Comparator.comparing(View::name))
        .toList();
  }

  /** The current database before the name of something that it holds. */
  private Pattern prefix() throws SQLException {
    var names =
        scope.all(RELATIONS, MysqlObjects::relation).stream()
            .filter(each -> each.database().equals(scope.current()))
            .map(each -> Pattern.quote(quote.apply(each.name())))
            .collect(Collectors.joining("|"));
    return Pattern.compile(Pattern.quote(quote.apply(scope.current()) + ".") + "(?=" + names + ")");
  }

  private View view(Relation view, Pattern prefix) {
    var definition = prefix.matcher(view.type()).replaceAll("");
    return new View(scope.name(view.database(), view.name()), definition, false);
  }

  List<String> unread() throws SQLException {
    var lines = new ArrayList<String>();
    for (var query : UNREAD) lines.addAll(scope.all(query, this::line));
    return lines;
  }

  private String line(ResultSet row) throws SQLException {
    var database = row.getString(1);
    return row.getString(2) + (database.equals(scope.current()) ? "" : " in " + database);
  }

  private static Relation relation(ResultSet row) throws SQLException {
    return new Relation(row.getString(1), row.getString(2), row.getString(3));
  }

  /**
   * @param type or, of a view, its query
   */
  private record Relation(String database, String name, String type) {}
}
