package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.LockWaiting;
import dev.mdb.resource.RunLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The lock of a run, on a connection of its own. It is polled: a session that waits inside a
 * statement, or that holds a lock within a transaction, would make {@code CREATE INDEX
 * CONCURRENTLY} wait for it and so deadlock.
 */
public final class ServerLock implements RunLock {
  private static final long FIRST_PAUSE_MILLIS = 30;
  private static final long LONGEST_PAUSE_MILLIS = 500;
  private static final int RELEASES = 10;

  private final Connection connection;
  private final SessionLock lock;
  private final String resource;

  private ServerLock(Connection connection, SessionLock lock, String resource) {
    this.connection = connection;
    this.lock = lock;
    this.resource = resource;
  }

  /**
   * @param connection in auto-commit mode; closed with the lock
   * @throws MdbException of category LOCKED when another run held it all the time
   */
  public static RunLock take(
      Connection connection, Source source, JdbcEngine engine, LockWait wait, String resource) {
    try {
      var lock = source.get();
      var taken = new ServerLock(connection, lock, resource);
      taken.waitFor(wait);
      if (!lock.held()) {
        taken.release();
        throw taken.stranded();
      }
      return taken;
    } catch (SQLException e) {
      closeQuietly(connection);
      throw new MdbException(
          Problem.of(Category.FAILED, "lock-failed", "cannot lock: " + engine.explain(e))
              .inResource(resource),
          e);
    } catch (MdbException e) {
      closeQuietly(connection);
      throw e;
    }
  }

  private void waitFor(LockWait wait) throws SQLException {
    var waiting = new LockWaiting(wait, resource);
    poll(waiting, () -> lock.attempt() ? Optional.empty() : holder());
    poll(waiting, lock::leftover);
  }

  private Optional<String> holder() throws SQLException {
    return Optional.of(lock.holder().orElse("a session that has just ended"));
  }

  private static void poll(LockWaiting waiting, Obstacle obstacle) throws SQLException {
    long pause = FIRST_PAUSE_MILLIS;
    for (var found = obstacle.find(); found.isPresent(); found = obstacle.find()) {
      waiting.pause(found.get(), pause);
      pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
    }
  }

  @Override
  public void confirm() {
    try {
      if (lock.held()) return;
    } catch (SQLException e) {
      throw new MdbException(lost(), e);
    }
    throw new MdbException(lost());
  }

  private Problem lost() {
    return Problem.of(
            Category.LOCKED,
            "lock-lost",
            "the lock of this run is lost: the server has ended its session")
        .inResource(resource)
        .help("another run may have begun: look with 'mdb status', then run the command again");
  }

  @Override
  public void close() {
    boolean released;
    try {
      released = release();
    } catch (SQLException sessionGone) {
      released = true; // The server lets go of what its ended session held.
    } finally {
      closeQuietly(connection);
    }
    if (!released) throw stranded();
  }

  /** Behind a pooler the session that holds the lock may come by again. */
  private boolean release() throws SQLException {
    for (int i = 0; i < RELEASES; i++) {
      if (lock.release()) return true;
    }
    return false;
  }

  /** One connection, but not one session: only a pooler makes that. */
  private MdbException stranded() {
    return new MdbException(
        Problem.of(
                Category.FAILED,
                "lock-stranded",
                "the lock is held by another session of the server than the one that asks for it:"
                    + " a pooler in transaction mode is in between")
            .inResource(resource)
            .help("give mdb the address of the server itself, or of a pooler in session mode"));
  }

  /** Who is in the way now. */
  private interface Obstacle {
    Optional<String> find() throws SQLException;
  }

  /** Makes the lock of a kind of server. */
  public interface Source {
    SessionLock get() throws SQLException;
  }

  private static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException ignored) {
      // The session ends in any case.
    }
  }
}
