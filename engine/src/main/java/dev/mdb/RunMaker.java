package dev.mdb;

import dev.mdb.graph.StampPlan;
import dev.mdb.migrate.MigrationListener;
import dev.mdb.migrate.MigrationTasks;
import dev.mdb.migrate.Migrator;
import dev.mdb.migrate.RunReport;
import dev.mdb.migrate.RunSettings;
import dev.mdb.migrate.StampTask;
import dev.mdb.migrate.Stamper;
import dev.mdb.project.ProjectResource;
import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What holds for all runs of an {@link Mdb}.
 *
 * @param settings but for the time to wait for the lock
 * @param lockWait empty = as configured
 */
record RunMaker(
    RunOwner owner, RunSettings settings, Optional<Duration> lockWait, MigrationListener listener) {
  RunReport migrate(MigrationTasks tasks) {
    return new Migrator(owner, Clock.systemUTC(), listener)
        .run(tasks.tasks(), tasks.neighbours(), settings(tasks.resources()));
  }

  StampPlan stamp(ProjectResource resource, StampTask task) {
    var report =
        new Stamper(owner, Clock.systemUTC(), listener)
            .stamp(List.of(task), settings(List.of(resource)), (name, difference) -> {});
    return report.resources().get(0).difference();
  }

  private RunSettings settings(List<ProjectResource> resources) {
    var wait = lockWait.orElseGet(() -> MigrationTasks.lockWait(resources));
    return new RunSettings(settings.arguments(), wait, settings.tag(), settings.cancellation());
  }
}
