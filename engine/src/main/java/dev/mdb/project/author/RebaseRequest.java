package dev.mdb.project.author;

import java.util.Optional;

/**
 * A revision to be put on another parent.
 *
 * @param revision target of the one revision
 * @param onto target of its new parent; {@code base} = none
 * @param parent which of several parents goes; empty = the only one
 * @param databases what is asked of the databases before
 */
public record RebaseRequest(
    String revision, String onto, Optional<String> parent, Databases databases) {
  /** What an applied revision, or a database that cannot be reached, means. */
  public enum Databases {
    /** Refuse. */
    CHECK,
    /** Tell of it. */
    TELL,
    /** Leave the databases alone. */
    LEAVE
  }
}
