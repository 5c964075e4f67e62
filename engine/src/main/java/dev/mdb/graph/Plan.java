package dev.mdb.graph;

import java.util.List;

/**
 * What a request would do. A value: nothing has run.
 *
 * @param direction of every step
 * @param steps in run order
 * @param heads the current heads when all steps have run: ids in load order, then applied ids
 *     without a script
 * @param applied the applied set when all steps have run
 * @param pending revisions that are still not applied then, in load order
 */
public record Plan(
    Direction direction,
    List<Step> steps,
    List<String> heads,
    AppliedSet applied,
    List<Revision> pending) {
  public Plan {
    steps = List.copyOf(steps);
    heads = List.copyOf(heads);
    pending = List.copyOf(pending);
  }

  /** The revisions of the steps, in run order. */
  public List<String> ids() {
    return steps.stream().map(step -> step.revision().id()).toList();
  }

  /** There is nothing to do. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
