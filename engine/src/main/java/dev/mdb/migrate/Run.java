package dev.mdb.migrate;

import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What all parts of one run share. */
record Run(
    String id,
    RunSettings settings,
    RunOwner owner,
    Clock clock,
    MigrationListener listener,
    Stopwatch stopwatch) {
  static Run start(RunSettings settings, RunOwner owner, Clock clock, MigrationListener listener) {
    return new Run(newId(), settings, owner, clock, listener, new Stopwatch());
  }

  /** Unlike any other, not secret: the first number of a secure generator costs 8 ms. */
  private static String newId() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  Duration elapsed() {
    return stopwatch.elapsed();
  }
}
