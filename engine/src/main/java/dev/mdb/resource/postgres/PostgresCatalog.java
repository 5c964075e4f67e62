package dev.mdb.resource.postgres;

import dev.mdb.resource.jdbc.JdbcProblems;
import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * Reads pg_catalog. Expressions are printed as somebody sees them who works in the current schema:
 * for that the search path is changed, in a transaction or below a savepoint that is always rolled
 * back.
 */
final class PostgresCatalog implements CatalogReader {
  private final Connection connection;
  private final PostgresEngine engine;
  private final OwnTables own;

  PostgresCatalog(Connection connection, PostgresEngine engine, OwnTables own) {
    this.connection = connection;
    this.engine = engine;
    this.own = own;
  }

  @Override
  public Catalog read(List<String> schemas) {
    return undone(
        () -> {
          var path = path();
          var current = path.isEmpty() ? "" : path.get(0);
          return read(scope(path, current, schemas));
        });
  }

  @Override
  public Optional<Table> table(String name) {
    int dot = name.indexOf('.');
    return undone(
        () -> {
          var path = path();
          var current = path.isEmpty() ? "" : path.get(0);
          var schema = dot < 0 ? current : name.substring(0, dot);
          var scope = scope(path, current, List.of(schema)).only(schema, name.substring(dot + 1));
          return new PostgresTables(scope, own).read().stream().findFirst();
        });
  }

  @Override
  public Catalog normalise(Catalog wanted) {
    return undone(
        () -> {
          var scratch = new PostgresScratch(connection, engine, path(), wanted);
          scratch.create();
          return scratch.asWanted(read(scope(scratch.path(), scratch.current(), scratch.others())));
        });
  }

  private Catalog read(PostgresScope scope) throws SQLException {
    var tables = new PostgresTables(scope, own);
    var objects = new PostgresObjects(scope);
    var found = tables.read();
    var unread = new ArrayList<>(PostgresUnread.read(scope));
    unread.addAll(tables.unread());
    return new Catalog(
        found,
        objects.sequences(),
        objects.enums(),
        objects.views(),
        unread.stream().sorted().toList());
  }

  /** Names of other schemas are printed with them, also when they are on the session's path. */
  private PostgresScope scope(List<String> path, String current, List<String> others)
      throws SQLException {
    var schemas = new LinkedHashSet<>(List.of(current));
    schemas.addAll(others);
    var bare = path.stream().filter(name -> name.equals(current) || !schemas.contains(name));
    setPath(connection, engine, bare.toList());
    return new PostgresScope(connection, current, List.copyOf(schemas), Optional.empty());
  }

  static void setPath(Connection connection, PostgresEngine engine, List<String> path)
      throws SQLException {
    var text = String.join(", ", path.stream().map(engine::quote).toList());
    Sql.first(
        connection, "SELECT set_config('search_path', ?, true)", row -> row.getString(1), text);
  }

  /** The schemas in which a bare name is looked for; the first is the current one. */
  private List<String> path() throws SQLException {
    return Sql.first(
            connection,
            "SELECT current_schemas(false)",
            row -> Arrays.asList((String[]) row.getArray(1).getArray()))
        .orElse(List.of());
  }

  private <T> T undone(Work<T> work) {
    try {
      return connection.getAutoCommit() ? inTransaction(work) : belowSavepoint(work);
    } catch (SQLException e) {
      throw new JdbcProblems(engine).unread(e);
    }
  }

  private <T> T inTransaction(Work<T> work) throws SQLException {
    engine.begin(connection);
    try {
      return work.run();
    } finally {
      engine.rollback(connection);
    }
  }

  private <T> T belowSavepoint(Work<T> work) throws SQLException {
    var before = connection.setSavepoint();
    try {
      return work.run();
    } finally {
      connection.rollback(before);
      connection.releaseSavepoint(before);
    }
  }

  private interface Work<T> {
    T run() throws SQLException;
  }
}
