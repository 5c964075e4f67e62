package dev.mdb.graph;

/** Which edges a walk over the graph takes. */
public enum EdgeKind {
  PARENT,
  DEPENDENCY,
  BOTH
}
