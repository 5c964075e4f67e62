package dev.mdb.migrate;

import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.Access;
import dev.mdb.resource.AppliedRevision;
import java.util.List;
import java.util.Optional;

/**
 * What a resource remembers, for those who only look.
 *
 * @param rows the applied set, in the order it was applied
 * @param brokenOff the step that broke off half-way, and what helps
 * @param otherTool mdb remembers nothing yet, and another tool has migrated the database
 */
public record ResourceState(
    List<AppliedRevision> rows, Optional<Problem> brokenOff, Optional<Problem> otherTool) {
  public ResourceState {
    rows = List.copyOf(rows);
  }

  /**
   * Reads in one session; creates nothing.
   *
   * @throws dev.mdb.error.MdbException when the resource cannot be reached
   */
  public static ResourceState read(ProjectResource project) {
    var resource = project.open();
    try (var session = resource.connect(Access.READ)) {
      var rows = session.state().applied();
      return new ResourceState(
          rows,
          BrokenOff.find(project.name(), resource, session),
          EarlierTool.note(project.name(), session));
    }
  }
}
