package dev.mdb.migrate;

import dev.mdb.graph.Dependency;
import dev.mdb.project.ScriptEntry;
import dev.mdb.resource.AppliedRevision;
import dev.mdb.resource.LogAction;
import dev.mdb.resource.LogEntry;
import dev.mdb.resource.LogOutcome;
import dev.mdb.resource.StateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Writes the state row and the log row of a step. */
final class StepRecords {
  private final Run run;
  private final StateStore state;

  StepRecords(Run run, StateStore state) {
    this.run = run;
    this.state = state;
  }

  /** What a block did: hashes of its operations, and how long it took. */
  record Work(List<String> operations, Duration took) {
    static final Work NONE = new Work(List.of(), Duration.ZERO);
  }

  void added(ScriptEntry script, LogAction action, int number) {
    added(script, action, number, Work.NONE);
  }

  void added(ScriptEntry script, LogAction action, int number, Work work) {
    state.add(row(script, work.took()));
    log(script.id(), action, number, work, Optional.empty());
  }

  void removed(String id, LogAction action, int number) {
    removed(id, action, number, Work.NONE);
  }

  void removed(String id, LogAction action, int number, Work work) {
    state.remove(id);
    log(id, action, number, work, Optional.empty());
  }

  void failed(String id, LogAction action, int number, Work work, String error) {
    log(id, action, number, work, Optional.of(error));
  }

  private AppliedRevision row(ScriptEntry script, Duration took) {
    var header = script.header();
    return new AppliedRevision(
        header.id(),
        header.parents(),
        header.dependencies().stream().map(Dependency::name).toList(),
        header.labels(),
        header.message(),
        script.hash(),
        run.clock().instant(),
        run.owner().user() + "@" + run.owner().host(),
        took);
  }

  private void log(String id, LogAction action, int number, Work work, Optional<String> error) {
    state.append(
        new LogEntry(
            run.id(),
            number,
            id,
            action,
            error.isPresent() ? LogOutcome.FAILED : LogOutcome.DONE,
            work.operations(),
            error,
            run.clock().instant(),
            work.took(),
            run.owner()));
  }
}
