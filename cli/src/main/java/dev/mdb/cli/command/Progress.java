package dev.mdb.cli.command;

import dev.mdb.cli.Request;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Step;
import dev.mdb.migrate.MigrationListener;
import dev.mdb.migrate.StepReport;
import dev.mdb.operation.BatchedOperation;
import dev.mdb.operation.Operation;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A line per revision while a run goes on. */
final class Progress implements MigrationListener {
  private static final long SECOND = 1_000_000_000;

  private final Consumer<String> talk;
  private final boolean verbose;
  private final boolean named;
  private final LongSupplier nanoTime;

  /** Of the operation whose batches are under way. */
  private long started;

  private long told;

  /**
   * @param named does each line need the name of its resource?
   */
  Progress(Request request, boolean named) {
    this(request::say, request.options().verbose(), named, System::nanoTime);
  }

  Progress(Consumer<String> talk, boolean verbose, boolean named, LongSupplier nanoTime) {
    this.talk = talk;
    this.verbose = verbose;
    this.named = named;
    this.nanoTime = nanoTime;
  }

  @Override
  public void waitingForLock(String resource, String holder) {
    talk.accept(prefix(resource) + "waiting for another run: " + holder);
  }

  @Override
  public void lockTimedOut(String resource, Step step, String message, int attempt) {
    talk.accept(prefix(resource) + "  " + message + "; trying again (" + attempt + ")");
  }

  /** A line a second is enough. */
  @Override
  public void batchFinished(
      String resource, Step step, BatchedOperation operation, long items, OptionalLong total) {
    long now = nanoTime.getAsLong();
    if (now - told < SECOND) return;
    told = now;
    long rate = Math.round(items * (double) SECOND / (now - started));
    talk.accept(
        String.format(
            Locale.ROOT,
            "%s  %s: %,d rows so far, %,d a second%s",
            prefix(resource),
            operation.describe(),
            items,
            rate,
            left(items, total, rate)));
  }

  private static String left(long items, OptionalLong total, long rate) {
    if (total.isEmpty() || rate == 0) return "";
    long rows = Math.max(0, total.getAsLong() - items);
    return String.format(Locale.ROOT, ", about %,d s for the other %,d", rows / rate, rows);
  }

  @Override
  public void operationStarted(String resource, Step step, Operation operation, int number) {
    started = nanoTime.getAsLong();
    told = started;
    if (verbose) talk.accept(prefix(resource) + "  " + operation.describe());
  }

  @Override
  public void settled(String resource, Revision squashed) {
    var replaced = String.join(", ", squashed.replaces());
    talk.accept(
        prefix(resource)
            + "recorded "
            + squashed.id()
            + " in place of "
            + replaced
            + "; nothing ran");
  }

  @Override
  public void stepFinished(String resource, StepReport step) {
    var word = step.direction() == Direction.UPGRADE ? "upgraded" : "downgraded";
    var took = " (" + step.took().toMillis() + " ms)";
    talk.accept(prefix(resource) + word + " " + step.revision() + ", " + step.message() + took);
  }

  private String prefix(String resource) {
    return named ? resource + ": " : "";
  }
}
