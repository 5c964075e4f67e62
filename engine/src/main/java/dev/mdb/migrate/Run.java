package dev.mdb.migrate;

import dev.mdb.resource.RunOwner;
import java.time.Clock;

/** What all parts of one run share. */
record Run(
    String id, RunSettings settings, RunOwner owner, Clock clock, MigrationListener listener) {}
