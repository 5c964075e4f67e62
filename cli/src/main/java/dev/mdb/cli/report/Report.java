package dev.mdb.cli.report;

import dev.mdb.error.Problem;
import java.util.List;
import java.util.Optional;

/** What a command found or did, as a value. */
public interface Report {
  /** For people. */
  void print(TextOutput output);

  /**
   * For programs: maps with string keys, lists, strings, numbers, booleans. The shape is told where
   * a report is defined; keys are added in later versions, never taken away.
   */
  Object json();

  /** What is wrong beside it; told on stderr. The first decides the exit status. */
  default List<Problem> problems() {
    return List.of();
  }

  /** Where the problems come from, for {@code -v}. */
  default Optional<Throwable> cause() {
    return Optional.empty();
  }

  default int exitStatus() {
    return problems().isEmpty() ? 0 : problems().get(0).category().exitStatus();
  }
}
