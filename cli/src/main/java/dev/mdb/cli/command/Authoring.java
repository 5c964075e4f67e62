package dev.mdb.cli.command;

import dev.mdb.cli.Request;
import dev.mdb.cli.report.WrittenReport;
import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.project.Project;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.author.RevisionAuthor;
import dev.mdb.project.author.WrittenRevision;

/** What the commands that write scripts share. */
final class Authoring {
  private Authoring() {}

  /** A script belongs to one resource. */
  static ProjectResource resource(Request request) {
    return resource(request.project(), request);
  }

  static ProjectResource resource(Project project, Request request) {
    var selected = project.select(request.options().resources());
    if (selected.size() == 1) return selected.get(0);
    var names = selected.stream().map(ProjectResource::name).toList();
    throw new MdbException(
        Problem.of(Category.USAGE, "several-resources", "a script belongs to one resource")
            .help("add -n with one of " + String.join(", ", names)));
  }

  static RevisionAuthor author(ProjectResource resource, Request request) {
    var host = request.host();
    return new RevisionAuthor(
        resource, host.clock(), host.ids()::next, () -> AppliedSets.of(resource.readApplied()));
  }

  static WrittenReport report(WrittenRevision written, ProjectResource resource, Request request) {
    return WrittenReport.of(written, resource.name(), request.host().workingFolder());
  }
}
