package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.GraphException;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.Symbol;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetFault;
import dev.mdb.graph.TargetResolver;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a new revision stands on. Here {@code head} and {@code heads} are those without a child:
 * that another revision depends on one is no reason not to continue its line.
 */
final class ParentSearch {
  private final RevisionGraph graph;
  private final Supplier<AppliedSet> applied;

  ParentSearch(RevisionGraph graph, Supplier<AppliedSet> applied) {
    this.graph = graph;
    this.applied = applied;
  }

  /**
   * @param heads empty = {@code head}
   * @return ids; empty = a base
   */
  List<String> of(List<String> heads) {
    var targets = (heads.isEmpty() ? List.of("head") : heads).stream().map(Target::parse).toList();
    var ids = new LinkedHashSet<String>();
    for (var target : targets) ids.addAll(isHeads(target) ? versionHeads() : oneOrBase(target));
    if (targets.size() > 1 && targets.contains(Target.base())) {
      var message = "a base has no parents, and --head names some beside 'base'";
      throw new MdbException(Problem.of(Category.USAGE, "bad-arguments", message));
    }
    return List.copyOf(ids);
  }

  List<String> ofMerge(List<String> heads) {
    var ids = new LinkedHashSet<String>();
    for (var text : heads) {
      var target = Target.parse(text);
      ids.addAll(isHeads(target) ? versionHeads() : ids(resolver(target).all(target)));
    }
    return List.copyOf(ids);
  }

  /** A label stays a label: it may move to another revision one day. */
  String dependency(String text) {
    if (graph.find(text).isPresent()) return text;
    var target = Target.parse(text);
    return resolver(target).one(target).id();
  }

  /** The id of what a {@link #dependency} stands for now. */
  String revision(String text) {
    var known = graph.find(text);
    if (known.isPresent()) return known.get().id();
    var target = Target.parse(text);
    return resolver(target).one(target).id();
  }

  private List<String> oneOrBase(Target target) {
    if (isPlain(target) && target.symbol() instanceof Symbol.Head) {
      requireOneHead(target);
      return versionHeads();
    }
    return resolver(target).oneOrBase(target).map(Revision::id).stream().toList();
  }

  private void requireOneHead(Target target) {
    var heads = graph.versionHeads();
    if (heads.size() < 2) return;
    var choices = heads.stream().map(this::choice).toList();
    throw new GraphException(new TargetFault.SeveralHeads(target.toString(), ids(heads), choices));
  }

  /** A label that leads to this head alone, or its id. */
  private String choice(Revision head) {
    return graph.branchLabels(head.id()).stream()
        .map(label -> label + "@head")
        .filter(text -> versionHeadsOf(text + "s").equals(List.of(head)))
        .findFirst()
        .orElse(head.id());
  }

  private List<Revision> versionHeadsOf(String target) {
    return new TargetResolver(graph, AppliedSet.nothing()).all(Target.parse(target));
  }

  private TargetResolver resolver(Target target) {
    var asksDatabase =
        target.symbol() instanceof Symbol.Current || target.symbol() instanceof Symbol.Omitted;
    return new TargetResolver(graph, asksDatabase ? applied.get() : AppliedSet.nothing());
  }

  private static boolean isHeads(Target target) {
    return isPlain(target) && target.symbol() instanceof Symbol.Heads;
  }

  private static boolean isPlain(Target target) {
    return target.branch().isEmpty() && target.walk().isEmpty();
  }

  private List<String> versionHeads() {
    return ids(graph.versionHeads());
  }

  private static List<String> ids(List<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }
}
