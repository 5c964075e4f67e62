package dev.mdb.error;

/** What sort of trouble it is; one exit status each. */
public enum Category {
  /** The work itself failed: a statement, a connection, a file. */
  FAILED(1),
  /** The request is wrong whatever the project holds: arguments, configuration. */
  USAGE(2),
  /** The scripts or their graph are faulty, or cannot answer the request. */
  GRAPH(3),
  /** A check found what it looks for. */
  FOUND(4),
  /** Another run holds the lock. */
  LOCKED(5),
  /** A run stopped half-way and can be resumed. */
  INCOMPLETE(6),
  /** Stopped from outside. */
  INTERRUPTED(130);

  private final int exitStatus;

  Category(int exitStatus) {
    this.exitStatus = exitStatus;
  }

  public int exitStatus() {
    return exitStatus;
  }
}
