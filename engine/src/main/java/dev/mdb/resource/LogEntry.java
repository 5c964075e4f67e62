package dev.mdb.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the log, named by its run and its place in it. Where an engine cannot roll back, it
 * is also the journal of its revision: written when the block begins, updated with every part that
 * is done.
 *
 * @param run id of the run, the same for all its entries
 * @param ordinal from 1, the place of the step in its run
 * @param parts hash of each {@link Part} that was done, in order
 * @param checkpoint how to go on, while the entry is open: see the journal
 * @param error one line, without secrets
 */
public record LogEntry(
    String run,
    int ordinal,
    String revision,
    LogAction action,
    LogOutcome outcome,
    List<String> parts,
    Optional<String> checkpoint,
    Optional<String> error,
    Instant at,
    Duration took,
    RunOwner owner) {
  public LogEntry {
    parts = List.copyOf(parts);
  }

  /** The same entry, as it stands later. */
  public LogEntry with(
      LogOutcome outcome, List<String> parts, Optional<String> checkpoint, Duration took) {
    return new LogEntry(
        run, ordinal, revision, action, outcome, parts, checkpoint, error, at, took, owner);
  }

  public LogEntry failed(LogOutcome outcome, String error) {
    return new LogEntry(
        run,
        ordinal,
        revision,
        action,
        outcome,
        parts,
        checkpoint,
        Optional.of(error),
        at,
        took,
        owner);
  }
}
