package dev.mdb.migrate;

import dev.mdb.graph.Dependency;
import dev.mdb.graph.Direction;
import dev.mdb.project.ScriptEntry;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes the rows that a run writes. */
record StepRecords(Run run) {
  static LogAction action(Direction direction) {
    return direction == Direction.UPGRADE ? LogAction.UPGRADE : LogAction.DOWNGRADE;
  }

  AppliedRevision applied(ScriptEntry script, Duration took) {
    var by = run.owner().user() + "@" + run.owner().host();
    return row(script, run.clock().instant(), by, took);
  }

  /** What a resource remembers of the revision of this script. */
  static AppliedRevision row(ScriptEntry script, Instant at, String by, Duration took) {
    var header = script.header();
    return new AppliedRevision(
        header.id(),
        header.parents(),
        header.dependencies().stream().map(Dependency::name).toList(),
        header.labels(),
        header.message(),
        script.hash(),
        at,
        by,
        took);
  }

  LogEntry entry(String id, LogAction action, int number, LogOutcome outcome) {
    return new LogEntry(
        run.id(),
        number,
        id,
        action,
        outcome,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        run.clock().instant(),
        Duration.ZERO,
        run.owner());
  }
}
