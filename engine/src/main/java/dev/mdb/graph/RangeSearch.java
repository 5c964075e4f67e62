package dev.mdb.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Finds what lies between the ends of a range. */
record RangeSearch(RevisionGraph graph, TargetResolver resolver) {

  List<Revision> between(TargetRange range) {
    var from = range.from().map(resolver::land);
    var tips = resolver.land(range.to().orElse(lastOf(range))).revisions();
    if (range.from().flatMap(Target::branch).isPresent()) tips.and(from.orElseThrow().scope());
    var lower = from.map(Landing::revisions).orElseGet(BitSet::new);
    return between(lower, tips, range.toString());
  }

  /** Revisions on a way from an upper one down to a lower one, by either edge; newest first. */
  List<Revision> between(BitSet lower, BitSet upper, String range) {
    var members = graph.all().below(upper);
    var notBelow = (BitSet) lower.clone();
    notBelow.andNot(members);
    if (!notBelow.isEmpty()) {
      throw new GraphException(new PlanFault.RangeNotOrdered(range, graph.ids(notBelow)));
    }
    if (!lower.isEmpty()) members.and(graph.all().above(lower));
    var found = new ArrayList<Revision>();
    for (int i : PlanOrder.newestFirst(graph, upper, members)) found.add(graph.revision(i));
    return found;
  }

  private static Target lastOf(TargetRange range) {
    var branch = range.from().flatMap(Target::branch);
    return new Target(branch, new Symbol.Heads(), Optional.empty());
  }
}
