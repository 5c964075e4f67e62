package dev.mdb.graph;

import java.util.Arrays;

/**
 * The lines that {@link PlanOrder} follows, in the order they were started, linked so that one can
 * be taken out. A line is known by its slot, which never changes and grows with the order; its tip
 * is the revision that it has come to.
 */
final class Lines {
  static final int NONE = -1;
  private static final int NEVER_AGAIN = Integer.MAX_VALUE;

  private final int[] slotOf;
  private int[] tips = new int[64];
  private int[] before = new int[64];
  private int[] after = new int[64];
  private int[] lost = new int[64];
  private int slots;
  private int first = NONE;
  private int last = NONE;
  private int clock;

  Lines(int revisions) {
    this.slotOf = new int[revisions];
    Arrays.fill(slotOf, NONE);
  }

  /** The slot of the first line, {@link #NONE} when all have ended. */
  int first() {
    return first;
  }

  /** The slot of the next line, {@link #NONE} after the last. */
  int after(int slot) {
    return after[slot];
  }

  int tip(int slot) {
    return tips[slot];
  }

  /** The slot of the line that has come to a revision. */
  int slotOf(int revision) {
    return slotOf[revision];
  }

  boolean isTip(int revision) {
    return slotOf[revision] != NONE;
  }

  /** Starts a line at the end of the list. */
  void start(int revision) {
    if (slots == tips.length) grow();
    int slot = slots++;
    before[slot] = last;
    after[slot] = NONE;
    if (last == NONE) first = slot;
    else after[last] = slot;
    last = slot;
    moveTo(slot, revision);
  }

  void moveTo(int slot, int revision) {
    tips[slot] = revision;
    slotOf[revision] = slot;
  }

  /**
   * The line leaves its tip, and may stand on less than before when its tip stood on several
   * revisions.
   */
  void leave(int slot, boolean loses) {
    slotOf[tips[slot]] = NONE;
    if (loses) lost[slot] = ++clock;
  }

  /**
   * Takes a line out of the list.
   *
   * @return the line before it; the first one if it was the first
   */
  int end(int slot) {
    lost[slot] = NEVER_AGAIN;
    if (before[slot] == NONE) first = after[slot];
    else after[before[slot]] = after[slot];
    if (after[slot] == NONE) last = before[slot];
    else before[after[slot]] = before[slot];
    return before[slot] == NONE ? first : before[slot];
  }

  /** A moment between two losses. */
  int now() {
    return clock;
  }

  /** Does the line still stand on everything that it stood on at that moment? */
  boolean keptAll(int slot, int moment) {
    return lost[slot] <= moment;
  }

  private void grow() {
    tips = Arrays.copyOf(tips, slots * 2);
    before = Arrays.copyOf(before, slots * 2);
    after = Arrays.copyOf(after, slots * 2);
    lost = Arrays.copyOf(lost, slots * 2);
  }
}
