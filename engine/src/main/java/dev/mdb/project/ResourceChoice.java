package dev.mdb.project;

import dev.mdb.error.MdbException;
import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.GraphException;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetFault;
import dev.mdb.graph.TargetResolver;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which resources of a project a request is about. */
public final class ResourceChoice {
  private ResourceChoice() {}

  /**
   * For somebody who will connect: drivers load meanwhile.
   *
   * @param names empty = all
   */
  public static List<ProjectResource> toConnect(Project project, List<String> names) {
    var selected = project.select(names);
    selected.forEach(ProjectResource::warmUp);
    return selected;
  }

  /**
   * Those in which all targets exist.
   *
   * @throws GraphException when there is none: what the first says
   * @throws MdbException for the faults of all their scripts
   */
  public static List<ProjectResource> having(
      List<Target> targets, List<ProjectResource> resources) {
    refuseFaults(resources);
    if (resources.size() == 1) return resources;
    var having = resources.stream().filter(each -> refusal(each, targets).isEmpty()).toList();
    if (having.isEmpty()) throw refusal(resources.get(0), targets).orElseThrow();
    return having;
  }

  private static void refuseFaults(List<ProjectResource> resources) {
    var problems = resources.stream().flatMap(each -> each.problems().stream()).toList();
    if (!problems.isEmpty()) throw new MdbException(problems);
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

  /** May another resource have what this one does not know? */
  public static boolean isElsewhere(GraphException refusal) {
    return refusal.fault() instanceof TargetFault.Unknown
        || refusal.fault() instanceof TargetFault.NotInBranch;
  }

  /** With those of the selected that their revisions depend on, however far away. */
  public static List<ProjectResource> withNeeded(
      List<ProjectResource> resources, List<ProjectResource> selected) {
    var names = new LinkedHashSet<String>();
    resources.forEach(each -> addNeeded(each, selected, names));
    return selected.stream().filter(each -> names.contains(each.name())).toList();
  }

  private static void addNeeded(
      ProjectResource resource, List<ProjectResource> selected, Set<String> names) {
    if (!names.add(resource.name())) return;
    var needed = neededBy(resource);
    selected.stream()
        .filter(each -> needed.contains(each.name()))
        .forEach(each -> addNeeded(each, selected, names));
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
