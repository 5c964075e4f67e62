package dev.mdb.graph;

import java.util.BitSet;

/** Where a target lands on a line. */
sealed interface Position {
  /** On a revision. */
  record At(int revision) implements Position {}

  /** Before these revisions, which have no parent: nothing of their lines is applied there. */
  record Before(BitSet bases) implements Position {}

  /** The next revisions by parent edges. */
  default BitSet above(RevisionGraph graph) {
    if (this instanceof Before before) return (BitSet) before.bases.clone();
    var next = new BitSet();
    for (int child : graph.line().up()[((At) this).revision]) next.set(child);
    return next;
  }
}
