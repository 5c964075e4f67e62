package dev.mdb.graph;

import dev.mdb.error.Problem;

/**
 * Something that the graph refuses, as a typed value. {@link #problem()} tells a person about it.
 */
public sealed interface Fault permits GraphFault, TargetFault, PlanFault {
  Problem problem();
}
