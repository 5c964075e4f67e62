package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;

/** A run that stopped at a fault, with what it had done by then. */
public final class MigrationFailed extends MdbException {
  private final transient RunReport report;

  MigrationFailed(Problem problem, RunReport report, Throwable cause) {
    super(problem, cause);
    this.report = report;
  }

  public RunReport report() {
    return report;
  }
}
