package dev.mdb.resource;

/** How it went. */
public enum LogOutcome {
  /** All of it was done and recorded. */
  DONE,
  /** Failed, and nothing of it stayed. */
  FAILED,
  /** Goes on now; or, when nobody holds the lock, broke off without a word. */
  RUNNING,
  /** Failed half-way: the operations of the entry stayed. */
  STOPPED,
  /** Broke off or stopped, and a later entry of a resumed run tells the end. */
  RESUMED,
  /** Broke off or stopped, and somebody said by hand what is there. */
  REPAIRED;

  /** Must be resumed or repaired before anything else runs. */
  public boolean isOpen() {
    return this == RUNNING || this == STOPPED;
  }
}
