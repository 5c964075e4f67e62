package dev.mdb.graph;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The list of lines that {@link PlanOrder} follows: slots in the order they were started, linked so
 * that one can go.
 */
final class Lines {
  static final int NONE = -1;

  private final Edges all;
  private final BitSet todo;
  private final int[] slotOf;
  private int[] tips = new int[64];
  private int[] before = new int[64];
  private int[] after = new int[64];
  private int slots;
  private int first = NONE;
  private int last = NONE;

  Lines(Edges all, BitSet todo) {
    this.all = all;
    this.todo = (BitSet) todo.clone();
    this.slotOf = new int[all.down().length];
    Arrays.fill(slotOf, NONE);
  }

  int first() {
    return first;
  }

  int tip(int slot) {
    return tips[slot];
  }

  boolean isTip(int revision) {
    return slotOf[revision] != NONE;
  }

  /** A new line at the end of the list. */
  void start(int revision) {
    if (slots == tips.length) grow();
    int slot = slots++;
    before[slot] = last;
    after[slot] = NONE;
    if (last == NONE) first = slot;
    else after[last] = slot;
    last = slot;
    follow(slot, revision);
  }

  void follow(int slot, int revision) {
    tips[slot] = revision;
    slotOf[revision] = slot;
  }

  /** The revision has been emitted. */
  void leave(int revision) {
    slotOf[revision] = NONE;
    todo.clear(revision);
  }

  /**
   * Takes a line off the list.
   *
   * @return the line before it, or the first one
   */
  int end(int slot) {
    if (before[slot] == NONE) first = after[slot];
    else after[before[slot]] = after[slot];
    if (after[slot] == NONE) last = before[slot];
    else before[after[slot]] = before[slot];
    return before[slot] == NONE ? first : before[slot];
  }

  /** The first line whose tip stands on a revision, itself left out. */
  int firstAbove(int revision) {
    int best = Integer.MAX_VALUE;
    var seen = Edges.only(revision);
    var stack = new IntStack();
    stack.push(revision);
    while (!stack.isEmpty()) {
      for (int next : all.up()[stack.pop()]) {
        if (!todo.get(next) || seen.get(next)) continue;
        seen.set(next);
        stack.push(next);
        if (slotOf[next] != NONE) best = Math.min(best, slotOf[next]);
      }
    }
    return best;
  }

  private void grow() {
    tips = Arrays.copyOf(tips, slots * 2);
    before = Arrays.copyOf(before, slots * 2);
    after = Arrays.copyOf(after, slots * 2);
  }
}
