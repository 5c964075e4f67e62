package dev.mdb.graph;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Dependencies that an ancestor by parent edges names as well: they do not shape the order. */
final class Redundant {
  private record Edge(int from, int to) {}

  private final RevisionGraph graph;
  private final BitSet todo;
  private final Set<Edge> edges = new HashSet<>();

  private Redundant(RevisionGraph graph, BitSet todo) {
    this.graph = graph;
    this.todo = todo;
  }

  static Redundant within(RevisionGraph graph, BitSet todo) {
    var redundant = new Redundant(graph, todo);
    var needed = new BitSet();
    todo.stream().filter(i -> graph.needs().up()[i].length > 1).forEach(needed::set);
    if (!needed.isEmpty()) redundant.findAll(needed);
    return redundant;
  }

  boolean contains(int from, int to) {
    return !edges.isEmpty() && edges.contains(new Edge(from, to));
  }

  private void findAll(BitSet needed) {
    int[] heights = heights();
    needed.stream().forEach(each -> find(each, heights));
  }

  /** Walks up from all that name it; whoever is met on the way has an ancestor that names it. */
  private void find(int needed, int[] heights) {
    var naming = new BitSet();
    for (int i : graph.needs().up()[needed]) if (todo.get(i)) naming.set(i);
    int top = naming.stream().map(i -> heights[i]).max().orElse(0);
    var seen = new BitSet();
    var stack = new IntStack();
    naming.stream().forEach(stack::push);
    while (!stack.isEmpty()) {
      for (int child : graph.line().up()[stack.pop()]) {
        if (!todo.get(child) || seen.get(child) || heights[child] > top) continue;
        seen.set(child);
        stack.push(child);
      }
    }
    seen.and(naming);
    for (int parent : graph.line().up()[needed]) seen.clear(parent);
    seen.stream().forEach(from -> edges.add(new Edge(from, needed)));
  }

  /** For each revision the length of the longest way down; every edge leads to a lower one. */
  private int[] heights() {
    int[] heights = new int[graph.size()];
    int[] waitsFor = new int[graph.size()];
    var free = new IntStack();
    todo.stream()
        .forEach(
            i -> {
              for (int below : graph.all().down()[i]) if (todo.get(below)) waitsFor[i]++;
              if (waitsFor[i] == 0) free.push(i);
            });
    while (!free.isEmpty()) {
      int at = free.pop();
      for (int above : graph.all().up()[at]) {
        heights[above] = Math.max(heights[above], heights[at] + 1);
        if (todo.get(above) && --waitsFor[above] == 0) free.push(above);
      }
    }
    return heights;
  }
}
