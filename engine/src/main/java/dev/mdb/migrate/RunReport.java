package dev.mdb.migrate;

import java.time.Duration;
import java.util.List;

/**
 * What a run did.
 *
 * @param run its id, as in the log; empty when there was nothing to do
 */
public record RunReport(String run, List<ResourceReport> resources, Duration took) {
  public RunReport {
    resources = List.copyOf(resources);
  }
}
