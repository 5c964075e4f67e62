package dev.mdb.project;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Compiles whatever is not compiled, scripts that nobody runs now and models too, so that a
 * deployment can carry the store along and needs no compiler.
 */
public final class FullCompilation {
  private final List<Problem> problems = new ArrayList<>();

  private FullCompilation() {}

  /** What a resource has, as far as it can be read. */
  private record Opened(
      ProjectResource resource, Optional<ScriptIndex> scripts, Optional<ModelClasses> models) {
    CompilationReport.Compiled report() {
      return new CompilationReport.Compiled(
          resource.name(),
          scripts.map(index -> index.entries().size()).orElse(0),
          models.map(ModelClasses::files).orElse(0),
          scripts.map(ScriptIndex::compiled).orElse(0)
              + models.map(ModelClasses::compiled).orElse(0));
    }

    List<Problem> unsaved() {
      var problems = new ArrayList<>(scripts.map(ScriptIndex::unsaved).orElse(List.of()));
      models.flatMap(ModelClasses::unsaved).ifPresent(problems::add);
      return problems;
    }
  }

  /** What could be compiled is kept, whatever is wrong with the rest. */
  public static CompilationReport of(List<ProjectResource> resources) {
    long start = System.nanoTime();
    var compilation = new FullCompilation();
    var opened = resources.stream().map(compilation::open).toList();
    compilation.compileScripts(opened);
    opened.forEach(each -> compilation.problems.addAll(each.unsaved()));
    return new CompilationReport(
        opened.stream().map(Opened::report).toList(),
        compilation.problems,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private Opened open(ProjectResource resource) {
    var scripts =
        attempt(
            () -> {
              problems.addAll(resource.problems());
              return resource.scripts();
            });
    boolean hasModels = !resource.config().models().isEmpty();
    return new Opened(resource, scripts, hasModels ? attempt(resource::models) : Optional.empty());
  }

  private void compileScripts(List<Opened> opened) {
    var preparation = new Preparation();
    for (var each : opened) {
      each.scripts()
          .ifPresent(
              index ->
                  index.addTo(preparation, index.entries().stream().map(ScriptEntry::id).toList()));
    }
    attempt(
        () -> {
          preparation.run();
          return preparation;
        });
  }

  private <T> Optional<T> attempt(Supplier<T> work) {
    try {
      return Optional.of(work.get());
    } catch (MdbException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }
}
