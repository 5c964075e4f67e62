package dev.mdb.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The revisions of one resource with their edges. Immutable. Every list it gives is in load order
 * unless said otherwise. Methods that take a name accept the exact id or label of a revision of the
 * graph, and throw {@link GraphException} with {@link TargetFault.Unknown} for any other; prefixes
 * and walks are {@link TargetResolver}'s.
 */
public final class RevisionGraph {
  private final List<Revision> revisions;
  private final Map<String, Integer> byName;
  private final Edges line;
  private final Edges needs;
  private final Edges all;

  /**
   * @param byName index of each id, label and replaced id
   */
  RevisionGraph(
      List<Revision> revisions, Map<String, Integer> byName, Edges line, Edges needs, Edges all) {
    this.revisions = List.copyOf(revisions);
    this.byName = byName;
    this.line = line;
    this.needs = needs;
    this.all = all;
  }

  /**
   * Reads the headers of all scripts of a resource.
   *
   * @param inLoadOrder locations in configured order, in each the file names by code point
   */
  public static GraphLoad load(List<Revision> inLoadOrder) {
    return new GraphLoader(inLoadOrder).load();
  }

  public List<Revision> revisions() {
    return revisions;
  }

  public int size() {
    return revisions.size();
  }

  /** By exact id or label, or by the id of a revision that it replaces. */
  public Optional<Revision> find(String name) {
    return Optional.ofNullable(byName.get(name)).map(revisions::get);
  }

  /** Revisions without a parent. */
  public List<Revision> bases() {
    return list(baseSet());
  }

  /** Revisions without a child by parent edges; another may depend on them. */
  public List<Revision> versionHeads() {
    return list(withoutAny(line.up()));
  }

  /** Revisions that nothing points to by either edge. */
  public List<Revision> realHeads() {
    return list(realHeadSet());
  }

  /** In the order written. */
  public List<Revision> parents(String name) {
    return list(line.down()[index(name)]);
  }

  /** In the order written; without those on other resources and optional ones that are absent. */
  public List<Revision> dependencies(String name) {
    return list(needs.down()[index(name)]);
  }

  public List<Revision> children(String name) {
    return list(line.up()[index(name)]);
  }

  /** Revisions that name it as a dependency. */
  public List<Revision> dependents(String name) {
    return list(needs.up()[index(name)]);
  }

  public boolean isBranchPoint(String name) {
    return line.up()[index(name)].length > 1;
  }

  public boolean isMerge(String name) {
    return line.down()[index(name)].length > 1;
  }

  /** All that it stands on, itself left out. */
  public List<Revision> ancestors(String name, EdgeKind over) {
    return listWithout(edges(over).below(index(name)), index(name));
  }

  /** All that stands on it, itself left out. */
  public List<Revision> descendants(String name, EdgeKind over) {
    return listWithout(edges(over).above(index(name)), index(name));
  }

  /** The revision, its ancestors and its descendants over parent edges. */
  public List<Revision> lineage(String name) {
    return list(lineage(index(name)));
  }

  /** The labels whose lineage holds the revision, for display. */
  public List<String> branchLabels(String name) {
    return list(lineage(index(name))).stream().flatMap(each -> each.labels().stream()).toList();
  }

  /** {@link #branchLabels(String)} of every revision that has any, by id. */
  public Map<String, List<String>> branchLabels() {
    var labels = new LinkedHashMap<String, List<String>>();
    for (int i = 0; i < revisions.size(); i++) {
      var carried = revisions.get(i).labels();
      if (carried.isEmpty()) continue;
      for (var member : list(lineage(i))) {
        labels.computeIfAbsent(member.id(), id -> new ArrayList<>()).addAll(carried);
      }
    }
    return labels;
  }

  /**
   * The maximal elements of the applied set over both edges: ids in load order, then the applied
   * ids without a script that no other applied one is recorded to stand on.
   */
  public List<String> currentHeads(AppliedSet applied) {
    return new AppliedView(this, applied).heads();
  }

  /** The applied ids that no script has, in the order of the set. */
  public List<String> withoutScript(AppliedSet applied) {
    return new AppliedView(this, applied).strangers();
  }

  /** Applied, by its own id or because everything that it replaces is. */
  public boolean isApplied(Revision revision, AppliedSet applied) {
    if (applied.contains(revision.id())) return true;
    return !revision.replaces().isEmpty() && applied.ids().containsAll(revision.replaces());
  }

  /** The revisions that are not applied. */
  public List<Revision> pending(AppliedSet applied) {
    return revisions.stream().filter(revision -> !isApplied(revision, applied)).toList();
  }

  Edges line() {
    return line;
  }

  Edges needs() {
    return needs;
  }

  Edges all() {
    return all;
  }

  Edges edges(EdgeKind kind) {
    return switch (kind) {
      case PARENT -> line;
      case DEPENDENCY -> needs;
      case BOTH -> all;
    };
  }

  BitSet lineage(int index) {
    var members = line.below(index);
    members.or(line.above(index));
    return members;
  }

  BitSet baseSet() {
    return withoutAny(line.down());
  }

  BitSet realHeadSet() {
    return withoutAny(all.up());
  }

  BitSet versionHeadSet() {
    return withoutAny(line.up());
  }

  Map<String, Integer> names() {
    return byName;
  }

  int index(String name) {
    var index = byName.get(name);
    if (index != null) return index;
    throw new GraphException(new TargetFault.Unknown(name, Nearest.to(name, byName.keySet())));
  }

  Optional<Integer> indexOf(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  boolean isId(String name) {
    var index = byName.get(name);
    return index != null && id(index).equals(name);
  }

  String id(int index) {
    return revisions.get(index).id();
  }

  Revision revision(int index) {
    return revisions.get(index);
  }

  List<Revision> list(BitSet set) {
    return set.stream().mapToObj(revisions::get).toList();
  }

  List<String> ids(BitSet set) {
    return set.stream().mapToObj(this::id).toList();
  }

  private List<Revision> list(int[] indexes) {
    return Arrays.stream(indexes).mapToObj(revisions::get).toList();
  }

  private List<Revision> listWithout(BitSet set, int self) {
    set.clear(self);
    return list(set);
  }

  private static BitSet withoutAny(int[][] neighbours) {
    var set = new BitSet();
    for (int i = 0; i < neighbours.length; i++) if (neighbours[i].length == 0) set.set(i);
    return set;
  }
}
