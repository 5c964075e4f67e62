package dev.mdb.graph;

import dev.mdb.error.Location;
import java.util.ArrayList;
import java.util.List;

/**
 * What a revision that is about to be written would break. Ask before the file exists: its names
 * are taken as they would be loaded, so give ids or labels, not prefixes.
 */
public final class DraftCheck {
  private final RevisionGraph graph;
  private final Revision draft;
  private final List<GraphFault> faults = new ArrayList<>();

  private DraftCheck(RevisionGraph graph, Revision draft) {
    this.graph = graph;
    this.draft = draft;
  }

  /**
   * @param draft its source is the file to be written
   * @param splice may it stand on a parent that has children?
   * @return every fault; empty = write it
   */
  public static List<GraphFault> faults(RevisionGraph graph, Revision draft, boolean splice) {
    var check = new DraftCheck(graph, draft);
    check.id();
    draft.labels().forEach(check::label);
    draft.parents().forEach(parent -> check.parent(parent, splice));
    draft.dependencies().forEach(check::dependency);
    check.merge();
    check.run();
    return List.copyOf(check.faults);
  }

  private Location source() {
    return draft.source();
  }

  private void id() {
    name(draft.id(), false);
    graph
        .find(draft.id())
        .map(owner -> List.of(owner.source(), source()))
        .ifPresent(sources -> faults.add(new GraphFault.DuplicateId(draft.id(), sources)));
  }

  private void label(String label) {
    name(label, true);
    if (label.equals(draft.id())) {
      faults.add(new GraphFault.LabelIsId(label, draft.id(), source(), source()));
    }
    graph.find(label).filter(owner -> !isReplaced(owner)).ifPresent(owner -> taken(label, owner));
  }

  private void taken(String label, Revision owner) {
    if (owner.id().equals(label)) {
      faults.add(new GraphFault.LabelIsId(label, draft.id(), source(), owner.source()));
    } else {
      var ids = List.of(owner.id(), draft.id());
      faults.add(new GraphFault.DuplicateLabel(label, ids, List.of(owner.source(), source())));
    }
  }

  private void name(String name, boolean label) {
    Names.wrongWithName(name)
        .map(why -> new GraphFault.IllegalName(draft.id(), name, label, why, source()))
        .ifPresent(faults::add);
  }

  private void parent(String parent, boolean splice) {
    if (isDraft(parent)) {
      faults.add(new GraphFault.SelfReference(draft.id(), false, source()));
    } else if (graph.find(parent).isEmpty()) {
      faults.add(new GraphFault.MissingParent(draft.id(), parent, nearest(parent), source()));
    } else if (!splice) {
      var children = graph.children(parent).stream().filter(child -> !isReplaced(child)).toList();
      if (!children.isEmpty()) faults.add(new GraphFault.NeedsSplice(parent, ids(children)));
    }
  }

  private void dependency(Dependency dependency) {
    if (dependency.resource().isPresent()) return;
    var name = dependency.name();
    if (isDraft(name)) {
      faults.add(new GraphFault.SelfReference(draft.id(), true, source()));
    } else if (!dependency.optional() && graph.find(name).isEmpty()) {
      faults.add(new GraphFault.MissingDependency(draft.id(), name, nearest(name), source()));
    }
  }

  private boolean isDraft(String name) {
    return name.equals(draft.id()) || draft.labels().contains(name);
  }

  private List<String> nearest(String name) {
    return Nearest.to(name, graph.names().keySet());
  }

  private void merge() {
    for (var upper : draft.parents()) {
      if (graph.find(upper).isEmpty()) continue;
      var below = graph.line().below(graph.index(upper));
      below.clear(graph.index(upper));
      draft.parents().stream()
          .filter(lower -> graph.indexOf(lower).filter(below::get).isPresent())
          .forEach(lower -> faults.add(new GraphFault.MergeOfRelated(lower, upper)));
    }
  }

  /** What it replaces must be neighbours on one line that nothing else joins or leaves between. */
  private void run() {
    var run = draft.replaces();
    for (int k = 0; k < run.size(); k++) {
      var at = run.get(k);
      if (graph.find(at).isEmpty()) {
        faults.add(new GraphFault.OpenRun(draft.id(), at, List.of(), source()));
        continue;
      }
      neighbours(at, graph.parents(at), k == 0 ? draft.parents() : List.of(run.get(k - 1)));
      if (k + 1 < run.size()) neighbours(at, graph.children(at), List.of(run.get(k + 1)));
    }
  }

  private void neighbours(String at, List<Revision> found, List<String> wanted) {
    var others = ids(found).stream().filter(id -> !wanted.contains(id)).toList();
    boolean same = others.isEmpty() && found.size() == wanted.size();
    if (!same) faults.add(new GraphFault.OpenRun(draft.id(), at, others, source()));
  }

  private boolean isReplaced(Revision revision) {
    return draft.replaces().contains(revision.id());
  }

  private static List<String> ids(List<Revision> revisions) {
    return revisions.stream().map(Revision::id).toList();
  }
}
