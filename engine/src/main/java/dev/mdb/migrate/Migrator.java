package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs plans: first plans, compiles and locks for every resource, so that a fault in any comes
 * before the first change; then runs step by step, in one order over all resources.
 */
public final class Migrator {
  private final RunOwner owner;
  private final Clock clock;
  private final MigrationListener listener;

  public Migrator(RunOwner owner, Clock clock, MigrationListener listener) {
    this.owner = owner;
    this.clock = clock;
    this.listener = listener;
  }

  /** A run of resources that stand alone. */
  public RunReport run(List<MigrationTask> tasks, RunSettings settings) {
    return run(tasks, List.of(), settings);
  }

  /**
   * @param neighbours the project's other resources, for dependencies across
   * @throws MigrationFailed when a step failed; what had been done by then stays, and is in its
   *     report
   * @throws MdbException for faults before the first change, of all resources where they are
   *     several
   */
  public RunReport run(
      List<MigrationTask> tasks, List<Neighbour> neighbours, RunSettings settings) {
    var run = Run.start(settings, owner, clock, listener);
    var resources = tasks.stream().map(task -> new ResourceRun(task, run)).toList();
    var across = new CrossDependencies(resources, neighbours);
    try {
      readAll(resources);
      across.complete();
      StepOrder.of(resources);
      ResourceRun.prepare(resources, run);
      resources.forEach(ResourceRun::lock);
      across.complete();
      ResourceRun.prepare(resources, run);
      var steps = StepOrder.of(resources);
      resources.forEach(ResourceRun::begin);
      for (var placed : steps) {
        run.checkBefore(placed.run().name(), placed.step().revision().id());
        placed.run().execute(placed.step());
      }
      return report(run, resources);
    } catch (StepFailed failed) {
      throw new MigrationFailed(failed.problem(), report(run, resources), failed.getCause());
    } finally {
      resources.forEach(ResourceRun::close);
    }
  }

  /** What is wrong with any of several resources is told in one go, each with its name. */
  private static void readAll(List<ResourceRun> resources) {
    var problems = new ArrayList<Problem>();
    for (var resource : resources) {
      try {
        resource.read();
      } catch (MdbException e) {
        if (resources.size() == 1) throw e;
        e.problems().forEach(each -> problems.add(each.inResource(resource.name())));
      }
    }
    if (!problems.isEmpty()) throw new MdbException(problems);
  }

  private static RunReport report(Run run, List<ResourceRun> resources) {
    return new RunReport(
        run.id(), resources.stream().map(ResourceRun::report).toList(), run.elapsed());
  }
}
