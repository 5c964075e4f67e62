package dev.mdb.migrate;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.RunOwner;
import dev.mdb.resource.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Records what somebody has put right by hand after a block broke off: the revision is there now,
 * or it is not.
 */
public final class Repairer {
  private final RunOwner owner;
  private final Clock clock;
  private final MigrationListener listener;

  public Repairer(RunOwner owner, Clock clock, MigrationListener listener) {
    this.owner = owner;
    this.clock = clock;
    this.listener = listener;
  }

  /**
   * @param applied what the resource holds now: all of the revision, or nothing of it
   * @return what had been done; where nothing of it is there any more, somebody took it back
   * @throws MdbException when the revision did not break off here
   */
  public Repaired repair(
      MigrationTask task, String revision, boolean applied, RunSettings settings) {
    var run = Run.start(settings, owner, clock, listener);
    try (var locked = LockedSession.open(task.name(), task.resource(), run)) {
      var session = locked.session();
      var broken = find(session, revision).orElseThrow(() -> whole(task, revision));
      var repaired = repaired(broken, FollowedBlock.words(task, session, broken, settings));
      write(task, session, new StepRecords(run), broken, applied);
      return repaired;
    }
  }

  private static Repaired repaired(LogEntry broken, List<String> inWords) {
    boolean more = Journal.isUncertain(broken) || Journal.isBetweenBatches(broken);
    return new Repaired(broken.parts().size(), inWords, more);
  }

  private static Optional<LogEntry> find(Session session, String revision) {
    return session.state().open().stream()
        .filter(entry -> entry.revision().equals(revision))
        .findFirst();
  }

  private static MdbException whole(MigrationTask task, String revision) {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "nothing-to-repair",
                "no run of %s broke off in %s".formatted(revision, task.name()))
            .inResource(task.name())
            .inRevision(revision)
            .help("to change the applied set without running anything use `mdb stamp`"));
  }

  private static void write(
      MigrationTask task, Session session, StepRecords records, LogEntry broken, boolean applied) {
    var state = session.state();
    var id = broken.revision();
    boolean recorded = state.applied().stream().anyMatch(row -> row.id().equals(id));
    session.begin();
    state.update(broken.with(LogOutcome.REPAIRED, broken.parts(), Optional.empty(), broken.took()));
    if (applied && !recorded) {
      var script = task.scripts().entry(id).orElseThrow(() -> Resumer.withoutScript(task, broken));
      state.add(records.applied(script, Duration.ZERO));
    } else if (!applied && recorded) {
      state.remove(id);
    }
    var action = applied ? LogAction.STAMP : LogAction.UNSTAMP;
    state.append(records.entry(id, action, 1, LogOutcome.DONE));
    session.commit();
  }
}
