package dev.mdb.migrate;

import dev.mdb.error.MdbException;
import dev.mdb.resource.RunOwner;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** What all parts of one run share. */
record Run(
    String id,
    RunSettings settings,
    RunOwner owner,
    Clock clock,
    MigrationListener listener,
    Stopwatch stopwatch) {
  static Run start(RunSettings settings, RunOwner owner, Clock clock, MigrationListener listener) {
    return new Run(newId(), settings, owner, clock, listener, new Stopwatch());
  }

  /** Unlike any other, not secret: the first number of a secure generator costs 8 ms. */
  private static String newId() {
    var random = ThreadLocalRandom.current();
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  /**
   * Between two steps, where nothing is half-way.
   *
   * @throws StepFailed when the run is to end
   */
  void checkBefore(String resource, String next) {
    try {
      settings.cancellation().check("interrupted before " + next);
    } catch (MdbException interrupted) {
      var problem = interrupted.problems().get(0).inResource(resource);
      throw new StepFailed(
          problem.help("what was done stays; run the command again to go on"), interrupted);
    }
  }

  /**
   * @throws MdbException of category INTERRUPTED when the run is to end
   */
  void beforeFirstChange(Runnable work) {
    settings.cancellation().interruptibly("interrupted before anything was changed", work);
  }

  Duration elapsed() {
    return stopwatch.elapsed();
  }
}
