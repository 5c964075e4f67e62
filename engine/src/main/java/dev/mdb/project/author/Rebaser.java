package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.EdgeKind;
import dev.mdb.graph.GraphException;
import dev.mdb.graph.GraphFault;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetResolver;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.author.RebaseRequest.Databases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts a revision on another parent, by rewriting {@code down(…)} in its script and nothing else.
 * Everything is checked first: what is refused leaves the script as it was.
 */
public final class Rebaser {
  private final List<ProjectResource> resources;
  private final ProjectResource resource;
  private final RevisionGraph graph;
  private final ParentSearch parents;
  private final TargetResolver targets;

  /**
   * @param resources all of the project: some may share the script
   * @param resource whose graph the targets are about
   * @param applied asked only for a target that starts from {@code current}
   * @throws MdbException when the scripts have faults
   */
  public Rebaser(
      List<ProjectResource> resources, ProjectResource resource, Supplier<AppliedSet> applied) {
    this.resources = List.copyOf(resources);
    this.resource = resource;
    this.graph = resource.soundGraph();
    this.parents = new ParentSearch(graph, applied);
    this.targets = new TargetResolver(graph, AppliedSet.nothing());
  }

  /**
   * @throws MdbException with what speaks against it
   */
  public RebasedRevision rebase(RebaseRequest request) {
    var revision = targets.one(Target.parse(request.revision()));
    var onto = newParent(request);
    var script = ExactScript.read(resource.scripts().entry(revision.id()).orElseThrow());
    var old = oldParent(revision, request);
    if (old.map(this::idOf).equals(onto)) return unchanged(script, revision);
    requireNoCycle(revision, onto);
    var after = withParents(revision, newNames(revision, old, onto));
    var text = newText(script, revision, old, onto);
    script.checked(text, after);
    var graphAfter = requireSound(script.entry(), after);
    var places = places(request, script.entry());
    if (request.databases() == Databases.CHECK && !places.problems().isEmpty()) {
      throw new MdbException(places.problems());
    }
    script.write(text);
    return report(script, revision, after, true, places, graphAfter);
  }

  private Optional<String> newParent(RebaseRequest request) {
    var found = parents.of(List.of(request.onto()));
    if (found.size() < 2) return found.stream().findFirst();
    var message = "'" + request.onto() + "' is several revisions: " + String.join(", ", found);
    throw new MdbException(
        Problem.of(Category.GRAPH, "not-one", message)
            .help("name one of them; mdb merge joins several"));
  }

  /** The name in the script of the parent that goes; empty for a base. */
  private Optional<String> oldParent(Revision revision, RebaseRequest request) {
    var names = revision.parents();
    if (request.parent().isPresent()) return Optional.of(named(revision, request.parent().get()));
    if (names.size() < 2) return names.stream().findFirst();
    throw new MdbException(
        about(revision, "several-parents", "merges " + String.join(" and ", names))
            .help("say which parent goes: --parent " + names.get(0))
            .with("parents", names));
  }

  private String named(Revision revision, String parent) {
    var id = targets.one(Target.parse(parent)).id();
    return revision.parents().stream()
        .filter(name -> idOf(name).equals(id))
        .findFirst()
        .orElseThrow(() -> new MdbException(noParent(revision, parent)));
  }

  private static Problem noParent(Revision revision, String parent) {
    var names = revision.parents();
    var known = names.isEmpty() ? "it is a base" : "it has " + String.join(", ", names);
    return about(revision, "no-such-parent", "has no parent '" + parent + "': " + known);
  }

  private static Problem about(Revision revision, String code, String predicate) {
    return Problem.of(Category.GRAPH, code, "'" + revision.id() + "' " + predicate)
        .at(revision.source())
        .inRevision(revision.id());
  }

  private String idOf(String name) {
    return graph.find(name).orElseThrow().id();
  }

  private void requireNoCycle(Revision revision, Optional<String> onto) {
    if (onto.isEmpty()) return;
    var id = revision.id();
    var above = graph.descendants(id, EdgeKind.BOTH).stream().map(Revision::id).toList();
    if (!onto.get().equals(id) && !above.contains(onto.get())) return;
    var why = onto.get().equals(id) ? "onto itself" : "onto '" + onto.get() + "': it stands on it";
    throw new MdbException(
        about(revision, "rebase-onto-descendant", "cannot go " + why)
            .help("choose a revision that does not stand on '" + id + "'")
            .with("onto", onto.get()));
  }

  private static List<String> newNames(
      Revision revision, Optional<String> old, Optional<String> onto) {
    var names = new ArrayList<>(revision.parents());
    int at = old.map(names::indexOf).orElse(0);
    if (old.isPresent()) names.remove(at);
    onto.ifPresent(id -> names.add(at, id));
    return names;
  }

  private static Revision withParents(Revision revision, List<String> names) {
    return new Revision(
        revision.id(),
        names,
        revision.dependencies(),
        revision.labels(),
        revision.message(),
        revision.replaces(),
        revision.downgrade(),
        revision.source());
  }

  private static String newText(
      ExactScript script, Revision revision, Optional<String> old, Optional<String> onto) {
    if (old.isEmpty()) return script.edit().addParent(onto.orElseThrow());
    var name =
        script
            .layout()
            .statements("down")
            .flatMap(statement -> statement.names().stream())
            .toList()
            .get(revision.parents().indexOf(old.get()));
    if (onto.isEmpty()) return script.edit().removeParent(name);
    return script.edit().rename((any, each) -> each.equals(name) ? onto.get() : each.value());
  }

  private RevisionGraph requireSound(ScriptEntry script, Revision after) {
    var headers = new NewHeaders().change(script, after);
    headers.requireSound(
        resources.stream().filter(each -> AppliedPlaces.reads(each, script)).toList());
    var graphAfter = headers.graphOf(resource);
    for (var lower : graphAfter.parents(after.id())) {
      for (var upper : graphAfter.parents(after.id())) {
        if (graphAfter.ancestors(upper.id(), EdgeKind.PARENT).contains(lower)) {
          throw new GraphException(new GraphFault.MergeOfRelated(lower.id(), upper.id()));
        }
      }
    }
    return graphAfter;
  }

  private AppliedPlaces places(RebaseRequest request, ScriptEntry script) {
    var asked = request.databases() == Databases.LEAVE ? List.<ProjectResource>of() : resources;
    return AppliedPlaces.of(asked, script);
  }

  private RebasedRevision unchanged(ExactScript script, Revision revision) {
    var nobody = AppliedPlaces.of(List.of(), script.entry());
    return report(script, revision, revision, false, nobody, graph);
  }

  private static RebasedRevision report(
      ExactScript script,
      Revision before,
      Revision after,
      boolean changed,
      AppliedPlaces places,
      RevisionGraph graph) {
    var heads = graph.versionHeads().stream().map(Revision::id).toList();
    return new RebasedRevision(
        script.entry().path(), before, after, changed, places.checked(), places.problems(), heads);
  }
}
