package dev.mdb.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What speaks against a request whose target is clear. Each objection ends it before anything runs.
 */
record Objections(RevisionGraph graph, AppliedView applied) {

  /** A squashed revision cannot be run where a part of it has been. */
  void toUpgrade(BitSet todo) {
    for (int i = todo.nextSetBit(0); i >= 0; i = todo.nextSetBit(i + 1)) {
      var part = applied.partOf(i);
      if (part.isEmpty()) continue;
      var missing = new ArrayList<>(graph.revision(i).replaces());
      missing.removeAll(part);
      throw new GraphException(new PlanFault.PartlyReplaced(graph.id(i), part, missing));
    }
  }

  /**
   * @param order what would go, newest first
   */
  void toDowngrade(Target target, Landing landing, int[] order, boolean cascade) {
    var drop = new BitSet();
    for (int i : order) drop.set(i);
    requireScripts(target, drop);
    if (drop.isEmpty()) requireApplied(target, landing);
    if (!cascade) requireInside(target, landing, order);
    requireReversible(order);
  }

  /**
   * {@code base} takes everything away, so it needs every script; else only what stands on the
   * dropped ones.
   */
  private void requireScripts(Target target, BitSet drop) {
    var needed =
        target.equals(Target.base()) ? applied.strangers() : List.copyOf(applied.strangersOn(drop));
    if (!needed.isEmpty()) {
      throw new GraphException(new PlanFault.NoScript(target.toString(), needed));
    }
  }

  private void requireApplied(Target target, Landing landing) {
    var absent = landing.revisions();
    absent.andNot(applied.known());
    if (absent.isEmpty()) return;
    throw new GraphException(
        new PlanFault.StopNotApplied(target.toString(), graph.ids(absent), applied.heads()));
  }

  private void requireInside(Target target, Landing landing, int[] order) {
    if (Arrays.stream(order).allMatch(landing.scope()::get)) return;
    var labels = graph.branchLabels();
    var outside = new LinkedHashMap<String, List<String>>();
    for (int i : order) {
      if (landing.scope().get(i)) continue;
      var ofRevision = labels.getOrDefault(graph.id(i), List.of());
      var line = ofRevision.isEmpty() ? baseOf(i) : ofRevision.get(0);
      outside.computeIfAbsent(line, any -> new ArrayList<>()).add(graph.id(i));
    }
    var branch = target.branch().orElse("");
    throw new GraphException(new PlanFault.NeedsCascade(target.toString(), branch, outside));
  }

  private String baseOf(int index) {
    var bases = graph.line().below(index);
    bases.and(graph.baseSet());
    return graph.id(bases.nextSetBit(0));
  }

  private void requireReversible(int[] order) {
    var stuck = new ArrayList<Revision>();
    for (int i : order) {
      if (!(graph.revision(i).downgrade() instanceof Downgrade.Present))
        stuck.add(graph.revision(i));
    }
    if (!stuck.isEmpty()) throw new GraphException(new PlanFault.NotReversible(stuck));
  }
}
