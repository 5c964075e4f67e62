package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import dev.mdb.resource.OtherHistory;
import dev.mdb.resource.Session;
import java.util.Optional;

/** A word to those who begin with mdb on a database that another tool has migrated. */
final class EarlierTool {
  private EarlierTool() {}

  /**
   * @param session has been asked for the applied set
   */
  static Optional<Problem> note(String resource, Session session) {
    return session.otherHistory().map(history -> problem(resource, history));
  }

  private static Problem problem(String resource, OtherHistory history) {
    var alembic = history.tool().equals("Alembic");
    var message =
        "%s has a table %s here%s, and mdb has applied nothing"
            .formatted(
                history.tool(),
                history.table(),
                history.position().map(at -> ", which says " + at).orElse(""));
    return Problem.of(Category.FOUND, "other-tool", message)
        .inResource(resource)
        .help(
            "what is there already is recorded with `mdb -n %s stamp REVISION`, which runs nothing: see docs/%s.md"
                .formatted(resource, alembic ? "from-alembic" : "from-flyway-liquibase"))
        .with("tool", history.tool())
        .with("table", history.table());
  }
}
