package dev.mdb.migrate;

import java.time.Duration;

/** Time since its making, by the clock that never jumps. */
final class Stopwatch {
  private final long start = System.nanoTime();

  Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
