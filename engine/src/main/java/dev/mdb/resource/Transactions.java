package dev.mdb.resource;

import dev.mdb.error.MdbException;
import java.util.function.Supplier;

/** Runs work in a transaction. */
public final class Transactions {
  private Transactions() {}

  /**
   * Commits when the work is done, rolls back when it fails. When a part of it cannot run while the
   * engine looks after foreign keys, all of it is rolled back and run a second time, without that.
   */
  public static <T> T run(Session session, Supplier<T> work) {
    session.begin();
    try {
      return end(session, work);
    } catch (RuntimeException e) {
      if (!session.wantsUnenforced()) throw e;
    }
    session.beginUnenforced();
    return end(session, work);
  }

  private static <T> T end(Session session, Supplier<T> work) {
    try {
      var result = work.get();
      session.commit();
      return result;
    } catch (Throwable failure) {
      rollBack(session, failure);
      throw failure;
    }
  }

  /** The failure before it is the one to tell. */
  private static void rollBack(Session session, Throwable failure) {
    try {
      session.rollback();
    } catch (MdbException alsoFailed) {
      failure.addSuppressed(alsoFailed);
    }
  }
}
