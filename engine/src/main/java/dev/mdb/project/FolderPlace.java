package dev.mdb.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a location lies, how it is called, and where its store is.
 *
 * @param folder absolute
 * @param name as the user would write it
 * @param key stands for the location in the cache and in class names
 */
record FolderPlace(Path folder, String name, String key, Path cache) {
  private static final int KEY_LENGTH = 16;

  static FolderPlace of(Path location, ScriptOptions options) throws IOException {
    Path folder = options.base().resolve(location).normalize();
    String key = SourceText.sha256(identity(folder, options)).substring(0, KEY_LENGTH);
    return new FolderPlace(folder, name(folder, options), key, CacheFolder.find(options));
  }

  /** A project that carries its cache along must find it at whatever path it is unpacked. */
  private static String identity(Path folder, ScriptOptions options) throws IOException {
    Path real = folder.toRealPath();
    return options
        .cache()
        .flatMap(setting -> realPath(options.base()))
        .filter(real::startsWith)
        .map(base -> base.relativize(real).toString())
        .orElse(real.toString());
  }

  private static Optional<Path> realPath(Path path) {
    try {
      return Optional.of(path.toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String name(Path folder, ScriptOptions options) {
    return folder.startsWith(options.base())
        ? options.base().relativize(folder).toString()
        : folder.toString();
  }

  Path path(SourceFile file) {
    return folder.resolve(file.path());
  }

  /** The name of a file in messages. */
  String display(String path) {
    return name.isEmpty() ? Path.of(path).toString() : Path.of(name, path).toString();
  }

  Optional<ScriptStore> openStore(String fingerprint) {
    return ScriptStore.open(storeFile(), fingerprint, this::display);
  }

  Path storeFile() {
    return cache.resolve(key).resolve("scripts.mdb");
  }
}
