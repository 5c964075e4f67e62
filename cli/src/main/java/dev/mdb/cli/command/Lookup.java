package dev.mdb.cli.command;

import dev.mdb.graph.AppliedSet;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Target;
import dev.mdb.graph.TargetResolver;
import dev.mdb.migrate.AppliedSets;
import dev.mdb.project.ProjectResource;
import java.util.List;

/** Finds revisions by target; asks the database only when the target is about it. */
final class Lookup {
  private Lookup() {}

  static List<Revision> all(ProjectResource resource, Target target) {
    return resolver(resource, target).all(target);
  }

  static Revision one(ProjectResource resource, Target target) {
    return resolver(resource, target).one(target);
  }

  private static TargetResolver resolver(ProjectResource resource, Target target) {
    var applied =
        AppliedQuestion.isAskedBy(target)
            ? AppliedSets.of(resource.readApplied())
            : AppliedSet.nothing();
    return new TargetResolver(resource.graph(), applied);
  }
}
