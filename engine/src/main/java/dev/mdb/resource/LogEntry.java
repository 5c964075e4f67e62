package dev.mdb.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A line of the append-only log.
 *
 * @param run id of the run, the same for all its entries
 * @param ordinal from 1, the place of the step in its run
 * @param operations hex SHA-256 of each operation that was done, in order
 * @param error one line, without secrets
 */
public record LogEntry(
    String run,
    int ordinal,
    String revision,
    LogAction action,
    LogOutcome outcome,
    List<String> operations,
    Optional<String> error,
    Instant at,
    Duration took,
    RunOwner owner) {
  public LogEntry {
    operations = List.copyOf(operations);
  }
}
