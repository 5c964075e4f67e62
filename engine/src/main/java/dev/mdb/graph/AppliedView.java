package dev.mdb.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An applied set seen through a graph: known revisions by index, and the ids that no script has.
 */
final class AppliedView {
  private final RevisionGraph graph;
  private final AppliedSet applied;
  private final List<String> strangers;
  private final BitSet known;

  AppliedView(RevisionGraph graph, AppliedSet applied) {
    this.graph = graph;
    this.applied = applied;
    this.strangers = graph.withoutScript(applied);
    this.known = graph.indexes(applied.ids());
  }

  AppliedSet set() {
    return applied;
  }

  /** Applied revisions of the graph. */
  BitSet known() {
    return known;
  }

  /** Applied ids without a script. */
  List<String> strangers() {
    return strangers;
  }

  /** Maximal applied revisions of the graph, as far as the graph can tell. */
  BitSet knownHeads() {
    var implied = new BitSet();
    known.stream().forEach(i -> markAll(implied, graph.all().down()[i]));
    var heads = (BitSet) known.clone();
    heads.andNot(graph.all().below(implied));
    return heads;
  }

  /**
   * Known heads that no id without a script is recorded to stand on, then the highest of those ids.
   */
  List<String> heads() {
    var carried = new HashSet<String>();
    strangers.forEach(id -> carried.addAll(carriersOf(id)));
    var heads = new ArrayList<>(graph.ids(knownHeads()));
    heads.removeIf(carried::contains);
    strangers.stream().filter(id -> !carried.contains(id)).forEach(heads::add);
    return heads;
  }

  /**
   * The ids without a script that are recorded to stand on one of these revisions, directly or on
   * each other.
   */
  Set<String> strangersOn(BitSet below) {
    var found = new LinkedHashSet<String>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (var id : strangers) {
        if (!found.contains(id) && standsOn(id, below, found)) grew = found.add(id);
      }
    }
    return found;
  }

  private boolean standsOn(String stranger, BitSet below, Set<String> others) {
    return carriersOf(stranger).stream()
        .anyMatch(
            name -> others.contains(name) || graph.indexOf(name).filter(below::get).isPresent());
  }

  private List<String> carriersOf(String stranger) {
    return applied.standsOn().getOrDefault(stranger, List.of());
  }

  private static void markAll(BitSet set, int[] indexes) {
    for (int index : indexes) set.set(index);
  }
}
