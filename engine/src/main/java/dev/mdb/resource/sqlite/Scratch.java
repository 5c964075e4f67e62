package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.schema.Catalog;
import dev.mdb.schema.Ddl;
import dev.mdb.schema.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.sqlite.JDBC;

/**
 * A database in memory in which a schema is tried out: it costs no rows, and SQLite itself says
 * what it allows. Foreign keys are not looked after in it.
 */
record Scratch(Connection connection) implements AutoCloseable {
  private static final SqliteEngine ENGINE = new SqliteEngine();
  private static final List<String> IN_ORDER = List.of("table", "view", "index", "trigger");

  static Scratch empty() {
    try {
      return new Scratch(new JDBC().connect("jdbc:sqlite::memory:", new Properties()));
    } catch (SQLException e) {
      throw failed("no-scratch", "cannot open a database in memory", "", e);
    }
  }

  /** With the same tables, indexes, views and triggers, and no rows. */
  static Scratch like(Master master) {
    var scratch = empty();
    try {
      scratch.copy(master);
      return scratch;
    } catch (RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private void copy(Master master) {
    for (var type : IN_ORDER) {
      for (var entry : master.all(type)) {
        if (!master.isMadeByAnother(entry)) run(type + " " + entry.name(), List.of(entry.sql()));
      }
    }
  }

  /**
   * One by one, so that it can be said which of them SQLite refuses. It does not ask whether what a
   * foreign key or a view refers to is there.
   *
   * @throws MdbException when SQLite refuses one, or has no such thing
   */
  void create(Catalog wanted) {
    var ddl = Ddl.of(Dialect.SQLITE);
    wanted.sequences().forEach(each -> run("sequence " + each.name(), ddl.createSequence(each)));
    wanted.enums().forEach(each -> run("type " + each.name(), List.of(ddl.createEnum(each))));
    for (var table : wanted.tables()) run("table " + table.name(), ddl.createTable(table));
    for (var view : wanted.views()) run("view " + view.name(), ddl.createView(view, false));
  }

  void run(String what, List<String> statements) {
    for (var statement : statements) {
      try {
        ENGINE.execute(connection, statement);
      } catch (SQLException e) {
        throw failed("refused-schema", "SQLite refuses " + what, statement, e);
      }
    }
  }

  /** Runs all of them, or none when SQLite refuses one. */
  boolean allows(List<String> statements) {
    try {
      ENGINE.execute(connection, "SAVEPOINT attempt");
      for (var statement : statements) ENGINE.execute(connection, statement);
      ENGINE.execute(connection, "RELEASE attempt");
      return true;
    } catch (SQLException refused) {
      run("to go back", List.of("ROLLBACK TO attempt", "RELEASE attempt"));
      return false;
    }
  }

  Master master() {
    return Master.of(connection);
  }

  private static MdbException failed(String code, String what, String statement, SQLException e) {
    return new MdbException(
        Problem.of(Category.FAILED, code, what + ": " + ENGINE.explain(e))
            .with("statement", statement),
        e);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // There was nothing in it to lose.
    }
  }
}
