package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code CREATE INDEX CONCURRENTLY}, which leaves an index behind that is not valid when it gives
 * up or is broken off. The same statement would then fail because of the name, or with {@code IF
 * NOT EXISTS} take the leftover for the index.
 *
 * @param name without quotes
 * @param table as written
 */
record ConcurrentIndex(String name, String table) {
  private static final String IDENTIFIER = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\"(.]+)";
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?is)\\s*create\\s+(?:unique\\s+)?index\\s+concurrently\\s+(?:if\\s+not\\s+exists\\s+)?"
              + "(?<name>%1$s)\\s+on\\s+(?:only\\s+)?(?<table>%1$s(?:\\s*\\.\\s*%1$s)?).*"
                  .formatted(IDENTIFIER));

  private static final String LEFTOVER =
      "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_catalog.pg_index i"
          + " JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid"
          + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE NOT i.indisvalid AND c.relname = ? AND i.indrelid = to_regclass(?)";

  /** Empty for any other statement, and where the server makes up the name. */
  static Optional<ConcurrentIndex> of(String statement) {
    var match = SHAPE.matcher(statement);
    if (!match.matches()) return Optional.empty();
    return Optional.of(new ConcurrentIndex(plain(match.group("name")), match.group("table")));
  }

  private static String plain(String identifier) {
    if (!identifier.startsWith("\"")) return identifier.toLowerCase(Locale.ROOT);
    return identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"");
  }

  /** Does not block those who read or write the table. */
  void dropLeftover(Connection connection) throws SQLException {
    var leftover = Sql.first(connection, LEFTOVER, row -> row.getString(1), name, table);
    if (leftover.isPresent()) Sql.run(connection, "DROP INDEX CONCURRENTLY " + leftover.get());
  }
}
