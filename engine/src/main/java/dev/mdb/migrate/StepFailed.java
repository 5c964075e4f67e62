package dev.mdb.migrate;

import dev.mdb.error.Problem;

/** Carries a failed step out of the loop, to where the report is put together. */
final class StepFailed extends RuntimeException {
  private final transient Problem problem;

  StepFailed(Problem problem, Throwable cause) {
    super(problem.message(), cause);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
