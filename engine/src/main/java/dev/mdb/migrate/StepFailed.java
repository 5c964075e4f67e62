package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;

/** Carries a failed step out of the loop, to where the report is put together. */
final class StepFailed extends MdbException {
  StepFailed(Problem problem, Throwable cause) {
    super(problem, cause);
  }

  Problem problem() {
    return problems().get(0);
  }
}
