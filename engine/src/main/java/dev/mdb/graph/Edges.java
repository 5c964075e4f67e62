package dev.mdb.graph;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * One kind of edges, by index of revision. {@code down[i]} is what i stands on, in the order
 * written; {@code up[i]} is what stands on i, in load order. All walks keep their own stack: lines
 * are deep.
 */
record Edges(int[][] down, int[][] up) {
  static Edges of(int[][] down) {
    return new Edges(down, inverse(down));
  }

  /** Both kinds together, this one's first, each neighbour once. */
  Edges and(Edges other) {
    int[][] both = down.clone();
    boolean more = false;
    for (int i = 0; i < both.length; i++) {
      if (other.down[i].length == 0) continue;
      both[i] = union(down[i], other.down[i]);
      more = true;
    }
    return more ? of(both) : this;
  }

  /** The given revisions and all they stand on. */
  BitSet below(BitSet start) {
    return reach(start, down);
  }

  /** The given revisions and all that stands on them. */
  BitSet above(BitSet start) {
    return reach(start, up);
  }

  BitSet below(int start) {
    return below(only(start));
  }

  BitSet above(int start) {
    return above(only(start));
  }

  static BitSet only(int index) {
    var set = new BitSet();
    set.set(index);
    return set;
  }

  private static int[] union(int[] first, int[] second) {
    return IntStream.concat(Arrays.stream(first), Arrays.stream(second)).distinct().toArray();
  }

  private static int[][] inverse(int[][] down) {
    int[] count = new int[down.length];
    for (int[] targets : down) for (int target : targets) count[target]++;
    int[][] up = new int[down.length][];
    for (int i = 0; i < up.length; i++) up[i] = new int[count[i]];
    for (int i = down.length - 1; i >= 0; i--) {
      for (int target : down[i]) up[target][--count[target]] = i;
    }
    return up;
  }

  private static BitSet reach(BitSet start, int[][] neighbours) {
    var seen = (BitSet) start.clone();
    var stack = new IntStack();
    start.stream().forEach(stack::push);
    while (!stack.isEmpty()) {
      for (int next : neighbours[stack.pop()]) {
        if (seen.get(next)) continue;
        seen.set(next);
        stack.push(next);
      }
    }
    return seen;
  }
}
