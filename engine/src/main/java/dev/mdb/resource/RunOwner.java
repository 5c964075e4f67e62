package dev.mdb.resource;

/**
 * Who runs mdb: shown to those who wait for the lock and kept in the log.
 *
 * @param tool name and version
 */
public record RunOwner(String user, String host, long pid, String tool) {
  @Override
  public String toString() {
    return user + "@" + host + ", process " + pid;
  }
}
