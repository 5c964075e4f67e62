package dev.mdb.project;

import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What has to be compiled before a run, of any number of resources. Those that see the same jars
 * share one invocation of the compiler, which takes seconds to start. For one use.
 */
public final class Preparation {
  /** What indexes of one compiler and class path want. */
  private record Alike(ScriptCompiler compiler, List<Path> classPath) {}

  private final Map<Alike, ScriptCompilation> compilations = new LinkedHashMap<>();
  private final List<ScriptFolder> touched = new ArrayList<>();

  void add(
      ScriptCompiler compiler,
      List<Path> classPath,
      ScriptFolder folder,
      List<KnownScript> wanted) {
    compilations
        .computeIfAbsent(new Alike(compiler, classPath), alike -> new ScriptCompilation())
        .addMissing(folder, wanted);
    touched.add(folder);
  }

  /**
   * @throws MdbException with all problems at once
   */
  public void run() {
    var problems = new ArrayList<Problem>();
    compilations.forEach(
        (alike, compilation) ->
            problems.addAll(compilation.run(alike.compiler(), alike.classPath())));
    touched.forEach(ScriptFolder::save);
    if (!problems.isEmpty()) throw new MdbException(problems);
  }
}
