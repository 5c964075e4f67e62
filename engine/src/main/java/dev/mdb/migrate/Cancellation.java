package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.util.HashSet;
import java.util.Set;

/**
 * Stops runs between operations, from another thread: give it to {@link RunSettings}, and call
 * {@link #request}. What a run had committed by then stays; a block in a transaction is rolled
 * back; one that is journalled is left so that {@link Resumer} goes on with it. A run that has
 * nothing left to do ends as if nobody had asked. May be given to several runs; cannot be taken
 * back.
 */
public final class Cancellation {
  private final Set<Thread> interruptible = new HashSet<>();
  private volatile boolean requested;

  /** Returns at once; the runs end when they next look, at the latest after their operation. */
  public synchronized void request() {
    requested = true;
    interruptible.forEach(Thread::interrupt);
  }

  public boolean isRequested() {
    return requested;
  }

  /**
   * @param message what was interrupted, for people
   * @throws MdbException of category INTERRUPTED when the end is asked for
   */
  void check(String message) {
    if (requested) throw interrupted(message, null);
  }

  /**
   * Does work that ends when its thread is interrupted, and may have no end else.
   *
   * @throws MdbException as {@link #check} does, whatever the work threw when it was interrupted
   */
  void interruptibly(String message, Runnable work) {
    enter(message);
    try {
      work.run();
    } catch (RuntimeException failure) {
      if (requested) throw interrupted(message, failure);
      throw failure;
    } finally {
      leave();
    }
    check(message);
  }

  private synchronized void enter(String message) {
    check(message);
    interruptible.add(Thread.currentThread());
  }

  private synchronized void leave() {
    interruptible.remove(Thread.currentThread());
    // Meant for that work alone: whoever cleans up afterwards may wait for a server.
    if (requested) Thread.interrupted();
  }

  private static MdbException interrupted(String message, Throwable cause) {
    return new MdbException(Problem.interrupted(message), cause);
  }
}
