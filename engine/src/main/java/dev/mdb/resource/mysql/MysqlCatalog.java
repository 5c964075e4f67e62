package dev.mdb.resource.mysql;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.jdbc.JdbcProblems;
import dev.mdb.resource.jdbc.OwnTables;
import dev.mdb.resource.jdbc.Scratch;
import dev.mdb.resource.jdbc.Sql;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.CatalogReader;
import dev.mdb.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Reads the information schema of MySQL and MariaDB, where a schema is a database. */
final class MysqlCatalog implements CatalogReader {
  private static final String RIGHTS =
      "GRANT CREATE, DROP, ALTER, INDEX, REFERENCES, SELECT, CREATE VIEW, SHOW VIEW"
          + " ON `mdb\\_scratch\\_%`.* TO …";

  private final Connection connection;
  private final MysqlEngine engine;
  private final OwnTables own;

  MysqlCatalog(Connection connection, MysqlEngine engine, OwnTables own) {
    this.connection = connection;
    this.engine = engine;
    this.own = own;
  }

  @Override
  public Catalog read(List<String> schemas) {
    return attempt(() -> read(current(), schemas));
  }

  @Override
  public Optional<Table> table(String name) {
    int dot = name.indexOf('.');
    return attempt(
        () -> {
          var current = current();
          var database = dot < 0 ? current : name.substring(0, dot);
          var only = Optional.of(name.substring(dot + 1));
          var scope = new MysqlScope(connection, current, List.of(database), only);
          return new MysqlTables(scope, engine.dialect(), own).read().stream().findFirst();
        });
  }

  /**
   * @throws MdbException within a transaction too: creating a database would commit it
   */
  @Override
  public Catalog normalise(Catalog wanted) {
    return attempt(
        () -> {
          if (!connection.getAutoCommit()) throw inTransaction();
          var real = current();
          var scratch = new Scratch(engine, real, wanted, engine::quote);
          return normalise(scratch, real);
        });
  }

  private Catalog normalise(Scratch scratch, String real) throws SQLException {
    var made = new ArrayList<String>();
    try {
      make(scratch, made);
      connection.setCatalog(scratch.current());
      scratch.fill(connection);
      return scratch.asWanted(read(scratch.current(), scratch.others()));
    } finally {
      if (!real.isEmpty()) connection.setCatalog(real);
      for (var database : made) Sql.run(connection, "DROP DATABASE " + engine.quote(database));
    }
  }

  private void make(Scratch scratch, List<String> made) throws SQLException {
    var databases = new ArrayList<>(List.of(scratch.current()));
    databases.addAll(scratch.others());
    var like = characters();
    for (var database : databases) {
      scratch.make(connection, "CREATE DATABASE " + engine.quote(database) + like, RIGHTS);
      made.add(database);
    }
  }

  /** As the current database has it, so that what is created in the other one looks the same. */
  private String characters() throws SQLException {
    var sql =
        "SELECT default_character_set_name, default_collation_name"
            + " FROM information_schema.schemata WHERE schema_name = DATABASE()";
    return Sql.first(
            connection,
            sql,
            row -> " CHARACTER SET %s COLLATE %s".formatted(row.getString(1), row.getString(2)))
        .orElse("");
  }

  private MdbException inTransaction() {
    return new MdbException(
        Problem.of(
            Category.FAILED,
            "no-scratch",
            engine.dialect().title() + " cannot try models out within a transaction"));
  }

  private Catalog read(String current, List<String> others) throws SQLException {
    var databases = new LinkedHashSet<>(List.of(current));
    databases.addAll(others);
    var scope = new MysqlScope(connection, current, List.copyOf(databases), Optional.empty());
    var tables = new MysqlTables(scope, engine.dialect(), own);
    var objects = new MysqlObjects(scope, engine::quote);
    var found = tables.read();
    var unread = new ArrayList<>(objects.unread());
    unread.addAll(tables.unread());
    return new Catalog(
        found, objects.sequences(), List.of(), objects.views(), unread.stream().sorted().toList());
  }

  private String current() throws SQLException {
    return Sql.first(connection, "SELECT coalesce(DATABASE(), '')", row -> row.getString(1))
        .orElse("");
  }

  private <T> T attempt(Work<T> work) {
    try {
      return work.run();
    } catch (SQLException e) {
      throw new JdbcProblems(engine).unread(e);
    }
  }

  private interface Work<T> {
    T run() throws SQLException;
  }
}
