package dev.mdb.migrate;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Planner;
import dev.mdb.graph.StampPlan;
import dev.mdb.graph.Target;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;
import java.util.List;
import java.util.function.Function;

/**
 * The stamp of one resource.
 *
 * @param planning makes the difference from the applied set; asked again under the lock
 */
public record StampTask(
    String name,
    Resource resource,
    RevisionScripts scripts,
    Function<AppliedSet, StampPlan> planning) {
  /**
   * @param purge forget everything first
   */
  public static StampTask of(ProjectResource resource, List<Target> targets, boolean purge) {
    var planner = new Planner(resource.soundGraph());
    return new StampTask(
        resource.name(),
        resource.open(),
        resource.scripts(),
        applied -> planner.stamp(targets, applied, purge));
  }
}
