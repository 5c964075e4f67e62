package dev.mdb.cli.command;

import dev.mdb.cli.Request;
import dev.mdb.graph.Direction;
import dev.mdb.graph.Revision;
import dev.mdb.graph.Step;
import dev.mdb.migrate.MigrationListener;
import dev.mdb.migrate.StepReport;
import dev.mdb.operation.Operation;

/** A line per revision while a run goes on. */
final class Progress implements MigrationListener {
  private final Request request;
  private final boolean named;

  /**
   * @param named does each line need the name of its resource?
   */
  Progress(Request request, boolean named) {
    this.request = request;
    this.named = named;
  }

  @Override
  public void waitingForLock(String resource, String holder) {
    request.say(prefix(resource) + "waiting for another run: " + holder);
  }

  @Override
  public void operationStarted(String resource, Step step, Operation operation, int number) {
    if (request.options().verbose()) request.say(prefix(resource) + "  " + operation.describe());
  }

  @Override
  public void settled(String resource, Revision squashed) {
    var replaced = String.join(", ", squashed.replaces());
    request.say(
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
    request.say(
        "%s%s %s, %s (%d ms)"
            .formatted(
                prefix(resource), word, step.revision(), step.message(), step.took().toMillis()));
  }

  private String prefix(String resource) {
    return named ? resource + ": " : "";
  }
}
