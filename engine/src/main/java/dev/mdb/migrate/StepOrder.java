package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Dependency;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts the steps of several resources into one order: each resource's own order is kept, resources
 * come in their order, and where a step needs another resource's step first, that resource runs up
 * to it in between.
 */
final class StepOrder {
  /** A step and whose it is. */
  record Placed(ResourceRun run, Step step) {}

  /** A place in the plan of a run. */
  private record Position(ResourceRun run, int index) {
    Step step() {
      return run.plan().steps().get(index);
    }
  }

  private final List<ResourceRun> runs;
  private final Map<Position, List<Position>> needs = new HashMap<>();
  private final Map<ResourceRun, Integer> reached = new HashMap<>();
  private final Set<ResourceRun> advancing = new HashSet<>();
  private final List<Placed> ordered = new ArrayList<>();

  private StepOrder(List<ResourceRun> runs) {
    this.runs = runs;
  }

  /**
   * @throws MdbException when resources wait for each other in a circle
   */
  static List<Placed> of(List<ResourceRun> runs) {
    var order = new StepOrder(runs);
    runs.forEach(order::findNeeds);
    for (var run : runs) order.advance(new Position(run, run.plan().steps().size() - 1));
    return order.ordered;
  }

  private void findNeeds(ResourceRun run) {
    var steps = run.plan().steps();
    for (int i = 0; i < steps.size(); i++) {
      for (var dependency : CrossDependencies.across(steps.get(i).revision())) {
        var dependent = new Position(run, i);
        find(dependency).ifPresent(needed -> addNeed(dependent, needed));
      }
    }
  }

  private Optional<Position> find(Dependency dependency) {
    return runs.stream()
        .filter(run -> dependency.resource().filter(run.name()::equals).isPresent())
        .findFirst()
        .flatMap(run -> position(run, dependency.name()));
  }

  private static Optional<Position> position(ResourceRun run, String name) {
    var steps = run.plan().steps();
    return run.graph()
        .find(name)
        .map(revision -> steps.stream().map(Step::revision).toList().indexOf(revision))
        .filter(index -> index >= 0)
        .map(index -> new Position(run, index));
  }

  private void addNeed(Position dependent, Position needed) {
    boolean up = dependent.step().direction() == Direction.UPGRADE;
    var later = up ? dependent : needed;
    var earlier = up ? needed : dependent;
    needs.computeIfAbsent(later, position -> new ArrayList<>()).add(earlier);
  }

  /**
   * Runs its resource up to and including this position, and before each step what that needs of
   * others.
   */
  private void advance(Position last) {
    if (last.index() < reached.getOrDefault(last.run(), 0)) return;
    if (!advancing.add(last.run())) throw circle(last);
    for (int i = reached.getOrDefault(last.run(), 0); i <= last.index(); i++) {
      var position = new Position(last.run(), i);
      needs.getOrDefault(position, List.of()).forEach(this::advance);
      ordered.add(new Placed(last.run(), position.step()));
      reached.put(last.run(), i + 1);
    }
    advancing.remove(last.run());
  }

  private static MdbException circle(Position position) {
    var revision = position.step().revision();
    return new MdbException(
        Problem.of(
                Category.GRAPH,
                "cycle-across",
                "%s of %s waits, over other resources, for itself"
                    .formatted(revision.id(), position.run().name()))
            .at(revision.source())
            .inResource(position.run().name())
            .inRevision(revision.id())
            .help("take one of the dependencies with on = \"…\" out"));
  }
}
