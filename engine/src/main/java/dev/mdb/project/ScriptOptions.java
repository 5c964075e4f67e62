package dev.mdb.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the scripts of some locations are found, compiled and kept.
 *
 * @param base folder that relative paths start from; files below it are named relative to it in
 *     messages
 * @param recursive whether folders below a location are searched too
 * @param classPath the user's own jars and class folders, visible to the scripts
 * @param cache the {@code cache} setting; empty = the user's cache folder
 */
public record ScriptOptions(
    Path base, boolean recursive, List<Path> classPath, Optional<Path> cache) {
  public ScriptOptions {
    base = base.toAbsolutePath().normalize();
    classPath = classPath.stream().map(base::resolve).toList();
  }

  public static ScriptOptions of(Path base) {
    return new ScriptOptions(base, false, List.of(), Optional.empty());
  }

  public ScriptOptions recursive(boolean value) {
    return new ScriptOptions(base, value, classPath, cache);
  }

  public ScriptOptions classPath(List<Path> entries) {
    return new ScriptOptions(base, recursive, entries, cache);
  }

  public ScriptOptions cache(Path folder) {
    return new ScriptOptions(base, recursive, classPath, Optional.of(folder));
  }
}
