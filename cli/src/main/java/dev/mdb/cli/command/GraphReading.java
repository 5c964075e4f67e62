package dev.mdb.cli.command;

import dev.mdb.cli.Request;
import dev.mdb.cli.report.ByResource;
import dev.mdb.error.Problem;
import dev.mdb.graph.GraphException;
import dev.mdb.project.ProjectResource;
import dev.mdb.project.ResourceChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the commands that only read the graph share: the resources that are meant, and the faults of
 * their scripts.
 */
final class GraphReading {
  private final List<ProjectResource> resources;

  private GraphReading(List<ProjectResource> resources) {
    this.resources = resources;
  }

  static GraphReading of(Request request) {
    return new GraphReading(request.project().select(request.options().resources()));
  }

  List<ProjectResource> resources() {
    return resources;
  }

  <T> ByResource<T> each(Function<ProjectResource, T> answer) {
    var parts = new ArrayList<ByResource.Part<T>>();
    for (var resource : resources) {
      parts.add(new ByResource.Part<>(resource.name(), answer.apply(resource)));
    }
    return new ByResource<>(parts);
  }

  /**
   * From those resources that know what is asked for.
   *
   * @throws GraphException when none does: what the first says
   */
  <T> ByResource<T> eachThatHas(Function<ProjectResource, T> answer) {
    var parts = new ArrayList<ByResource.Part<T>>();
    Optional<GraphException> refusal = Optional.empty();
    for (var resource : resources) {
      try {
        parts.add(new ByResource.Part<>(resource.name(), answer.apply(resource)));
      } catch (GraphException e) {
        if (resources.size() == 1 || !ResourceChoice.isElsewhere(e)) throw e;
        if (refusal.isEmpty()) refusal = Optional.of(e);
      }
    }
    if (parts.isEmpty() && refusal.isPresent()) throw refusal.get();
    return new ByResource<>(parts);
  }

  /** Shown after the sound part. */
  List<Problem> problems() {
    return resources.stream().flatMap(resource -> resource.problems().stream()).toList();
  }
}
