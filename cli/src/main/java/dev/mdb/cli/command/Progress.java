package dev.mdb.cli.command;

import dev.mdb.cli.report.ProblemReport;
import dev.mdb.cli.report.TimeText;
import dev.mdb.cli.terminal.Pulse;
import dev.mdb.cli.terminal.Talk;
import dev.mdb.error.Problem;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Step;
import dev.mdb.migrate.MigrationListener;
import dev.mdb.migrate.StepReport;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A line per revision while a run goes on, and what goes on now. */
final class Progress implements MigrationListener {
  private final Talk talk;
  private final Pulse pulse;
  private final boolean verbose;
  private final boolean named;
  private final LongSupplier nanoTime;
  private final Map<String, Supplier<Optional<String>>> blockers = new HashMap<>();
  private Pulse.Work step;
  private long stepBegan;
  private long operationBegan;

  /** Read by the thread of a signal too. */
  private volatile RunningOperation operation;

  /**
   * @param named does each line need the name of its resource?
   */
  Progress(Talk talk, Pulse pulse, boolean verbose, boolean named, LongSupplier nanoTime) {
    this.talk = talk;
    this.pulse = pulse;
    this.verbose = verbose;
    this.named = named;
    this.nanoTime = nanoTime;
  }

  /** The operation that runs now, with its age. */
  Optional<String> running() {
    return Optional.ofNullable(operation)
        .map(each -> each.inWords(Duration.ofNanos(nanoTime.getAsLong() - operationBegan)));
  }

  @Override
  public void noted(String resource, Problem note) {
    talk.say(ProblemReport.note(note));
  }

  @Override
  public void waitingForLock(String resource, String holder) {
    talk.say(prefix(resource) + "waiting for another run: " + holder);
    pulse.begin(elapsed -> prefix(resource) + "waiting, " + TimeText.inSeconds(elapsed));
  }

  @Override
  public void connected(String resource, Supplier<Optional<String>> blocker) {
    pulse.end();
    blockers.put(resource, blocker);
  }

  @Override
  public void stepStarted(String resource, Step begun, int number, int total) {
    var revision = begun.revision();
    var name = prefix(resource) + "  " + title(revision.id(), revision.message()) + ", ";
    step = elapsed -> name + TimeText.inSeconds(elapsed);
    stepBegan = nanoTime.getAsLong();
    pulse.begin(step);
  }

  @Override
  public void lockTimedOut(String resource, Step step, String message, int attempt) {
    endOperation();
    talk.say(prefix(resource) + "  " + message + "; trying again (" + attempt + ")");
    pulse.told();
  }

  @Override
  public void operationStarted(String resource, Step begun, Operation started, int number) {
    if (verbose) talk.say(prefix(resource) + "  " + started.describe());
    var before = prefix(resource) + "  " + begun.revision().id() + ": ";
    operationBegan = nanoTime.getAsLong();
    operation = new RunningOperation(talk, before, started, blocker(resource));
    pulse.now(operation, operationBegan);
  }

  private Supplier<Optional<String>> blocker(String resource) {
    return blockers.getOrDefault(resource, Optional::empty);
  }

  @Override
  public void batchFinished(
      String resource, Step step, BatchedOperation batched, long items, OptionalLong total) {
    operation.batch(items, total);
  }

  @Override
  public void operationFinished(String resource, Step finished, Operation done, int number) {
    endOperation();
  }

  private void endOperation() {
    if (operation == null) return;
    operation.end();
    operation = null;
    pulse.now(step, stepBegan);
  }

  @Override
  public void settled(String resource, Revision squashed) {
    var replaced = String.join(", ", squashed.replaces());
    talk.say(
        prefix(resource)
            + "recorded "
            + squashed.id()
            + " in place of "
            + replaced
            + "; nothing ran");
  }

  @Override
  public void stepFinished(String resource, StepReport done) {
    pulse.end();
    var word = done.direction() == Direction.UPGRADE ? "upgraded" : "downgraded";
    var took = " (" + TimeText.of(done.took()) + ")";
    talk.say(prefix(resource) + word + " " + title(done.revision(), done.message()) + took);
  }

  private static String title(String id, String message) {
    return message.isBlank() ? id : id + ", " + message;
  }

  private String prefix(String resource) {
    return named ? resource + ": " : "";
  }
}
