package dev.mdb.error;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The one exception that leaves mdb. It carries one or more problems; the first decides the exit
 * status.
 */
public class MdbException extends RuntimeException {
  private final transient List<Problem> problems;

  public MdbException(Problem problem) {
    this(List.of(problem), null);
  }

  public MdbException(Problem problem, Throwable cause) {
    this(List.of(problem), cause);
  }

  public MdbException(List<Problem> problems) {
    this(problems, null);
  }

  private MdbException(List<Problem> problems, Throwable cause) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")), cause);
    if (problems.isEmpty()) throw new IllegalArgumentException("an exception needs a problem");
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  public int exitStatus() {
    return problems.get(0).category().exitStatus();
  }
}
