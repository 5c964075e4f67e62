package dev.mdb.resource.jdbc;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.sql.SQLException;
import java.util.Optional;

/** Looks at a server's lock from outside, on a connection for that alone. */
public final class LockLook {
  private static final int ATTEMPTS = 100;
  private static final long PAUSE_MILLIS = 50;

  private final SessionLock lock;
  private final JdbcEngine engine;
  private final String resource;

  public LockLook(SessionLock lock, JdbcEngine engine, String resource) {
    this.lock = lock;
    this.engine = engine;
    this.resource = resource;
  }

  public Optional<String> holder() {
    try {
      var holder = lock.holder();
      return holder.isPresent() ? holder : lock.leftover();
    } catch (SQLException e) {
      throw failed("lock-failed", "cannot see the lock: ", e);
    }
  }

  /** Ends the sessions of the run that holds the lock, and waits until the server has let go. */
  public Optional<String> breakLock() {
    var holder = holder();
    if (holder.isEmpty()) return holder;
    end();
    for (int i = 0; i < ATTEMPTS && holder().equals(holder); i++) pause();
    if (holder().equals(holder)) throw stays(holder.get());
    return holder;
  }

  private void end() {
    try {
      lock.endHolder();
    } catch (SQLException e) {
      throw failed("cannot-break", "cannot end the session that holds the lock: ", e);
    }
  }

  private MdbException stays(String holder) {
    return new MdbException(
        Problem.of(
                Category.LOCKED,
                "cannot-break",
                "the server was asked to end the session, and the lock is still held: " + holder)
            .inResource(resource)
            .help("look again in a moment: mdb lock"));
  }

  private MdbException failed(String code, String message, SQLException cause) {
    var problem = Problem.of(Category.FAILED, code, message + engine.explain(cause));
    return new MdbException(problem.inResource(resource), cause);
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
