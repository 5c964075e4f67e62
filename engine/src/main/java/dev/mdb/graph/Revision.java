package dev.mdb.graph;

import dev.mdb.error.Location;
import java.util.List;

/**
 * A node of the graph: the header of one script.
 *
 * @param parents ids (or labels) in the order written; empty = a base
 * @param dependencies in the order written
 * @param labels branch labels carried by exactly this revision
 * @param replaces ids of the run of revisions that this one was squashed from, oldest first
 * @param source the script, at the line of its {@code revision { }}
 */
public record Revision(
    String id,
    List<String> parents,
    List<Dependency> dependencies,
    List<String> labels,
    String message,
    List<String> replaces,
    Downgrade downgrade,
    Location source) {
  public Revision {
    parents = List.copyOf(parents);
    dependencies = List.copyOf(dependencies);
    labels = List.copyOf(labels);
    replaces = List.copyOf(replaces);
  }

  /** The same with another source. */
  public Revision from(Location place) {
    return new Revision(id, parents, dependencies, labels, message, replaces, downgrade, place);
  }
}
