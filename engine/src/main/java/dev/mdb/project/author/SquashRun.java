package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.EdgeKind;
import dev.mdb.graph.GraphException;
import dev.mdb.graph.GraphFault;
import dev.mdb.graph.PlanFault;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetRange;
import dev.mdb.graph.TargetResolver;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** Neighbours on one line, to be squashed. */
record SquashRun(List<Revision> oldestFirst) {
  SquashRun {
    oldestFirst = List.copyOf(oldestFirst);
  }

  /**
   * @throws MdbException when the range is no line, or holds what cannot be squashed
   */
  static SquashRun of(RevisionGraph graph, TargetRange range) {
    var resolver = new TargetResolver(graph, AppliedSet.nothing());
    var last = resolver.one(range.to().orElse(Target.parse("head")));
    var first = range.from().map(resolver::one);
    first.ifPresent(revision -> requireBelow(graph, range, revision, last));
    var run = new SquashRun(walk(graph, first, last));
    run.check(range);
    return run;
  }

  private static void requireBelow(
      RevisionGraph graph, TargetRange range, Revision first, Revision last) {
    if (first.equals(last)) return;
    if (graph.ancestors(last.id(), EdgeKind.PARENT).contains(first)) return;
    if (graph.ancestors(first.id(), EdgeKind.PARENT).contains(last)) {
      var ids = List.of(first.id());
      throw new GraphException(new PlanFault.RangeNotOrdered(range.toString(), ids));
    }
    var message = "'" + first.id() + "' and '" + last.id() + "' are not on one line";
    throw new MdbException(
        Problem.of(Category.GRAPH, "no-line", message)
            .help("mdb history shows the lines; a run goes from child to child"));
  }

  private static List<Revision> walk(RevisionGraph graph, Optional<Revision> first, Revision last) {
    var run = new ArrayDeque<Revision>();
    run.add(last);
    while (!first.equals(Optional.of(run.getFirst()))) {
      var at = run.getFirst();
      var parents = graph.parents(at.id());
      if (parents.isEmpty()) break;
      if (parents.size() > 1) throw merge(at, parents);
      run.addFirst(parents.get(0));
    }
    return List.copyOf(run);
  }

  /** Only the first of a run may join lines. */
  private static GraphException merge(Revision at, List<Revision> parents) {
    var ids = parents.stream().map(Revision::id).toList();
    return new GraphException(new GraphFault.OpenRun("the new one", at.id(), ids, at.source()));
  }

  private void check(TargetRange range) {
    if (oldestFirst.size() < 2) {
      var message = "'" + range + "' is only '" + first().id() + "': nothing to squash";
      throw new MdbException(Problem.of(Category.GRAPH, "nothing-to-squash", message));
    }
    oldestFirst.stream()
        .filter(each -> !each.replaces().isEmpty())
        .findFirst()
        .ifPresent(this::nested);
  }

  /**
   * A database may have run the old scripts, or this one: which of the two an outer {@code
   * replaces(…)} means could not be said.
   */
  private void nested(Revision squashed) {
    var message =
        "'"
            + squashed.id()
            + "' is squashed itself, from "
            + String.join(", ", squashed.replaces());
    throw new MdbException(
        Problem.of(Category.GRAPH, "squashed-already", message)
            .at(squashed.source())
            .inRevision(squashed.id())
            .help(
                "once every database has been upgraded since then, take replaces(…) out of its"
                    + " script, and squash again"));
  }

  Revision first() {
    return oldestFirst.get(0);
  }

  List<String> ids() {
    return oldestFirst.stream().map(Revision::id).toList();
  }
}
