package dev.mdb.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A run that somebody else will do: what a {@link ScriptWriter} puts into words.
 *
 * @param comments for whoever reads the script, first of all
 * @param assumed ids of the applied set that the script starts from; the script refuses to run on
 *     any other. Empty = from nothing: it creates the version table
 */
public record RunScript(List<String> comments, Set<String> assumed, List<Unit> units) {
  public RunScript {
    comments = List.copyOf(comments);
    units = List.copyOf(units);
  }

  /**
   * What is done together.
   *
   * @param transactional in one transaction, where the engine can
   */
  public record Unit(
      List<String> comments,
      boolean transactional,
      List<ScriptPart> parts,
      List<StateChange> changes) {
    public Unit {
      comments = List.copyOf(comments);
      parts = List.copyOf(parts);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A revision that comes into the applied set or leaves it. Times, run, user and host are filled
   * in where the script runs.
   *
   * @param entry as it is when all is done
   * @param added empty = the entry's revision leaves the set
   */
  public record StateChange(LogEntry entry, Optional<AppliedRevision> added) {}
}
