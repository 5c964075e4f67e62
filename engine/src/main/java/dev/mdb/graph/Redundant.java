package dev.mdb.graph;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Dependencies that an ancestor by parent edges names as well: they do not shape the order. */
final class Redundant {
  private record Edge(int from, int to) {}

  private final Set<Edge> edges = new HashSet<>();

  private Redundant() {}

  static Redundant within(RevisionGraph graph, BitSet todo) {
    var redundant = new Redundant();
    todo.stream()
        .filter(needed -> graph.needs().up()[needed].length > 1)
        .forEach(needed -> redundant.find(graph, todo, needed));
    return redundant;
  }

  boolean contains(int from, int to) {
    return !edges.isEmpty() && edges.contains(new Edge(from, to));
  }

  /** Walks up from all that name it; whoever is met on the way has an ancestor that names it. */
  private void find(RevisionGraph graph, BitSet todo, int needed) {
    var naming = new BitSet();
    for (int i : graph.needs().up()[needed]) if (todo.get(i)) naming.set(i);
    var seen = new BitSet();
    var stack = new IntStack();
    naming.stream().forEach(stack::push);
    while (!stack.isEmpty()) {
      for (int child : graph.line().up()[stack.pop()]) {
        if (!todo.get(child) || seen.get(child)) continue;
        seen.set(child);
        stack.push(child);
      }
    }
    seen.and(naming);
    for (int parent : graph.line().up()[needed]) seen.clear(parent);
    seen.stream().forEach(from -> edges.add(new Edge(from, needed)));
  }
}
