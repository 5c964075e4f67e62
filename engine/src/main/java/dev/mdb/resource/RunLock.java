package dev.mdb.resource;

/**
 * The right to be the only run on a resource and version table, until it is closed or the process
 * ends.
 */
public interface RunLock extends AutoCloseable {
  @Override
  void close();
}
