package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.graph.Step;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * Tries again what gave up waiting for a lock of the engine, and nothing else: after a pause that
 * doubles, with jitter, so that those who queued behind the waiting statement get their turn, and
 * two runs do not meet again and again.
 */
record LockRetry(MigrationListener listener, String resource, Step step) {
  private static final int ATTEMPTS = 3;
  private static final long FIRST_PAUSE_MILLIS = 200;

  <T> T around(Supplier<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (MdbException failure) {
        var problem = failure.problems().get(0);
        if (!problem.code().equals("lock-timeout") || attempt == ATTEMPTS) throw failure;
        listener.lockTimedOut(resource, step, problem.message(), attempt);
        pause(FIRST_PAUSE_MILLIS << (attempt - 1), failure);
      }
    }
  }

  private static void pause(long millis, MdbException failure) {
    try {
      Thread.sleep(millis + ThreadLocalRandom.current().nextLong(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failure;
    }
  }
}
