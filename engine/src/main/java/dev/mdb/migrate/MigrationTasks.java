package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.graph.GraphException;
import dev.mdb.graph.Planner;
import dev.mdb.graph.Target;
import dev.mdb.project.Project;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ResourceChoice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What a request means for the resources of a project.
 *
 * @param resources those that take part, in the order of the file
 * @param tasks one for each of them
 * @param neighbours the other resources of the project
 */
public record MigrationTasks(
    List<ProjectResource> resources, List<MigrationTask> tasks, List<Neighbour> neighbours) {
  public MigrationTasks {
    resources = List.copyOf(resources);
    tasks = List.copyOf(tasks);
    neighbours = List.copyOf(neighbours);
  }

  /**
   * The selected resources that have all targets, with those of the selected that they depend on.
   *
   * @throws GraphException when none has the targets
   * @throws MdbException for the faults of their scripts
   */
  public static MigrationTasks upgrade(
      Project project, List<ProjectResource> selected, List<Target> targets) {
    var having = ResourceChoice.having(targets, selected);
    return of(
        project,
        ResourceChoice.withNeeded(having, selected),
        each -> upgrade(each, having.contains(each) ? targets : List.of()));
  }

  /**
   * The selected resources that have the target.
   *
   * @param cascade take back what stands on it on other branches too
   * @throws GraphException when none has the target
   * @throws MdbException for the faults of their scripts
   */
  public static MigrationTasks downgrade(
      Project project, List<ProjectResource> selected, Target target, boolean cascade) {
    return of(
        project,
        ResourceChoice.having(List.of(target), selected),
        each -> {
          var planner = new Planner(each.soundGraph());
          return (applied, also) -> planner.downgrade(target, applied, cascade);
        });
  }

  private static Planning upgrade(ProjectResource resource, List<Target> targets) {
    var planner = new Planner(resource.soundGraph());
    return (applied, also) -> {
      var all = new ArrayList<>(targets);
      also.stream().map(Target::named).forEach(all::add);
      return planner.upgrade(all, applied);
    };
  }

  private static MigrationTasks of(
      Project project,
      List<ProjectResource> resources,
      Function<ProjectResource, Planning> planning) {
    return new MigrationTasks(
        resources,
        resources.stream().map(each -> MigrationTask.of(each, planning.apply(each))).toList(),
        neighbours(project, resources));
  }

  private static List<Neighbour> neighbours(Project project, List<ProjectResource> running) {
    return project.resources().stream()
        .filter(each -> !running.contains(each))
        .map(
            each ->
                new Neighbour(
                    each.name(), each::soundGraph, () -> AppliedSets.of(each.readApplied())))
        .toList();
  }

  /** One run has one patience: the longest that is configured. */
  public static Duration lockWait(List<ProjectResource> resources) {
    return resources.stream()
        .map(resource -> resource.config().lockWait())
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }
}
