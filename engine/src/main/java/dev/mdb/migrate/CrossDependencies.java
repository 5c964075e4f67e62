package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Revision;
import dev.mdb.graph.RevisionGraph;
import dev.mdb.graph.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The edges between resources, {@code dependsOn("create_posts", on = "customerdb")}: brings along
 * what an upgrade needs in another resource of the run, and refuses what a resource outside of it
 * stands against.
 */
final class CrossDependencies {
  private final List<ResourceRun> runs;
  private final List<Neighbour> neighbours;

  CrossDependencies(List<ResourceRun> runs, List<Neighbour> neighbours) {
    this.runs = runs;
    this.neighbours = neighbours;
  }

  /**
   * Extends the plans until they need nothing more of each other.
   *
   * @throws MdbException when a resource that does not take part lacks what is needed, or needs
   *     what is to go
   */
  void complete() {
    while (runs.stream().map(this::extendOthers).reduce(false, Boolean::logicalOr)) {}
    runs.forEach(this::refuseToTakeWhatIsNeeded);
  }

  /** Did the plan of another resource grow? */
  private boolean extendOthers(ResourceRun run) {
    boolean grew = false;
    for (var step : List.copyOf(run.plan().steps())) {
      if (step.direction() == Direction.DOWNGRADE) return false;
      for (var dependency : across(step.revision())) grew |= require(run, step, dependency);
    }
    return grew;
  }

  private boolean require(ResourceRun run, Step step, Dependency dependency) {
    var other = find(dependency);
    var graph =
        other
            .map(ResourceRun::graph)
            .orElseGet(() -> neighbour(run, step, dependency).graph().get());
    var needed = graph.find(dependency.name());
    if (needed.isEmpty()) {
      if (dependency.optional()) return false;
      throw unknown(run, step, dependency);
    }
    if (other.isPresent()) return other.get().require(needed.get().id());
    if (!graph.isApplied(needed.get(), neighbour(run, step, dependency).applied().get())) {
      throw missing(run, step, dependency);
    }
    return false;
  }

  private Optional<ResourceRun> find(Dependency dependency) {
    return runs.stream().filter(run -> run.name().equals(resource(dependency))).findFirst();
  }

  private Neighbour neighbour(ResourceRun run, Step step, Dependency dependency) {
    return neighbours.stream()
        .filter(each -> each.name().equals(resource(dependency)))
        .findFirst()
        .orElseThrow(() -> noResource(run, step, dependency));
  }

  static List<Dependency> across(Revision revision) {
    return revision.dependencies().stream().filter(each -> each.resource().isPresent()).toList();
  }

  private static String resource(Dependency dependency) {
    return dependency.resource().orElseThrow();
  }

  private void refuseToTakeWhatIsNeeded(ResourceRun run) {
    for (var step : run.plan().steps()) {
      if (step.direction() == Direction.UPGRADE) return;
      for (var other : runs) if (other != run) refuse(run, step, other);
      for (var other : neighbours) refuse(run, step, other);
    }
  }

  private static void refuse(ResourceRun run, Step step, ResourceRun other) {
    for (var dependent : dependents(other.graph(), run, step)) {
      if (other.staysApplied(dependent.id())) throw needed(run, step, other.name(), dependent);
    }
  }

  private static void refuse(ResourceRun run, Step step, Neighbour other) {
    var graph = other.graph().get();
    for (var dependent : dependents(graph, run, step)) {
      if (graph.isApplied(dependent, other.applied().get()))
        throw needed(run, step, other.name(), dependent);
    }
  }

  /** Revisions of another graph that depend on what this step is about. */
  static List<Revision> dependents(RevisionGraph graph, ResourceRun run, Step step) {
    var found = new ArrayList<Revision>();
    for (var revision : graph.revisions()) {
      for (var dependency : across(revision)) {
        if (names(dependency, run, step)) found.add(revision);
      }
    }
    return found;
  }

  static boolean names(Dependency dependency, ResourceRun run, Step step) {
    return run.name().equals(resource(dependency))
        && run.graph().find(dependency.name()).filter(step.revision()::equals).isPresent();
  }

  private static MdbException missing(ResourceRun run, Step step, Dependency dependency) {
    return fault(
        run,
        step,
        "missing-across",
        "it depends on %s of %s, which is not applied there"
            .formatted(dependency.name(), resource(dependency)),
        "run `mdb -n %s upgrade %s` first, or leave -n out"
            .formatted(resource(dependency), dependency.name()));
  }

  private static MdbException unknown(ResourceRun run, Step step, Dependency dependency) {
    return fault(
        run,
        step,
        "unknown-across",
        "it depends on %s of %s, where no revision has that id or label"
            .formatted(dependency.name(), resource(dependency)),
        "`mdb -n %s history` lists what there is".formatted(resource(dependency)));
  }

  private static MdbException noResource(ResourceRun run, Step step, Dependency dependency) {
    return fault(
        run,
        step,
        "unknown-resource",
        "it depends on %s of %s, and the project has no resource of that name"
            .formatted(dependency.name(), resource(dependency)),
        "correct `on = \"…\"` in the script, or add the resource to mdb.toml");
  }

  private static MdbException needed(ResourceRun run, Step step, String other, Revision dependent) {
    return fault(
        run,
        step,
        "needed-across",
        "%s of %s depends on it, and is applied there".formatted(dependent.id(), other),
        "run `mdb -n %s downgrade %s-1` first".formatted(other, dependent.id()));
  }

  private static MdbException fault(
      ResourceRun run, Step step, String code, String message, String help) {
    var revision = step.revision();
    return new MdbException(
        Problem.of(Category.GRAPH, code, revision.id() + ": " + message)
            .at(revision.source())
            .inResource(run.name())
            .inRevision(revision.id())
            .help(help));
  }
}
