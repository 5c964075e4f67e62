package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes problems of what a driver reports on an open connection. */
public final class JdbcProblems {
  private final JdbcEngine engine;

  public JdbcProblems(JdbcEngine engine) {
    this.engine = engine;
  }

  /**
   * @param code for trouble that is not of a sort of its own
   * @param before what stands before the driver's message, empty or with a colon and a space
   * @param blocker who held the lock that was waited for
   */
  Problem of(SQLException failure, String code, String before, Optional<String> blocker) {
    var reason = engine.explain(failure);
    return switch (engine.fault(failure)) {
      case LOCK_TIMEOUT -> lockTimeout(before + reason, blocker);
      case CONNECTION ->
          problem("connection-lost", before + "the connection was lost: " + reason)
              .help("see with 'mdb status' what was done, then run the same command again");
      case NO_RIGHT -> problem("no-right", before + reason);
      default -> problem(code, before + reason);
    };
  }

  /** The catalogue could not be read, or its scratch place not be made. */
  public MdbException unread(SQLException failure) {
    var problem = of(failure, "catalog-failed", "cannot read the schema: ", Optional.empty());
    return new MdbException(problem, failure);
  }

  /**
   * The engine does not take something of a model.
   *
   * @param what the table or other thing that it belongs to: {@code table 'item'}
   */
  public MdbException refused(String what, String statement, SQLException failure) {
    return refused(what, statement, failure, UnaryOperator.identity());
  }

  /** The same, with a change to texts that hold names of a scratch place. */
  MdbException refused(
      String what, String statement, SQLException failure, UnaryOperator<String> outside) {
    var told = of(failure, "model-refused", what + " is refused: ", Optional.empty());
    var problem = problem(told.code(), outside.apply(told.message()));
    return new MdbException(
        told.help().map(problem::help).orElse(problem).with("statement", outside.apply(statement)),
        failure);
  }

  private static Problem lockTimeout(String message, Optional<String> blocker) {
    var named = blocker.map(session -> message + "; blocked by " + session).orElse(message);
    var problem =
        problem("lock-timeout", named)
            .help("end what holds the lock, or wait longer for it: lock_timeout = \"…\"");
    return blocker.map(session -> problem.with("blocker", session)).orElse(problem);
  }

  private static Problem problem(String code, String message) {
    return Problem.of(Category.FAILED, code, message);
  }
}
