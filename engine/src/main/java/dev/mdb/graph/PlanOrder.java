package dev.mdb.graph;

import java.util.BitSet;

/**
 * The reference order of a set of revisions, newest first; an upgrade runs its reverse. It follows
 * one line down as far as it can, first parent first, and turns to another line when something
 * there has to come first.
 *
 * <p>The lines that are being followed stand in a list; each has its tip, the next revision to
 * emit. A cursor points at one of them:
 *
 * <ul>
 *   <li>while another tip still stands on the cursor's, it moves to the first such one;
 *   <li>else the tip is emitted. Of what it stands on, the first that is no tip yet takes its
 *       place, the others start lines at the end of the list; if there is none, the line is at its
 *       end and the cursor steps back by one.
 * </ul>
 */
final class PlanOrder {
  private final Edges all;
  private final BitSet todo;
  private final Redundant redundant;
  private final Lines lines;

  /**
   * For each revision, how many that stand on it have not been emitted; none = nothing holds it
   * back.
   */
  private final int[] waiting;

  private final int[] order;
  private int emitted;

  private PlanOrder(RevisionGraph graph, BitSet tips, BitSet todo) {
    this.all = graph.all();
    this.todo = todo;
    this.redundant = Redundant.within(graph, todo);
    this.waiting = new int[graph.size()];
    this.order = new int[todo.cardinality()];
    this.lines = new Lines(all, todo);
    todo.stream().forEach(this::countWaiting);
    todo.stream().filter(tips::get).forEach(lines::start);
    todo.stream().filter(i -> waiting[i] == 0 && !lines.isTip(i)).forEach(lines::start);
  }

  /**
   * @param tips where to start; those outside todo do not count
   * @param todo what to put in order
   * @return the indexes of todo; everything comes before what it stands on
   */
  static int[] newestFirst(RevisionGraph graph, BitSet tips, BitSet todo) {
    return new PlanOrder(graph, tips, todo).run();
  }

  private void countWaiting(int index) {
    for (int below : all.down()[index]) if (todo.get(below)) waiting[below]++;
  }

  private int[] run() {
    int cursor = lines.first();
    while (cursor != Lines.NONE) {
      int tip = lines.tip(cursor);
      cursor = waiting[tip] > 0 ? lines.firstAbove(tip) : emit(tip, cursor);
    }
    return order;
  }

  private int emit(int tip, int cursor) {
    order[emitted++] = tip;
    lines.leave(tip);
    boolean placed = false;
    for (int below : all.down()[tip]) {
      if (!todo.get(below)) continue;
      waiting[below]--;
      if (lines.isTip(below) || redundant.contains(tip, below)) continue;
      if (placed) lines.start(below);
      else lines.follow(cursor, below);
      placed = true;
    }
    return placed ? cursor : lines.end(cursor);
  }
}
