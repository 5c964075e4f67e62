package dev.mdb.baseline;

import java.sql.SQLException;

/**
 * Runs statements one after the other and prints the first column of what they give, a line for
 * each row. Makes and looks at the databases of a comparison.
 *
 * <p>Arguments: a JDBC URL, then the statements.
 */
public final class Ask {
  private Ask() {}

  public static void main(String[] arguments) throws SQLException {
    try (var database = Database.open(arguments[0]);
        var statement = database.connection().createStatement()) {
      for (int i = 1; i < arguments.length; i++) {
        if (!statement.execute(arguments[i])) continue;
        try (var rows = statement.getResultSet()) {
          while (rows.next()) System.out.println(rows.getString(1));
        }
      }
    }
  }
}
