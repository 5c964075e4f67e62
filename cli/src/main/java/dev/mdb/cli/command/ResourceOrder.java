package dev.mdb.cli.command;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.GraphException;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetFault;
import dev.mdb.graph.TargetResolver;
import dev.mdb.project.ProjectResource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Which resources a command acts on, and in which order. */
final class ResourceOrder {
  private ResourceOrder() {}

  /**
   * Those in which all targets exist.
   *
   * @throws GraphException when there is none: what the first says
   */
  static List<ProjectResource> having(List<Target> targets, List<ProjectResource> resources) {
    resources.forEach(ProjectResource::soundGraph);
    if (resources.size() == 1) return resources;
    var having = resources.stream().filter(each -> refusal(each, targets).isEmpty()).toList();
    if (having.isEmpty()) throw refusal(resources.get(0), targets).orElseThrow();
    return dependenciesFirst(having);
  }

  private static Optional<GraphException> refusal(ProjectResource resource, List<Target> targets) {
    var resolver = new TargetResolver(resource.graph(), AppliedSet.nothing());
    for (var target : targets) {
      try {
        resolver.all(target);
      } catch (GraphException e) {
        if (isElsewhere(e)) return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  static boolean isElsewhere(GraphException refusal) {
    return refusal.fault() instanceof TargetFault.Unknown
        || refusal.fault() instanceof TargetFault.NotInBranch;
  }

  /** The file's order, except that a resource comes after those that its revisions depend on. */
  static List<ProjectResource> dependenciesFirst(List<ProjectResource> resources) {
    var ordered = new LinkedHashSet<ProjectResource>();
    resources.forEach(each -> add(each, resources, ordered, new ArrayList<>()));
    return List.copyOf(ordered);
  }

  private static void add(
      ProjectResource resource,
      List<ProjectResource> all,
      LinkedHashSet<ProjectResource> ordered,
      List<ProjectResource> above) {
    if (ordered.contains(resource) || above.contains(resource)) return;
    above.add(resource);
    var needed = neededBy(resource);
    all.stream()
        .filter(each -> needed.contains(each.name()))
        .forEach(each -> add(each, all, ordered, above));
    ordered.add(resource);
  }

  private static List<String> neededBy(ProjectResource resource) {
    return resource.graph().revisions().stream()
        .flatMap(revision -> revision.dependencies().stream())
        .map(Dependency::resource)
        .flatMap(Optional::stream)
        .distinct()
        .toList();
  }
}
