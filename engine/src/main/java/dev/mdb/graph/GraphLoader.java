package dev.mdb.graph;

import dev.mdb.error.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the headers once, notes every fault, and builds the graph of what is sound. */
final class GraphLoader {
  private record Found(int index, GraphFault fault) {}

  private final List<Revision> revisions;
  private final Map<String, Integer> owner = new HashMap<>();
  private final List<Found> faults = new ArrayList<>();
  private final BitSet unsound = new BitSet();

  GraphLoader(List<Revision> inLoadOrder) {
    this.revisions = List.copyOf(inLoadOrder);
  }

  GraphLoad load() {
    claimIds();
    claimLabels();
    claimReplaced();
    var line = Edges.of(resolveAll(false));
    var needs = Edges.of(resolveAll(true));
    var all = line.and(needs);
    for (int[] cycle : Cycles.in(all)) reportCycle(cycle);
    unsound.or(all.above(unsound));
    faults.sort(Comparator.comparingInt(Found::index));
    return new GraphLoad(soundPart(line, needs, all), faults.stream().map(Found::fault).toList());
  }

  private void report(int index, GraphFault fault) {
    faults.add(new Found(index, fault));
    unsound.set(index);
  }

  private void claimIds() {
    var holders = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < revisions.size(); i++) {
      var revision = revisions.get(i);
      checkName(i, revision.id(), false);
      if (owner.putIfAbsent(revision.id(), i) != null) {
        holders.computeIfAbsent(revision.id(), id -> listOf(owner.get(id))).add(i);
      }
    }
    holders.forEach(
        (id, indexes) -> {
          report(indexes.get(0), new GraphFault.DuplicateId(id, sources(indexes)));
          indexes.forEach(unsound::set);
        });
  }

  private void claimLabels() {
    var carriers = new LinkedHashMap<String, List<Integer>>();
    for (int i = 0; i < revisions.size(); i++) {
      for (var label : revisions.get(i).labels()) {
        checkName(i, label, true);
        var indexes = carriers.computeIfAbsent(label, any -> new ArrayList<>());
        if (!indexes.contains(i)) indexes.add(i);
      }
    }
    carriers.forEach(this::claimLabel);
  }

  private void claimLabel(String label, List<Integer> carriers) {
    var ofId = owner.putIfAbsent(label, carriers.get(0));
    if (ofId != null) {
      for (int i : carriers) {
        var revision = revisions.get(i);
        var place = revisions.get(ofId).source();
        report(i, new GraphFault.LabelIsId(label, revision.id(), revision.source(), place));
      }
    } else if (carriers.size() > 1) {
      var ids = carriers.stream().map(i -> revisions.get(i).id()).toList();
      report(carriers.get(0), new GraphFault.DuplicateLabel(label, ids, sources(carriers)));
      carriers.forEach(unsound::set);
    }
  }

  /** The ids of squashed scripts stand for the revision that replaces them. */
  private void claimReplaced() {
    for (int i = 0; i < revisions.size(); i++) {
      var revision = revisions.get(i);
      for (var replaced : revision.replaces()) {
        var other = owner.putIfAbsent(replaced, i);
        if (other == null) continue;
        var place = revisions.get(other).source();
        report(i, new GraphFault.StillThere(revision.id(), replaced, revision.source(), place));
      }
    }
  }

  private void checkName(int index, String name, boolean label) {
    var revision = revisions.get(index);
    Names.wrongWithName(name)
        .map(why -> new GraphFault.IllegalName(revision.id(), name, label, why, revision.source()))
        .ifPresent(fault -> report(index, fault));
  }

  private int[][] resolveAll(boolean dependencies) {
    int[][] edges = new int[revisions.size()][];
    for (int i = 0; i < edges.length; i++) {
      var names = dependencies ? needed(revisions.get(i)) : revisions.get(i).parents();
      edges[i] = resolve(i, names, dependencies);
    }
    return edges;
  }

  /** What must be here: optional ones that are absent and those on other resources are no edges. */
  private List<String> needed(Revision revision) {
    if (revision.dependencies().isEmpty()) return List.of();
    return revision.dependencies().stream()
        .filter(dependency -> dependency.resource().isEmpty())
        .filter(dependency -> !dependency.optional() || owner.containsKey(dependency.name()))
        .map(Dependency::name)
        .toList();
  }

  private int[] resolve(int index, List<String> names, boolean dependencies) {
    int[] targets = new int[names.size()];
    int found = 0;
    for (var name : names) {
      int target = resolve(index, name, dependencies);
      if (target >= 0) targets[found++] = target;
    }
    return found > 1 ? distinct(targets, found) : Arrays.copyOf(targets, found);
  }

  private static int[] distinct(int[] targets, int count) {
    return Arrays.stream(targets, 0, count).distinct().toArray();
  }

  /** The index that a name stands for; -1 when that is a fault, which is then noted. */
  private int resolve(int index, String name, boolean dependency) {
    var revision = revisions.get(index);
    var target = owner.get(name);
    if (target != null && target != index) return target;
    if (target != null) {
      report(index, new GraphFault.SelfReference(revision.id(), dependency, revision.source()));
    } else {
      var nearest = Nearest.to(name, owner.keySet());
      report(
          index,
          dependency
              ? new GraphFault.MissingDependency(revision.id(), name, nearest, revision.source())
              : new GraphFault.MissingParent(revision.id(), name, nearest, revision.source()));
    }
    return -1;
  }

  private void reportCycle(int[] cycle) {
    var path = new ArrayList<String>();
    for (int i : cycle) {
      path.add(revisions.get(i).id());
      unsound.set(i);
    }
    report(cycle[0], new GraphFault.Cycle(path, revisions.get(cycle[0]).source()));
  }

  private RevisionGraph soundPart(Edges line, Edges needs, Edges all) {
    if (unsound.isEmpty()) return new RevisionGraph(revisions, owner, line, needs, all);
    int[] place = new int[revisions.size()];
    var sound = new ArrayList<Revision>();
    for (int i = 0; i < place.length; i++) {
      place[i] = unsound.get(i) ? -1 : sound.size();
      if (!unsound.get(i)) sound.add(revisions.get(i));
    }
    var soundLine = Edges.of(moved(line.down(), place, sound.size()));
    var soundNeeds = Edges.of(moved(needs.down(), place, sound.size()));
    return new RevisionGraph(
        sound, indexes(sound), soundLine, soundNeeds, soundLine.and(soundNeeds));
  }

  private static Map<String, Integer> indexes(List<Revision> revisions) {
    var byName = new HashMap<String, Integer>();
    for (int i = 0; i < revisions.size(); i++) {
      byName.put(revisions.get(i).id(), i);
      for (var label : revisions.get(i).labels()) byName.put(label, i);
      for (var replaced : revisions.get(i).replaces()) byName.put(replaced, i);
    }
    return byName;
  }

  private static int[][] moved(int[][] down, int[] place, int size) {
    int[][] result = new int[size][];
    for (int i = 0; i < down.length; i++) {
      if (place[i] < 0) continue;
      int[] targets = down[i].clone();
      for (int k = 0; k < targets.length; k++) targets[k] = place[targets[k]];
      result[place[i]] = targets;
    }
    return result;
  }

  private List<Location> sources(List<Integer> indexes) {
    return indexes.stream().map(i -> revisions.get(i).source()).toList();
  }

  private static List<Integer> listOf(int first) {
    var list = new ArrayList<Integer>();
    list.add(first);
    return list;
  }
}
