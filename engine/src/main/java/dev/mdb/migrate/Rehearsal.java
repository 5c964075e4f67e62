package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Step;
import dev.mdb.migrate.RehearsalReport.RehearsedStep;
import dev.mdb.operation.Block;
import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Plans a run and shows the statements of its blocks instead of running them. Reads the state,
 * writes nothing, and takes no lock.
 */
public final class Rehearsal {
  private final RunOwner owner;
  private final Clock clock;

  public Rehearsal(RunOwner owner, Clock clock) {
    this.owner = owner;
    this.clock = clock;
  }

  /**
   * @throws MdbException for the faults that a run would find before its first change, and for an
   *     operation that this kind of resource cannot do
   */
  public RehearsalReport rehearse(
      List<MigrationTask> tasks, List<Neighbour> neighbours, RunSettings settings) {
    var run = Run.start(settings, owner, clock, MigrationListener.silent());
    var resources = tasks.stream().map(task -> new ResourceRun(task, run)).toList();
    resources.forEach(ResourceRun::read);
    new CrossDependencies(resources, neighbours).complete();
    var steps = StepOrder.of(resources);
    resources.forEach(ResourceRun::refuseBrokenOff);
    ResourceRun.prepare(resources, run);
    try (var sessions = new RehearsalSessions()) {
      return new RehearsalReport(
          steps.stream()
              .map(placed -> rehearse(placed.run().task(), placed.step(), run, sessions))
              .toList());
    }
  }

  private static RehearsedStep rehearse(
      MigrationTask task, Step step, Run run, RehearsalSessions sessions) {
    var definition = task.scripts().define(step.revision().id());
    var block =
        step.direction() == Direction.UPGRADE ? definition.upgrade() : definition.downgrade();
    var session = sessions.of(task);
    var context =
        new RehearsedBlock(task, step, session.session(), session.isCopy(), run.settings());
    var note = block.flatMap(body -> rehearse(body, context, task, step));
    return new RehearsedStep(task.name(), step, context.statements(), note);
  }

  /**
   * @return why the block could not be followed to its end
   */
  private static Optional<String> rehearse(
      Block block, RehearsedBlock context, MigrationTask task, Step step) {
    try {
      block.run(context);
    } catch (RuntimeException failure) {
      if (context.question().isEmpty()) {
        throw new MdbException(problem(task, step, failure), failure);
      }
    }
    return context
        .question()
        .map(
            question ->
                "what follows depends on a query, which is not asked without a run: " + question);
  }

  private static Problem problem(MigrationTask task, Step step, Throwable failure) {
    return Failures.located(task, step, failure).help("nothing was run; mend the script");
  }
}
