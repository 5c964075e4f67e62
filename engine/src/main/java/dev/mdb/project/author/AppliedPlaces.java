package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ScriptEntry;
import dev.mdb.resource.Access;
import java.util.ArrayList;
import java.util.List;

/** Asks every resource that reads a script whether its revision is applied there. */
final class AppliedPlaces {
  private final List<String> checked = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  static AppliedPlaces of(List<ProjectResource> resources, ScriptEntry script) {
    var places = new AppliedPlaces();
    resources.stream()
        .filter(resource -> reads(resource, script))
        .forEach(resource -> places.ask(resource, script));
    return places;
  }

  /** Two resources, such as a test and a production database, may share their scripts. */
  static boolean reads(ProjectResource resource, ScriptEntry script) {
    return resource.scripts().entries().stream()
        .anyMatch(entry -> entry.path().equals(script.path()));
  }

  private void ask(ProjectResource resource, ScriptEntry script) {
    try (var session = resource.open().connect(Access.READ)) {
      var id = script.id();
      if (session.state().applied().stream().anyMatch(row -> row.id().equals(id))) {
        problems.add(applied(resource, script, "is applied in"));
      } else if (session.state().open().stream().anyMatch(entry -> entry.revision().equals(id))) {
        problems.add(applied(resource, script, "broke off half-way in"));
      } else {
        checked.add(resource.name());
      }
    } catch (MdbException e) {
      problems.add(unreachable(resource, script, e.problems().get(0)));
    }
  }

  private static Problem applied(ProjectResource resource, ScriptEntry script, String how) {
    var message = "'" + script.id() + "' " + how + " " + resource.name();
    return Problem.of(Category.GRAPH, "applied-already", message)
        .at(script.header().source())
        .inResource(resource.name())
        .inRevision(script.id())
        .help("mdb merge joins applied branches; --force rewrites the script all the same");
  }

  private static Problem unreachable(ProjectResource resource, ScriptEntry script, Problem why) {
    var message =
        "cannot tell whether '%s' is applied in %s: %s"
            .formatted(script.id(), resource.name(), why.message());
    return Problem.of(Category.FAILED, "applied-unknown", message)
        .inResource(resource.name())
        .inRevision(script.id())
        .help("--offline leaves the databases alone");
  }

  /** Names of the resources in which it is not applied. */
  List<String> checked() {
    return checked;
  }

  /** Where it is applied, and who could not be asked. */
  List<Problem> problems() {
    return problems;
  }
}
