package dev.mdb.project;

import dev.mdb.error.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the scripts of some locations are found, compiled and kept.
 *
 * @param base folder that relative paths start from; files below it are named relative to it in
 *     messages
 * @param project folder that the {@code cache} setting belongs to
 * @param recursive whether folders below a location are searched too
 * @param classPath the user's own jars and class folders, visible to the scripts
 * @param cache the {@code cache} setting; empty = MDB_CACHE, else the user's cache folder
 * @param environment variables
 * @param notices takes what is no fault, but should be known: that a store is not used
 */
public record ScriptOptions(
    Path base,
    Path project,
    boolean recursive,
    List<Path> classPath,
    Optional<Path> cache,
    Map<String, String> environment,
    Consumer<Problem> notices) {
  public ScriptOptions {
    base = base.toAbsolutePath().normalize();
    project = project.toAbsolutePath().normalize();
    classPath = classPath.stream().map(base::resolve).toList();
    environment = Map.copyOf(environment);
  }

  /** With the environment of this process, in the project of this folder. */
  public ScriptOptions(Path base, boolean recursive, List<Path> classPath, Optional<Path> cache) {
    this(base, base, recursive, classPath, cache, System.getenv(), notice -> {});
  }

  public static ScriptOptions of(Path base) {
    return new ScriptOptions(base, false, List.of(), Optional.empty());
  }

  public ScriptOptions recursive(boolean value) {
    return new ScriptOptions(base, project, value, classPath, cache, environment, notices);
  }

  public ScriptOptions classPath(List<Path> entries) {
    return new ScriptOptions(base, project, recursive, entries, cache, environment, notices);
  }

  public ScriptOptions cache(Path folder) {
    return new ScriptOptions(
        base, project, recursive, classPath, Optional.of(folder), environment, notices);
  }

  public ScriptOptions environment(Map<String, String> variables) {
    return new ScriptOptions(base, project, recursive, classPath, cache, variables, notices);
  }

  public ScriptOptions notices(Consumer<Problem> sink) {
    return new ScriptOptions(base, project, recursive, classPath, cache, environment, sink);
  }
}
