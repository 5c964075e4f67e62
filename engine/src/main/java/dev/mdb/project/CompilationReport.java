package dev.mdb.project;

import dev.mdb.error.Problem;
import java.time.Duration;
import java.util.List;

/**
 * What a {@link FullCompilation} did.
 *
 * @param problems what does not compile, and what could not be kept; empty when all is well
 */
public record CompilationReport(List<Compiled> resources, List<Problem> problems, Duration took) {
  public CompilationReport {
    resources = List.copyOf(resources);
    problems = List.copyOf(problems);
  }

  /**
   * The part of one resource.
   *
   * @param scripts how many sound ones it has
   * @param models files of its models
   * @param compiled how many of both were compiled now, and not before
   */
  public record Compiled(String resource, int scripts, int models, int compiled) {}
}
