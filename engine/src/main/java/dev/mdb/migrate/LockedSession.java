package dev.mdb.migrate;

import dev.mdb.resource.Access;
import dev.mdb.resource.LockWait;
import dev.mdb.resource.Resource;
import dev.mdb.resource.RunLock;
import dev.mdb.resource.Session;

/** A session that may write, and the lock that it writes under. */
record LockedSession(Session session, RunLock lock) implements AutoCloseable {
  static LockedSession open(String name, Resource resource, Run run) {
    var settings = run.settings();
    var wait =
        new LockWait(
            settings.lockWait(),
            holder -> run.listener().waitingForLock(name, holder),
            settings.cancellation()::isRequested);
    var lock = resource.lock(run.owner(), wait);
    try {
      var session = connect(resource, lock);
      run.listener().connected(name, session::blocker);
      return new LockedSession(session, lock);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * A writing session keeps the next run waiting even when this one has lost its lock, but only
   * from when it is there: until then the lock must have held.
   */
  private static Session connect(Resource resource, RunLock lock) {
    var session = resource.connect(Access.WRITE);
    try {
      lock.confirm();
      return session;
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public void close() {
    session.close();
    lock.close();
  }
}
