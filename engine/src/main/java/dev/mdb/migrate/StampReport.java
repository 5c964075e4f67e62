package dev.mdb.migrate;

import dev.mdb.graph.StampPlan;
import java.util.List;

/**
 * What a stamp wrote.
 *
 * @param run its id, as in the log
 */
public record StampReport(String run, List<StampedResource> resources) {
  public StampReport {
    resources = List.copyOf(resources);
  }

  /** The difference that was written to one resource; empty when there was nothing to write. */
  public record StampedResource(String resource, StampPlan difference) {}
}
