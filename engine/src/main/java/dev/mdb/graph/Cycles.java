package dev.mdb.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Finds the revisions that wait for each other. Peels off what stands on nothing that is left
 * (Kahn, 1962), first from below and then from above; every knot among the rest is reported once,
 * by its shortest way round.
 */
final class Cycles {
  private final Edges edges;
  private final BitSet left;

  private Cycles(Edges edges) {
    this.edges = edges;
    this.left = new BitSet();
    left.set(0, edges.down().length);
  }

  /**
   * Each cycle from its first revision in load order; each stands on the next, the last on the
   * first.
   */
  static List<int[]> in(Edges edges) {
    var search = new Cycles(edges);
    search.peel(edges.down(), edges.up());
    if (search.left.isEmpty()) return List.of();
    search.peel(edges.up(), edges.down());
    return search.knots();
  }

  private void peel(int[][] waitsFor, int[][] wakes) {
    int[] open = new int[waitsFor.length];
    var free = new IntStack();
    for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
      for (int other : waitsFor[i]) if (left.get(other)) open[i]++;
      if (open[i] == 0) free.push(i);
    }
    while (!free.isEmpty()) {
      int done = free.pop();
      left.clear(done);
      for (int next : wakes[done]) {
        if (left.get(next) && --open[next] == 0) free.push(next);
      }
    }
  }

  /**
   * What is left lies on a cycle or between two. A cycle that was found takes its whole knot away.
   */
  private List<int[]> knots() {
    var found = new ArrayList<int[]>();
    for (int i = left.nextSetBit(0); i >= 0; i = left.nextSetBit(i + 1)) {
      var knot = within(i, edges.down());
      knot.and(within(i, edges.up()));
      if (knot.get(i)) {
        found.add(wayRound(i));
        left.andNot(knot);
      }
    }
    return found;
  }

  /**
   * What can be reached from a revision in one step or more; itself only if there is a way round.
   */
  private BitSet within(int start, int[][] neighbours) {
    var seen = new BitSet();
    var stack = new IntStack();
    stack.push(start);
    while (!stack.isEmpty()) {
      for (int next : neighbours[stack.pop()]) {
        if (!left.get(next) || seen.get(next)) continue;
        seen.set(next);
        stack.push(next);
      }
    }
    return seen;
  }

  /** Breadth first, so that the path is short enough to read. */
  private int[] wayRound(int start) {
    int[] cameFrom = new int[edges.down().length];
    Arrays.fill(cameFrom, -1);
    var queue = new ArrayDeque<Integer>(List.of(start));
    while (cameFrom[start] < 0) {
      int at = queue.remove();
      for (int next : edges.down()[at]) {
        if (!left.get(next) || cameFrom[next] >= 0) continue;
        cameFrom[next] = at;
        queue.add(next);
      }
    }
    var path = new ArrayList<Integer>();
    for (int at = cameFrom[start]; at != start; at = cameFrom[at]) path.add(at);
    path.add(start);
    Collections.reverse(path);
    return path.stream().mapToInt(Integer::intValue).toArray();
  }
}
