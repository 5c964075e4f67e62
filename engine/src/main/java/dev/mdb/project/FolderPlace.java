package dev.mdb.project;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
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

  /**
   * Of models, which share a base folder and have a store of their own.
   *
   * @param entries folders and files of one resource
   */
  static FolderPlace ofModels(Path base, Collection<Path> entries, ScriptOptions options) {
    Path cache = CacheFolder.find(options);
    var all = new StringBuilder("models");
    for (Path entry : entries) all.append('\n').append(fromCache(cache, entry));
    return new FolderPlace(base, name(base, options), key(all.toString()), cache);
  }

  static FolderPlace of(Path location, ScriptOptions options) {
    Path folder = options.base().resolve(location).normalize();
    Path cache = CacheFolder.find(options);
    return new FolderPlace(folder, name(folder, options), key(fromCache(cache, folder)), cache);
  }

  private static String key(String text) {
    return SourceText.sha256(text).substring(0, KEY_LENGTH);
  }

  /** A project that carries its cache along finds it at whatever path it is unpacked. */
  private static String fromCache(Path cache, Path folder) {
    boolean related = Objects.equals(cache.getRoot(), folder.getRoot());
    Path way = related ? cache.relativize(folder) : folder;
    return way.toString().replace(File.separatorChar, '/');
  }

  private static String name(Path folder, ScriptOptions options) {
    return folder.startsWith(options.base())
        ? options.base().relativize(folder).toString()
        : folder.toString();
  }

  Path path(SourceFile file) {
    return folder.resolve(file.path());
  }

  /** A file of this location as the compiler gets it. */
  CompileRequest.Source source(Path file, String text) {
    String path = folder.relativize(file).toString().replace(File.separatorChar, '/');
    return new CompileRequest.Source(path, display(path), text);
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
