package dev.mdb.graph;

/** Why a step is in a plan. */
public enum Reason {
  /**
   * The request asks for it: a target of an upgrade, or what stands on the stop of a downgrade by
   * parent edges.
   */
  TARGET,
  /** Upgrade: a target stands on it by parent edges. */
  ANCESTOR,
  /** Upgrade: something in the plan depends on it, or on something that stands on it. */
  DEPENDENCY,
  /** Downgrade: it depends on something in the plan, or stands on such a dependent. */
  DEPENDENT
}
