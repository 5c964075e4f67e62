package dev.mdb.graph;

import java.util.BitSet;

/**
 * Answers most questions of "does it stand on that?" at once. One depth-first walk from below
 * numbers every revision when it is entered and when it is left. What is entered and left while
 * another is open was reached from it; what is left after it was not (Tarjan, 1972).
 */
final class Intervals {
  private final int[][] up;
  private final BitSet members;
  private final int[] entered;
  private final int[] left;
  private int clock;

  Intervals(Edges all, BitSet members) {
    this.up = all.up();
    this.members = members;
    this.entered = new int[up.length];
    this.left = new int[up.length];
    for (int i = members.nextSetBit(0); i >= 0; i = members.nextSetBit(i + 1)) {
      if (isLowest(all.down()[i])) walk(i);
    }
  }

  /** False when it does not, and also when that cannot be told from the numbers. */
  boolean surelyStandsOn(int upper, int lower) {
    return entered[lower] < entered[upper] && left[upper] < left[lower];
  }

  /** False when it does, and also when that cannot be told from the numbers. */
  boolean surelyNotStandsOn(int upper, int lower) {
    return left[upper] > left[lower];
  }

  private boolean isLowest(int[] down) {
    for (int below : down) if (members.get(below)) return false;
    return true;
  }

  private void walk(int start) {
    var path = new IntStack();
    var edge = new IntStack();
    entered[start] = ++clock;
    path.push(start);
    edge.push(0);
    while (!path.isEmpty()) {
      int at = path.peek();
      int tried = edge.pop();
      if (tried == up[at].length) {
        left[path.pop()] = ++clock;
        continue;
      }
      edge.push(tried + 1);
      int above = up[at][tried];
      if (!members.get(above) || entered[above] > 0) continue;
      entered[above] = ++clock;
      path.push(above);
      edge.push(0);
    }
  }
}
