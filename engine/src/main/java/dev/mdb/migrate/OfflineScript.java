package dev.mdb.migrate;

import dev.mdb.graph.Revision;
import dev.mdb.resource.LogAction;
import java.util.List;

/**
 * A script for the engine's own client.
 *
 * @param resource whose
 * @param text the whole of it, with a line end at its end
 * @param from the heads that it starts from
 * @param to the heads that it leads to
 */
public record OfflineScript(
    String resource, String text, List<String> from, List<String> to, List<Done> steps) {
  public OfflineScript {
    from = List.copyOf(from);
    to = List.copyOf(to);
    steps = List.copyOf(steps);
  }

  /** What the script does with a revision. */
  public record Done(LogAction action, Revision revision) {}
}
