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
import java.util.stream.Stream;

/** Do all scripts compile, is the graph sound, are applied scripts there, and as they were? */
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
   * Asks the resource which scripts have run, and finds those that are others by now, or gone.
   *
   * @throws MdbException when it cannot be reached
   */
  public static List<Problem> changed(ProjectResource resource) {
    var rows = resource.readApplied();
    var gone = resource.graph().withoutScript(AppliedSets.of(rows));
    return Stream.concat(
            rows.stream().flatMap(row -> changed(resource, row).stream()),
            gone.stream().map(Verification::gone))
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

  /**
   * An applied revision that no script has: of another branch of the repository, of a newer
   * release, or deleted.
   */
  public static Problem gone(String id) {
    var message = "'" + id + "' is applied, and no script has it";
    return Problem.of(Category.FOUND, "applied-without-script", message)
        .inRevision(id)
        .help("bring its script back, or forget it with: mdb stamp --purge current");
  }

  private static Problem changed(ScriptEntry entry) {
    var message = "'" + entry.id() + "' was changed after it had been applied";
    return Problem.of(Category.FOUND, "changed-script", message)
        .at(entry.header().source())
        .inRevision(entry.id())
        .help(
            "undo the change and write a new revision for it, or record the script as it is now"
                + " with: mdb stamp --purge current");
  }
}
