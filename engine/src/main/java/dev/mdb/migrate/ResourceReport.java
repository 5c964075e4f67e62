package dev.mdb.migrate;

import java.util.List;

/**
 * What a run did to one resource.
 *
 * @param resource its name
 * @param steps done and committed, in run order
 * @param notRun ids of planned revisions that were not reached
 * @param heads the current heads afterwards
 */
public record ResourceReport(
    String resource, List<StepReport> steps, List<String> notRun, List<String> heads) {
  public ResourceReport {
    steps = List.copyOf(steps);
    notRun = List.copyOf(notRun);
    heads = List.copyOf(heads);
  }
}
