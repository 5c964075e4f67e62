package dev.mdb.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds the first line that stands on a revision. Asking afresh each time would make long plans
 * quadratic. Mostly a look at the first few lines is enough, as {@link Intervals} knows about them.
 * If not, the lines above are searched and answers are kept. They stay true for long: what the
 * lines stand on only shrinks, hence the first line of a revision can only become a later one, and
 * it stays the same as long as that line has lost nothing.
 */
final class FirstLine {
  private static final int NO_LINE = Integer.MAX_VALUE;
  private static final int NOT_ASKED = -1;
  private static final int LOOKS = 64;

  private final int[][] up;
  private final BitSet open;
  private final Lines lines;
  private final Intervals intervals;
  private final int[] answer;
  private final int[] answeredAt;

  /**
   * @param open the revisions that have not been emitted; each has a line on it or above it
   */
  FirstLine(Edges all, BitSet open, Lines lines) {
    this.up = all.up();
    this.open = open;
    this.lines = lines;
    this.intervals = new Intervals(all, open);
    this.answer = new int[up.length];
    this.answeredAt = new int[up.length];
    Arrays.fill(answeredAt, NOT_ASKED);
  }

  /** The slot of the first line above a revision, the one at the revision left out. */
  int above(int revision) {
    int slot = lines.first();
    for (int look = 0; look < LOOKS && slot != Lines.NONE; look++) {
      int tip = lines.tip(slot);
      if (intervals.surelyStandsOn(tip, revision)) return slot;
      if (tip != revision && !intervals.surelyNotStandsOn(tip, revision)) break;
      slot = lines.after(slot);
    }
    return search(revision);
  }

  private int search(int revision) {
    int first = NO_LINE;
    for (int next : up[revision]) if (open.get(next)) first = Math.min(first, atOrAbove(next));
    return first;
  }

  private int atOrAbove(int revision) {
    var stack = new IntStack();
    stack.push(revision);
    while (!stack.isEmpty()) {
      int at = stack.peek();
      if (isKnown(at)) stack.pop();
      else if (!askAbove(at, stack)) learn(stack.pop());
    }
    return answer[revision];
  }

  /**
   * @return was there anything to ask first?
   */
  private boolean askAbove(int revision, IntStack stack) {
    boolean asked = false;
    for (int next : up[revision]) {
      if (!open.get(next) || isKnown(next)) continue;
      stack.push(next);
      asked = true;
    }
    return asked;
  }

  private void learn(int revision) {
    int first = lines.isTip(revision) ? lines.slotOf(revision) : NO_LINE;
    for (int next : up[revision]) if (open.get(next)) first = Math.min(first, answer[next]);
    answer[revision] = first;
    answeredAt[revision] = lines.now();
  }

  private boolean isKnown(int revision) {
    int moment = answeredAt[revision];
    return moment != NOT_ASKED && lines.keptAll(answer[revision], moment);
  }
}
