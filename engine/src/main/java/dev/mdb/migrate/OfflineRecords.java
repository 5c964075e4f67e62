package dev.mdb.migrate;

import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.RunScript.StateChange;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The rows of a run that somebody will do some time. When, by whom and how fast nobody knows yet:
 * the engine says the first two where it can.
 */
record OfflineRecords(OfflineTask task, String run, RunOwner owner) {
  private static final String UNKNOWN = "unknown";

  OfflineRecords(OfflineTask task, String tool) {
    this(task, name(task), new RunOwner(UNKNOWN, UNKNOWN, 0, tool));
  }

  /** The same for the same start; where the engine can, another takes its place. */
  private static String name(OfflineTask task) {
    var text = task.name() + "\n" + String.join("\n", task.start().ids());
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  StateChange added(String id, LogAction action, int number, List<String> parts) {
    var script = task.scripts().entry(id).orElseThrow();
    var by = owner.user() + "@" + owner.host();
    AppliedRevision row = StepRecords.row(script, Instant.EPOCH, by, Duration.ZERO);
    return new StateChange(entry(id, action, number, parts), Optional.of(row));
  }

  StateChange removed(String id, LogAction action, int number, List<String> parts) {
    return new StateChange(entry(id, action, number, parts), Optional.empty());
  }

  private LogEntry entry(String id, LogAction action, int number, List<String> parts) {
    return new LogEntry(
        run,
        number,
        id,
        action,
        LogOutcome.DONE,
        parts,
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH,
        Duration.ZERO,
        owner);
  }
}
