package dev.mdb.resource.sqlite;

import dev.mdb.resource.RunOwner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The lock files that this process has open. Systems like Linux keep locks for a process, and drop
 * all that it has on a file when it closes the file anywhere: so while one of its threads holds the
 * lock no other may open the file, be it to look. Static, because what it stands for is.
 */
final class HeldFiles {
  private static final Map<Path, String> HOLDERS = new ConcurrentHashMap<>();

  private HeldFiles() {}

  /** Whoever of this process has the file already; empty when it is the caller's now. */
  static Optional<String> claim(Path file, RunOwner owner) throws IOException {
    return Optional.ofNullable(HOLDERS.putIfAbsent(key(file), owner.toString()));
  }

  static Optional<String> holder(Path file) throws IOException {
    return Optional.ofNullable(HOLDERS.get(key(file)));
  }

  static void release(Path file) throws IOException {
    HOLDERS.remove(key(file));
  }

  /** The same for all ways to its folder. */
  private static Path key(Path file) throws IOException {
    var absolute = file.toAbsolutePath().normalize();
    return absolute.getParent().toRealPath().resolve(absolute.getFileName());
  }
}
