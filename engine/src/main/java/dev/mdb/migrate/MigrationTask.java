package dev.mdb.migrate;

import dev.mdb.graph.Planner;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.RevisionScripts;
import dev.mdb.resource.Resource;
import java.util.List;

/**
 * What one resource shall go through.
 *
 * @param name of the resource
 */
public record MigrationTask(
    String name,
    Resource resource,
    RevisionScripts scripts,
    RevisionGraph graph,
    Planning planning) {
  static MigrationTask of(ProjectResource resource, Planning planning) {
    return new MigrationTask(
        resource.name(), resource.open(), resource.scripts(), resource.soundGraph(), planning);
  }

  /** For those who finish what was begun, and plan nothing. */
  public static MigrationTask unplanned(ProjectResource resource) {
    var planner = new Planner(resource.soundGraph());
    return of(resource, (applied, also) -> planner.upgrade(List.of(), applied));
  }
}
