package dev.mdb.migrate;

import dev.mdb.resource.RunOwner;
import java.time.Clock;
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
   * @throws dev.mdb.error.MdbException for a fault before the first change
   */
  public RunReport run(
      List<MigrationTask> tasks, List<Neighbour> neighbours, RunSettings settings) {
    var run = Run.start(settings, owner, clock, listener);
    var resources = tasks.stream().map(task -> new ResourceRun(task, run)).toList();
    var across = new CrossDependencies(resources, neighbours);
    try {
      resources.forEach(ResourceRun::read);
      across.complete();
      StepOrder.of(resources);
      resources.forEach(ResourceRun::prepare);
      resources.forEach(ResourceRun::lock);
      across.complete();
      resources.forEach(ResourceRun::prepare);
      var steps = StepOrder.of(resources);
      resources.forEach(ResourceRun::begin);
      steps.forEach(placed -> placed.run().execute(placed.step()));
      return report(run, resources);
    } catch (StepFailed failed) {
      throw new MigrationFailed(failed.problem(), report(run, resources), failed.getCause());
    } finally {
      resources.forEach(ResourceRun::close);
    }
  }

  private static RunReport report(Run run, List<ResourceRun> resources) {
    return new RunReport(
        run.id(), resources.stream().map(ResourceRun::report).toList(), run.elapsed());
  }
}
