package dev.mdb.resource.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Short forms of what engines and locks ask their servers. */
public final class Sql {
  private Sql() {}

  /** Runs a plain text to its end, all results of it. */
  public static void run(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      boolean rows = statement.execute(text);
      while (rows || statement.getUpdateCount() != -1) rows = statement.getMoreResults();
    }
  }

  /** What the reader makes of each row. */
  public static <T> List<T> all(
      Connection connection, String query, Reader<T> reader, Object... parameters)
      throws SQLException {
    try (var statement = connection.prepareStatement(query)) {
      bind(statement, parameters);
      try (var rows = statement.executeQuery()) {
        var found = new ArrayList<T>();
        while (rows.next()) found.add(reader.read(rows));
        return found;
      }
    }
  }

  /** What the reader makes of the first row. */
  public static <T> Optional<T> first(
      Connection connection, String query, Reader<T> reader, Object... parameters)
      throws SQLException {
    return all(connection, query, reader, parameters).stream().findFirst();
  }

  private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) statement.setObject(i + 1, parameters[i]);
  }

  /** Makes a value of the row that the results stand at; never null. */
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }
}
