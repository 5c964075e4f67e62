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
    this.known = new BitSet();
    for (int i = 0; i < graph.size(); i++) {
      if (graph.isApplied(graph.revision(i), applied)) known.set(i);
    }
    this.strangers = applied.ids().stream().filter(this::isStranger).toList();
  }

  /** A replaced id is no stranger once the revision that replaces it counts as applied. */
  private boolean isStranger(String id) {
    var index = graph.indexOf(id);
    if (index.isEmpty()) return true;
    var revision = graph.revision(index.get());
    return !known.get(index.get()) || revision.labels().contains(id);
  }

  /**
   * The applied ones among the revisions that a squashed one replaces, when it does not count as
   * applied itself.
   */
  List<String> partOf(int squashed) {
    if (known.get(squashed)) return List.of();
    return graph.revision(squashed).replaces().stream().filter(applied::contains).toList();
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
