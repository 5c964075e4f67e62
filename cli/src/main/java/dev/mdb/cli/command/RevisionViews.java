package dev.mdb.cli.command;

import dev.mdb.cli.report.RevisionView;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Revisions of a graph as reports show them. */
final class RevisionViews {
  private final RevisionGraph graph;
  private final Map<String, List<String>> branches;
  private final Set<String> versionHeads;
  private final Set<String> realHeads;
  private final Set<String> current;

  /**
   * @param current heads of the database to mark; empty when nobody asked
   */
  RevisionViews(RevisionGraph graph, Collection<String> current) {
    this.graph = graph;
    this.branches = graph.branchLabels();
    this.versionHeads = ids(graph.versionHeads()).stream().collect(Collectors.toSet());
    this.realHeads = ids(graph.realHeads()).stream().collect(Collectors.toSet());
    this.current = Set.copyOf(current);
  }

  RevisionView of(Revision revision) {
    var id = revision.id();
    return new RevisionView(
        id,
        ids(graph.parents(id)),
        revision.dependencies().stream().map(Dependency::name).toList(),
        revision.labels(),
        branches.getOrDefault(id, List.of()),
        ids(graph.children(id)),
        revision.replaces(),
        revision.message(),
        revision.source().file(),
        realHeads.contains(id),
        versionHeads.contains(id) && !realHeads.contains(id),
        current.contains(id));
  }

  List<RevisionView> of(Collection<Revision> revisions) {
    return revisions.stream().map(this::of).toList();
  }

  static List<String> ids(Collection<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }
}
