package dev.mdb.graph;

import java.util.BitSet;

/**
 * The reference order of a set of revisions, newest first; an upgrade runs its reverse. It follows
 * one line down as far as it can, first parent first, and turns to another line when something
 * there has to come first.
 *
 * <p>The lines that are being followed stand in a list; each has a tip, the next revision to emit.
 * A cursor points at one of them:
 *
 * <ul>
 *   <li>while another line stands on the cursor's tip, the cursor moves to the first such line;
 *   <li>else the tip is emitted. Of what it stands on, the first that is no tip yet takes its
 *       place, the others start lines at the end of the list; if there is none, the line is at its
 *       end and the cursor steps back by one.
 * </ul>
 */
final class PlanOrder {
  private final Edges all;
  private final BitSet open;
  private final Redundant redundant;
  private final Lines lines;
  private final FirstLine firstLine;
  // For each revision, how many open ones stand on it.
  private final int[] heldBy;
  private final int[] order;
  private int emitted;

  private PlanOrder(RevisionGraph graph, BitSet tips, BitSet todo) {
    this.all = graph.all();
    this.open = (BitSet) todo.clone();
    this.redundant = Redundant.within(graph, todo);
    this.lines = new Lines(graph.size());
    this.firstLine = new FirstLine(all, open, lines);
    this.heldBy = new int[graph.size()];
    this.order = new int[todo.cardinality()];
    todo.stream().forEach(this::hold);
    todo.stream().filter(tips::get).forEach(lines::start);
    // With an applied set that has holes there may be revisions that no tip leads to.
    todo.stream().filter(i -> heldBy[i] == 0 && !lines.isTip(i)).forEach(lines::start);
  }

  /**
   * @param tips where to start; those outside todo do not count
   * @param todo what to put in order
   * @return the indexes of todo; everything comes before what it stands on
   */
  static int[] newestFirst(RevisionGraph graph, BitSet tips, BitSet todo) {
    return new PlanOrder(graph, tips, todo).run();
  }

  private void hold(int index) {
    for (int below : all.down()[index]) if (open.get(below)) heldBy[below]++;
  }

  private int[] run() {
    int cursor = lines.first();
    while (cursor != Lines.NONE) {
      int tip = lines.tip(cursor);
      cursor = heldBy[tip] > 0 ? firstLine.above(tip) : emit(tip, cursor);
    }
    return order;
  }

  /**
   * @return where the cursor goes
   */
  private int emit(int tip, int cursor) {
    order[emitted++] = tip;
    open.clear(tip);
    lines.leave(cursor, all.down()[tip].length > 1);
    boolean goesOn = false;
    for (int below : all.down()[tip]) {
      if (!open.get(below)) continue;
      heldBy[below]--;
      if (lines.isTip(below) || redundant.contains(tip, below)) continue;
      if (goesOn) lines.start(below);
      else lines.moveTo(cursor, below);
      goesOn = true;
    }
    return goesOn ? cursor : lines.end(cursor);
  }
}
