package dev.mdb.resource.mysql;

import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The part of a server that is read.
 *
 * @param current the database whose names are bare
 * @param databases all that are read
 * @param table one alone, where not all are wanted
 */
record MysqlScope(
    Connection connection, String current, List<String> databases, Optional<String> table) {
  private static final Pattern CONDITION = Pattern.compile("\\{(\\S+) (\\S+)}");

  /**
   * Runs a query for each database: only when its name is a constant does the server not open the
   * tables of all others.
   *
   * @param query with {@code {column column}}, once or more: those of the database's name and of
   *     the table's
   */
  <T> List<T> all(String query, Sql.Reader<T> reader) throws SQLException {
    var found = new ArrayList<T>();
    for (var database : databases) {
      var parameters = new ArrayList<Object>();
      var text =
          CONDITION
              .matcher(query)
              .replaceAll(
                  place -> {
                    parameters.add(database);
                    table.ifPresent(parameters::add);
                    return "$1 = ?" + table.map(name -> " AND $2 = ?").orElse("");
                  });
      found.addAll(Sql.all(connection, text, reader, parameters.toArray()));
    }
    return found;
  }

  String name(String database, String name) {
    return database.equals(current) ? name : database + "." + name;
  }

  /** The database as the values say it: empty for the current one. */
  Optional<String> prefix(String database) {
    return database.equals(current) ? Optional.empty() : Optional.of(database);
  }
}
