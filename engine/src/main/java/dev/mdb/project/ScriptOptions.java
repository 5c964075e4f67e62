package dev.mdb.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
 */
public record ScriptOptions(
    Path base,
    Path project,
    boolean recursive,
    List<Path> classPath,
    Optional<Path> cache,
    Map<String, String> environment) {
  public ScriptOptions {
    base = base.toAbsolutePath().normalize();
    project = project.toAbsolutePath().normalize();
    classPath = classPath.stream().map(base::resolve).toList();
    environment = Map.copyOf(environment);
  }

  /** With the environment of this process, in the project of this folder. */
  public ScriptOptions(Path base, boolean recursive, List<Path> classPath, Optional<Path> cache) {
    this(base, base, recursive, classPath, cache, System.getenv());
  }

  public static ScriptOptions of(Path base) {
    return new ScriptOptions(base, false, List.of(), Optional.empty());
  }

  public ScriptOptions recursive(boolean value) {
    return new ScriptOptions(base, project, value, classPath, cache, environment);
  }

  public ScriptOptions classPath(List<Path> entries) {
    return new ScriptOptions(base, project, recursive, entries, cache, environment);
  }

  public ScriptOptions cache(Path folder) {
    return new ScriptOptions(base, project, recursive, classPath, Optional.of(folder), environment);
  }

  public ScriptOptions environment(Map<String, String> variables) {
    return new ScriptOptions(base, project, recursive, classPath, cache, variables);
  }
}
