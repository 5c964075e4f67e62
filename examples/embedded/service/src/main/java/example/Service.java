package example;

import dev.mdb.Mdb;
import dev.mdb.error.MdbException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/** A service that brings its database up to date before it does anything else. */
public final class Service {
  public static void main(String[] arguments) throws SQLException {
    try {
      migrate(Path.of("mdb.toml"));
    } catch (MdbException e) {
      for (var problem : e.problems()) {
        System.err.println("cannot start: " + problem);
        problem.help().ifPresent(help -> System.err.println("  " + help));
      }
      System.exit(e.exitStatus());
    }
    serve("jdbc:sqlite:posts.db");
  }

  private static void migrate(Path config) {
    // Of several that start at once, one migrates; the others wait, and find nothing left to do.
    try (var mdb = Mdb.at(config).tag("service start").lockWait(Duration.ofMinutes(5)).open()) {
      var posts = mdb.resource("posts");
      for (var step : posts.upgrade("head").resources().get(0).steps()) {
        System.out.println("applied " + step.revision() + ", " + step.message());
      }
      System.out.println("database at " + posts.current());
    }
  }

  private static void serve(String url) throws SQLException {
    try (var connection = DriverManager.getConnection(url);
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT title FROM post")) {
      while (rows.next()) System.out.println("serving " + rows.getString("title"));
    }
  }
}
