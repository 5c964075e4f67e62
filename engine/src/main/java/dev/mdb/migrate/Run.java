package dev.mdb.migrate;

import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** What all parts of one run share. */
record Run(
    String id,
    RunSettings settings,
    RunOwner owner,
    Clock clock,
    MigrationListener listener,
    Stopwatch stopwatch) {
  static Run start(RunSettings settings, RunOwner owner, Clock clock, MigrationListener listener) {
    var id = UUID.randomUUID().toString();
    return new Run(id, settings, owner, clock, listener, new Stopwatch());
  }

  Duration elapsed() {
    return stopwatch.elapsed();
  }
}
