package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ComparedModels;
import dev.mdb.project.ComparisonRequest;
import dev.mdb.project.ModelComparison;
import dev.mdb.project.ProjectResource;
import java.util.Optional;

/** Writes the revision that brings a database to what its models ask for. */
public final class Autogenerator {
  private final ProjectResource resource;
  private final RevisionAuthor author;

  public Autogenerator(ProjectResource resource, RevisionAuthor author) {
    this.resource = resource;
    this.author = author;
  }

  /**
   * Writes nothing when nothing differs.
   *
   * @throws MdbException when the database is not where the new revision begins, for a difference
   *     that no operation removes, and as {@link RevisionAuthor#write} and {@link
   *     ModelComparison#of} say
   */
  public GeneratedRevision generate(RevisionRequest request, ComparisonRequest comparison) {
    var behind = author.unapplied(request);
    if (!behind.ids().isEmpty()) throw new MdbException(behind(behind));
    var compared = ModelComparison.of(resource, comparison);
    var diff = compared.diff();
    if (!diff.obstacles().isEmpty()) throw new MdbException(diff.obstacles());
    if (diff.isEmpty()) return new GeneratedRevision(diff, Optional.empty());
    return new GeneratedRevision(diff, Optional.of(author.write(request, body(compared))));
  }

  private static RevisionBody body(ComparedModels compared) {
    var changes = compared.diff().changes();
    var writer = ChangeWriter.find();
    return new RevisionBody(
        writer.upgrade(changes, compared.dialect()), writer.downgrade(changes, compared.dialect()));
  }

  private Problem behind(RevisionAuthor.Unapplied behind) {
    var ids = String.join(", ", behind.ids());
    var message = "the database is not where the revision would begin, not applied: " + ids;
    return Problem.of(Category.FAILED, "not-up-to-date", message)
        .inResource(resource.name())
        .help("mdb upgrade " + String.join(" ", behind.heads()) + ", then again")
        .with("pending", behind.ids());
  }
}
