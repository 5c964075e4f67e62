package dev.mdb.migrate;

import dev.mdb.graph.Step;
import java.util.List;
import java.util.Optional;

/** What a run would do, in the order in which it would do it. */
public record RehearsalReport(List<RehearsedStep> steps) {
  public RehearsalReport {
    steps = List.copyOf(steps);
  }

  /**
   * A step that was not run.
   *
   * @param statements SQL, each with its semicolon and with its values in comments behind it; or
   *     lines for {@code redis-cli}
   * @param note why more cannot be shown
   */
  public record RehearsedStep(
      String resource, Step step, List<String> statements, Optional<String> note) {
    public RehearsedStep {
      statements = List.copyOf(statements);
    }
  }
}
