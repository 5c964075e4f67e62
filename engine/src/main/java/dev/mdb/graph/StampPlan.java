package dev.mdb.graph;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a stamp would write.
 *
 * @param added ids that become applied, in load order
 * @param removed ids that become unapplied, in load order; purged ids without a script come last
 * @param renewed ids that stay applied and are recorded anew, in load order
 * @param heads the current heads afterwards
 * @param applied the applied set afterwards
 */
public record StampPlan(
    List<String> added,
    List<String> removed,
    List<String> renewed,
    List<String> heads,
    AppliedSet applied) {
  public StampPlan {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    renewed = List.copyOf(renewed);
    heads = List.copyOf(heads);
  }

  /** The ids whose record goes, some of them to come back as {@link #recorded}. */
  public List<String> forgotten() {
    return Stream.concat(removed.stream(), renewed.stream()).toList();
  }

  /** The ids that get a record. */
  public List<String> recorded() {
    return Stream.concat(renewed.stream(), added.stream()).toList();
  }

  /** Nothing is written. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && renewed.isEmpty();
  }
}
