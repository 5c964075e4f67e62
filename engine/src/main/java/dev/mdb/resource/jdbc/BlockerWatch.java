package dev.mdb.resource.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * Looks, while a statement runs, whether it waits for somebody. It has to be seen while it lasts:
 * after a lock timeout the server no longer knows who was in the way. Looks over a connection of
 * its own, which is opened for the first statement that takes long.
 */
public final class BlockerWatch implements AutoCloseable {
  private static final long AT_MOST_MILLIS = 1_000;
  private static final long AT_LEAST_MILLIS = 20;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(BlockerWatch::thread);
  private final Blockers blockers;
  private final Opener opener;
  private final long session;
  private final long periodMillis;
  private Connection observer;
  private ScheduledFuture<?> watching;
  private volatile Optional<String> seen = Optional.empty();
  private volatile Optional<String> now = Optional.empty();

  /**
   * @param lockTimeout a statement that waits so long is looked at in time
   */
  public BlockerWatch(Connection watched, Blockers blockers, Opener opener, Duration lockTimeout)
      throws SQLException {
    this.blockers = blockers;
    this.opener = opener;
    this.session = blockers.sessionOf(watched);
    this.periodMillis = period(lockTimeout);
  }

  private static long period(Duration lockTimeout) {
    if (lockTimeout.isZero()) return AT_MOST_MILLIS;
    return Math.max(AT_LEAST_MILLIS, Math.min(AT_MOST_MILLIS, lockTimeout.toMillis() / 3));
  }

  private static Thread thread(Runnable task) {
    var thread = new Thread(task, "mdb-blockers");
    thread.setDaemon(true);
    return thread;
  }

  /** A statement begins. */
  synchronized void start() {
    seen = Optional.empty();
    watching =
        timer.scheduleWithFixedDelay(this::look, periodMillis, periodMillis, TimeUnit.MILLISECONDS);
  }

  /** The statement has ended. */
  synchronized void stop() {
    watching.cancel(false);
    watching = null;
    now = Optional.empty();
  }

  private synchronized void found(Optional<String> blocker) {
    // The look may have taken longer than the statement.
    if (watching == null) return;
    now = blocker;
    if (blocker.isPresent()) seen = blocker;
  }

  /** Who blocked the statement at the last look that found somebody. */
  Optional<String> seen() {
    return seen;
  }

  /** Who blocks the statement that runs, as of the last look. */
  Optional<String> now() {
    return now;
  }

  private void look() {
    try {
      if (observer == null) observer = opener.open();
      var found = blockers.of(session, observer);
      found(found.isEmpty() ? Optional.empty() : Optional.of(String.join(" and ", found)));
    } catch (SQLException ignored) {
      // To know who is in the way is a help, not a need: the statement itself tells of trouble.
    }
  }

  @Override
  public void close() {
    timer.execute(this::closeObserver);
    timer.shutdown();
  }

  private void closeObserver() {
    try {
      if (observer != null) observer.close();
    } catch (SQLException ignored) {
      // It held nothing.
    }
  }

  /** Opens a connection to the same server. */
  public interface Opener {
    Connection open() throws SQLException;
  }
}
