package dev.mdb.resource;

/**
 * The right to be the only run on a resource and version table, until it is closed or the process
 * ends.
 */
public interface RunLock extends AutoCloseable {
  /**
   * Makes sure that the right still holds: a server may have ended the session that it hangs on.
   *
   * @throws dev.mdb.error.MdbException of category LOCKED and code {@code lock-lost} when it is
   *     lost
   */
  void confirm();

  /**
   * @throws dev.mdb.error.MdbException when the lock could not be given back
   */
  @Override
  void close();
}
