package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import dev.mdb.project.author.RecordedScript;
import dev.mdb.resource.AppliedRevision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Do all scripts compile, is the graph sound, are applied scripts as they were? */
public final class Verification {
  private Verification() {}

  /** What the graph says, and what the compiler says of the scripts that the graph could read. */
  public static List<Problem> scripts(ProjectResource resource) {
    var problems = new ArrayList<>(resource.problems());
    try {
      var revisions = resource.graph().revisions();
      resource.scripts().prepare(revisions.stream().map(Revision::id).toList());
    } catch (MdbException e) {
      e.problems().stream()
          .map(problem -> problem.inResource(resource.name()))
          .filter(problem -> !problems.contains(problem))
          .forEach(problems::add);
    }
    return problems;
  }

  /**
   * Asks the resource which scripts have run, and finds those that are others by now.
   *
   * @throws MdbException when it cannot be reached
   */
  public static List<Problem> changed(ProjectResource resource) {
    return resource.readApplied().stream()
        .flatMap(row -> changed(resource, row).stream())
        .map(problem -> problem.inResource(resource.name()))
        .toList();
  }

  /** A stamp may leave no hash to compare with. */
  private static Optional<Problem> changed(ProjectResource resource, AppliedRevision row) {
    return resource
        .scripts()
        .entry(row.id())
        .filter(entry -> !row.scriptHash().isEmpty())
        .filter(entry -> !RecordedScript.isUnchanged(entry, row, resource.graph()))
        .map(Verification::changed);
  }

  private static Problem changed(ScriptEntry entry) {
    var message = "'" + entry.id() + "' was changed after it had been applied";
    return Problem.of(Category.FOUND, "changed-script", message)
        .at(entry.header().source())
        .inRevision(entry.id())
        .help("undo the change and write a new revision for it");
  }
}
