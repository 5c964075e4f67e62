package dev.mdb.resource.redis;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Does something again and again on a thread of its own, until it says no or is stopped. */
final class Heartbeat {
  private final BooleanSupplier beat;
  private final long pauseMillis;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param beat false = no use in going on; a failure is tried again at the next beat
   */
  Heartbeat(BooleanSupplier beat, long pauseMillis) {
    this.beat = beat;
    this.pauseMillis = pauseMillis;
    this.thread = new Thread(this::run, "mdb redis lease");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  private void run() {
    try {
      while (!stopped.await(pauseMillis, TimeUnit.MILLISECONDS) && goesOn()) {}
    } catch (InterruptedException e) {
      // Nobody else knows this thread; whoever interrupts it wants it to end.
    }
  }

  private boolean goesOn() {
    try {
      return beat.getAsBoolean();
    } catch (RuntimeException passing) {
      return true;
    }
  }

  /** Does not come back before a beat that is under way has ended. */
  void stop() {
    stopped.countDown();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
