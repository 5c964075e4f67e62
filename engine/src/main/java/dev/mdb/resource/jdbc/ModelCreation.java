package dev.mdb.resource.jdbc;

import dev.mdb.schema.Catalog;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Table;
import dev.mdb.schema.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Creates a catalogue in a scratch place, and says what the engine does not take. */
public final class ModelCreation {
  private static final String BEGINNING =
      "(?:(?:CREATE|ALTER|COMMENT ON) TABLE|COMMENT ON COLUMN|CREATE (?:\\w+ )*VIEW"
          + "|CREATE (?:\\w+ )*INDEX .{1,80}? ON) ";

  private final Connection connection;
  private final JdbcEngine engine;
  private final Ddl ddl;
  private final CatalogMapping outside;

  /**
   * @param outside the names that people know, for messages
   */
  public ModelCreation(Connection connection, JdbcEngine engine, CatalogMapping outside) {
    this.connection = connection;
    this.engine = engine;
    this.ddl = Ddl.of(engine.dialect());
    this.outside = outside;
  }

  /**
   * @throws dev.mdb.error.MdbException of code {@code model-refused}, with the statement
   */
  public void create(Catalog catalog) {
    for (var statement : ddl.create(catalog)) {
      try {
        engine.execute(connection, statement);
      } catch (SQLException e) {
        var problems = new JdbcProblems(engine);
        throw problems.refused(about(statement, catalog), statement, e, outside.text());
      }
    }
  }

  /** What the statement is about: a table or view of its name, else the statement's beginning. */
  private String about(String statement, Catalog catalog) {
    var tables = catalog.tables().stream().map(Table::name);
    var views = catalog.views().stream().map(View::name);
    return firstNamed(statement, tables)
        .map(name -> "table '" + name + "'")
        .or(() -> firstNamed(statement, views).map(name -> "view '" + name + "'"))
        .orElseGet(
            () -> "'" + outside.text().apply(statement.lines().findFirst().orElse("")) + "'");
  }

  /** The name of which the statement says first that it is created, altered or indexed. */
  private Optional<String> firstNamed(String statement, Stream<String> names) {
    return names.filter(name -> isAbout(statement, ddl.name(name))).findFirst().map(outside.name());
  }

  private static boolean isAbout(String statement, String written) {
    return Pattern.compile(BEGINNING + Pattern.quote(written) + "(?![\\w\"`$])", Pattern.DOTALL)
        .matcher(statement)
        .lookingAt();
  }
}
