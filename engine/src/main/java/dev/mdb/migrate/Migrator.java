package dev.mdb.migrate;

import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.util.List;

/**
 * Runs plans: first plans, compiles and locks for every resource, so that a fault in any comes
 * before the first change; then, resource by resource, runs step by step.
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

  /**
   * @throws MigrationFailed when a step failed; what had been done by then stays, and is in its
   *     report
   * @throws dev.mdb.error.MdbException for a fault before the first change
   */
  public RunReport run(List<MigrationTask> tasks, RunSettings settings) {
    var run = Run.start(settings, owner, clock, listener);
    var resources = tasks.stream().map(task -> new ResourceRun(task, run)).toList();
    try {
      resources.forEach(ResourceRun::prepare);
      resources.forEach(ResourceRun::lock);
      resources.forEach(ResourceRun::execute);
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
