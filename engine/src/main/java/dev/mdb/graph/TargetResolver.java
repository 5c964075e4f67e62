package dev.mdb.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds what a target means in a graph, on a resource with an applied set. All its methods throw
 * {@link GraphException} with a {@link TargetFault}, or with {@link PlanFault.NoScript} for a
 * revision that is applied and has no script.
 */
public final class TargetResolver {
  private final RevisionGraph graph;
  private final AppliedView applied;

  public TargetResolver(RevisionGraph graph, AppliedSet applied) {
    this(graph, new AppliedView(graph, applied));
  }

  TargetResolver(RevisionGraph graph, AppliedView applied) {
    this.graph = graph;
    this.applied = applied;
  }

  /** The revisions that a target stands for, in load order; none for {@code base}. */
  public List<Revision> all(Target target) {
    return graph.list(land(target).revisions());
  }

  /** The one revision that a target stands for; empty for {@code base}. */
  public Optional<Revision> oneOrBase(Target target) {
    if (target.symbol() instanceof Symbol.Heads) requireOneHead(target);
    var found = all(target);
    if (found.size() > 1) throw notOne(target, found);
    return found.stream().findFirst();
  }

  /** The one revision that a target stands for. */
  public Revision one(Target target) {
    return oneOrBase(target).orElseThrow(() -> notOne(target, List.of()));
  }

  Landing land(Target target) {
    var branch = target.branch().map(name -> lookup(name, everything(), ""));
    var scope = branch.map(graph::lineage).orElseGet(this::everything);
    var starts = starts(target, scope);
    if (target.walk().isEmpty()) return new Landing(graph, branch, scope, starts);
    var walker = new Walker(graph, scope, target, target.walk().get());
    return new Landing(graph, branch, scope, starts.stream().map(walker::from).toList());
  }

  private List<Position> starts(Target target, BitSet scope) {
    if (target.symbol() instanceof Symbol.Name name) {
      return List.of(new Position.At(lookup(name.text(), scope, target.branch().orElse(""))));
    }
    if (target.symbol() instanceof Symbol.Base) return places(new BitSet(), scope);
    if (target.symbol() instanceof Symbol.Current) return places(current(scope), scope);
    if (target.symbol() instanceof Symbol.Omitted) return places(oneCurrent(target, scope), scope);
    if (target.symbol() instanceof Symbol.Head) requireOneHead(target, scope);
    return places(heads(target, scope), scope);
  }

  /** All of these revisions; if there is none, the place before the first ones. */
  private List<Position> places(BitSet revisions, BitSet scope) {
    if (!revisions.isEmpty()) {
      return revisions.stream().<Position>mapToObj(Position.At::new).toList();
    }
    var bases = graph.baseSet();
    bases.and(scope);
    return List.of(new Position.Before(bases));
  }

  private BitSet heads(Target target, BitSet scope) {
    var heads = target.branch().isPresent() ? graph.versionHeadSet() : graph.realHeadSet();
    heads.and(scope);
    return heads;
  }

  private void requireOneHead(Target target) {
    requireOneHead(target, land(target).scope());
  }

  private void requireOneHead(Target target, BitSet scope) {
    var heads = heads(target, scope);
    if (heads.cardinality() < 2) return;
    var choices = heads.stream().mapToObj(head -> wayTo(head, graph.versionHeadSet())).toList();
    throw new GraphException(
        new TargetFault.SeveralHeads(target.toString(), graph.ids(heads), choices));
  }

  /** The current heads in the scope; if they lie outside, the highest applied revisions in it. */
  private BitSet current(BitSet scope) {
    var heads = applied.knownHeads();
    heads.and(scope);
    if (!heads.isEmpty()) return heads;
    var inside = (BitSet) applied.known().clone();
    inside.and(scope);
    var implied = new BitSet();
    inside.stream().forEach(i -> mark(implied, graph.line().down()[i]));
    inside.andNot(graph.line().below(implied));
    return inside;
  }

  private BitSet oneCurrent(Target target, BitSet scope) {
    var heads = current(scope);
    if (heads.cardinality() < 2) return heads;
    var walk = target.walk().map(Walk::toString).orElse("");
    var choices = heads.stream().mapToObj(head -> lineOf(head, heads) + "@" + walk).toList();
    throw new GraphException(
        new TargetFault.SeveralCurrentHeads(target.toString(), graph.ids(heads), choices));
  }

  /** A target that means just this head: by a label if one leads to it alone. */
  private String wayTo(int head, BitSet heads) {
    var line = lineOf(head, heads);
    return line.equals(graph.id(head)) ? line : line + "@head";
  }

  /** A label that tells this head from the others, or its id. */
  private String lineOf(int head, BitSet heads) {
    return graph.list(graph.lineage(head)).stream()
        .flatMap(revision -> revision.labels().stream())
        .filter(label -> isOnlyHead(head, heads, label))
        .findFirst()
        .orElse(graph.id(head));
  }

  private boolean isOnlyHead(int head, BitSet heads, String label) {
    var inLine = graph.lineage(graph.index(label));
    inLine.and(heads);
    return inLine.cardinality() == 1 && inLine.get(head);
  }

  /** By exact name, else by the beginning of a name that fits one revision of the scope. */
  private int lookup(String name, BitSet scope, String branch) {
    var exact = graph.indexOf(name);
    if (exact.isPresent()) {
      if (scope.get(exact.get())) return exact.get();
      throw notInBranch(exact.get(), branch);
    }
    if (applied.strangers().contains(name)) throw noScript(name, name);
    if (name.length() < Names.MIN_PREFIX) throw unknown(name);
    return lookupPrefix(name, scope, branch);
  }

  private int lookupPrefix(String prefix, BitSet scope, String branch) {
    var fitting = new BitSet();
    var names = new TreeSet<String>();
    graph
        .names()
        .forEach(
            (name, index) -> {
              if (!name.startsWith(prefix)) return;
              fitting.set(index);
              if (scope.get(index)) names.add(name);
            });
    var inside = (BitSet) fitting.clone();
    inside.and(scope);
    if (inside.cardinality() == 1) return inside.nextSetBit(0);
    if (inside.cardinality() > 1) {
      throw new GraphException(new TargetFault.AmbiguousPrefix(prefix, new ArrayList<>(names)));
    }
    if (fitting.cardinality() == 1) throw notInBranch(fitting.nextSetBit(0), branch);
    var strangers = applied.strangers().stream().filter(id -> id.startsWith(prefix)).toList();
    if (!strangers.isEmpty()) throw noScript(prefix, strangers.get(0));
    throw unknown(prefix);
  }

  private GraphException unknown(String name) {
    return new GraphException(
        new TargetFault.Unknown(name, Nearest.to(name, graph.names().keySet())));
  }

  private GraphException notInBranch(int revision, String branch) {
    var id = graph.id(revision);
    return new GraphException(new TargetFault.NotInBranch(id, branch, graph.branchLabels(id)));
  }

  private static GraphException noScript(String target, String id) {
    return new GraphException(new PlanFault.NoScript(target, List.of(id)));
  }

  private static GraphException notOne(Target target, List<Revision> found) {
    var ids = found.stream().map(Revision::id).toList();
    return new GraphException(new TargetFault.NotOne(target.toString(), ids));
  }

  private BitSet everything() {
    var everything = new BitSet();
    everything.set(0, graph.size());
    return everything;
  }

  private static void mark(BitSet set, int[] indexes) {
    for (int index : indexes) set.set(index);
  }
}
