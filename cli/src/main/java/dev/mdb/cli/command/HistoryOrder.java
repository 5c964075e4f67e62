package dev.mdb.cli.command;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.TargetRange;
import java.util.List;
import java.util.Optional;

/** A whole graph, newest first. */
final class HistoryOrder {
  private static final TargetRange EVERYTHING = new TargetRange(Optional.empty(), Optional.empty());

  private HistoryOrder() {}

  static List<Revision> newestFirst(RevisionGraph graph) {
    return new Planner(graph).between(EVERYTHING, AppliedSet.nothing());
  }
}
