package dev.mdb.project.author;

import dev.mdb.graph.Revision;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A run that has become one revision.
 *
 * @param wentOn the script was there already, from a run of the command that broke off
 * @param removed the old scripts, oldest first; after a run that broke off those that were left
 * @param archive where they are now; empty = nowhere
 * @param redirected scripts that named an old revision and name the new one now
 * @param leftAlone scripts that are not in plain form: they go on naming an old revision, which
 *     stands for the new one
 */
public record SquashedRevision(
    Path file,
    Revision revision,
    boolean wentOn,
    List<Path> removed,
    Optional<Path> archive,
    List<Path> redirected,
    List<Path> leftAlone) {
  public SquashedRevision {
    removed = List.copyOf(removed);
    redirected = List.copyOf(redirected);
    leftAlone = List.copyOf(leftAlone);
  }

  /** Everything had been done before. */
  public boolean nothingLeft() {
    return wentOn && removed.isEmpty() && redirected.isEmpty();
  }
}
