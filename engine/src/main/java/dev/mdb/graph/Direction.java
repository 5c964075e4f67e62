package dev.mdb.graph;

/** Which way a step or a walk goes. */
public enum Direction {
  UPGRADE,
  DOWNGRADE
}
