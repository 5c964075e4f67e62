package dev.mdb.resource;

/** One database or cache of a project. Creating it does no I/O. */
public interface Resource {
  /** {@code sqlite}, {@code postgresql}, {@code mysql}, {@code redis}. */
  String kind();

  /** The URL without its password, for people. */
  String maskedUrl();

  /**
   * @throws dev.mdb.error.MdbException when it cannot be reached or, for {@link Access#WRITE}, not
   *     be written
   */
  Session connect(Access access);

  /**
   * Waits for the right to be the only run.
   *
   * @throws dev.mdb.error.MdbException of category LOCKED when the time is over, with the holder
   */
  RunLock lock(RunOwner owner, LockWait wait);
}
