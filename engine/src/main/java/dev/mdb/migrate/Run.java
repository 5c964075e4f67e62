package dev.mdb.migrate;

import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.util.UUID;

/** What all parts of one run share. */
record Run(
    String id, RunSettings settings, RunOwner owner, Clock clock, MigrationListener listener) {
  static Run start(RunSettings settings, RunOwner owner, Clock clock, MigrationListener listener) {
    return new Run(UUID.randomUUID().toString(), settings, owner, clock, listener);
  }
}
