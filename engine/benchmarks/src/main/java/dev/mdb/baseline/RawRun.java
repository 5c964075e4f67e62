package dev.mdb.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a run of mdb costs at least: the same statements, the same rows and a commit for each
 * revision, straight through JDBC. Nothing is planned or compiled, every statement is prepared
 * once.
 *
 * <p>Arguments: a JDBC URL; a folder of SQL files, one for each revision, run in the order of their
 * names, each statement ending with a semicolon at the end of a line; optionally {@code confirm},
 * to ask for the lock twice in each revision, as mdb does, instead of only taking it.
 */
public final class RawRun {
  private RawRun() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    boolean confirms = arguments.length > 2 && arguments[2].equals("confirm");
    try (var database = Database.open(arguments[0]);
        var lock = database.lock()) {
      var connection = database.connection();
      var state = new RawState(connection, database);
      state.prepare();
      int ordinal = 0;
      var parent = "";
      for (var file : files(Path.of(arguments[1]))) {
        if (confirms) lock.confirm();
        var id = file.getFileName().toString().replace(".sql", "");
        long start = System.nanoTime();
        database.begin();
        var statements = statements(file);
        for (var statement : statements) run(connection, statement);
        if (confirms) lock.confirm();
        state.record(id, parent, ++ordinal, statements, System.nanoTime() - start);
        database.commit();
        parent = id;
      }
      System.out.println(ordinal + " revisions");
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  private static List<String> statements(Path file) throws IOException {
    var statements = new ArrayList<String>();
    for (var statement : Files.readString(file).split(";\\R")) {
      if (!statement.isBlank()) statements.add(statement.strip());
    }
    return statements;
  }

  private static void run(Connection connection, String text) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(text);
    }
  }
}
