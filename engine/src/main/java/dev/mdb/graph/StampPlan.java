package dev.mdb.graph;

import java.util.List;

/**
 * What a stamp would write.
 *
 * @param added ids that become applied, in load order
 * @param removed ids that become unapplied, in load order; purged ids without a script come last
 * @param heads the current heads afterwards
 * @param applied the applied set afterwards
 */
public record StampPlan(
    List<String> added, List<String> removed, List<String> heads, AppliedSet applied) {
  public StampPlan {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    heads = List.copyOf(heads);
  }

  /** The set stays as it is. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }
}
