package dev.mdb.resource;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;

/** The patience of one who wants a lock that others may hold; it begins when this is made. */
public final class LockWaiting {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final LockWait wait;
  private final String resource;
  private final String help;
  private final long end;
  private String told = "";

  public LockWaiting(LockWait wait, String resource) {
    this(wait, resource, "");
  }

  /**
   * @param further what helps beside waiting, as the end of a sentence
   */
  public LockWaiting(LockWait wait, String resource, String further) {
    this.wait = wait;
    this.resource = resource;
    this.help =
        "wait for it to end, or wait longer: --lock-wait %ds%s"
            .formatted(wait.atMost().toSeconds() * 10 + 60, further);
    this.end = System.nanoTime() + wait.atMost().toNanos();
  }

  /**
   * Pauses before the next attempt, shorter than asked for where the time ends before.
   *
   * @param holder describes who is in the way
   * @throws MdbException of category LOCKED when the time is over, INTERRUPTED when the waiting is
   *     to end
   */
  public void pause(String holder, long millis) {
    long left = end - System.nanoTime();
    if (left <= 0) throw busy(holder);
    if (!holder.equals(told)) wait.told().accept(holder);
    told = holder;
    sleep(Math.min(millis, Math.max(1, left / NANOS_PER_MILLI)));
    if (wait.cancelled().getAsBoolean()) throw interrupted(null);
  }

  private void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(e);
    }
  }

  private MdbException interrupted(InterruptedException cause) {
    var problem = Problem.interrupted("interrupted while waiting for another run");
    return new MdbException(problem.inResource(resource), cause);
  }

  private MdbException busy(String holder) {
    return new MdbException(
        Problem.of(Category.LOCKED, "locked", "another run holds the lock: " + holder)
            .inResource(resource)
            .help(help)
            .with("holder", holder));
  }
}
