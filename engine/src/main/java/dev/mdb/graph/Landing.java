package dev.mdb.graph;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * What a target means in a graph: one place, or several for {@code heads} and its like.
 *
 * @param branch the revision whose lineage the target is limited to
 * @param scope that lineage; without a branch it is everything
 */
record Landing(
    RevisionGraph graph, Optional<Integer> branch, BitSet scope, List<Position> positions) {

  /** The revisions it lands on; empty = only before the first ones. */
  BitSet revisions() {
    var found = new BitSet();
    for (var position : positions) {
      if (position instanceof Position.At at) found.set(at.revision());
    }
    return found;
  }

  /** The next revisions above all the places, within the branch. */
  BitSet roots() {
    var found = new BitSet();
    for (var position : positions) found.or(position.above(graph));
    found.and(scope);
    return found;
  }
}
