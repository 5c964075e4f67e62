package dev.mdb.project.author;

import dev.mdb.error.Problem;
import dev.mdb.graph.Revision;
import java.nio.file.Path;
import java.util.List;

/**
 * A revision on another parent.
 *
 * @param changed whether the script was written; not, when it stood there already
 * @param checked names of the resources that have said that it is not applied
 * @param ignored what would have been refused
 * @param heads without a child, afterwards
 */
public record RebasedRevision(
    Path file,
    Revision before,
    Revision after,
    boolean changed,
    List<String> checked,
    List<Problem> ignored,
    List<String> heads) {
  public RebasedRevision {
    checked = List.copyOf(checked);
    ignored = List.copyOf(ignored);
    heads = List.copyOf(heads);
  }
}
