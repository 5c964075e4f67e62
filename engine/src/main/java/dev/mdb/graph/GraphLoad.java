package dev.mdb.graph;

import java.util.List;

/**
 * What loading gives: the sound part, and everything that is wrong with the rest.
 *
 * @param graph without the revisions that have a fault, and without those that stand on one of
 *     these by either edge
 * @param faults in load order of the revisions they are about; empty = every revision is in the
 *     graph
 */
public record GraphLoad(RevisionGraph graph, List<GraphFault> faults) {
  public GraphLoad {
    faults = List.copyOf(faults);
  }
}
