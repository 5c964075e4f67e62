package dev.mdb.project;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Where a location lies, how it is called, and where its store is.
 *
 * @param folder absolute
 * @param name as the user would write it
 * @param key stands for the location in the cache and in class names
 * @param cache folder of all stores; empty = there is none
 * @param shared whether others may read what is kept
 */
record FolderPlace(
    Path folder,
    String name,
    String key,
    Optional<Path> cache,
    boolean shared,
    Consumer<Problem> notices) {
  /**
   * Of models, which share a base folder and have a store of their own.
   *
   * @param entries folders and files of one resource
   */
  static FolderPlace ofModels(Path base, Collection<Path> entries, ScriptOptions options) {
    var all = new StringBuilder("models");
    for (Path entry : entries) all.append('\n').append(way(entry, options));
    return of(base, key(all.toString()), options);
  }

  static FolderPlace of(Path location, ScriptOptions options) {
    Path folder = options.base().resolve(location).normalize();
    return of(folder, key(way(folder, options)), options);
  }

  private static FolderPlace of(Path folder, String key, ScriptOptions options) {
    return new FolderPlace(
        folder,
        name(folder, options),
        key,
        CacheFolder.find(options),
        options.cache().isPresent(),
        options.notices());
  }

  /**
   * Sixteen hexadecimal digits: two checksums, because the first message digest of a process costs
   * 10 ms. Folders that have the same would only take the store from each other.
   */
  private static String key(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long both = checksum(new CRC32C(), bytes) << 32 | checksum(new CRC32(), bytes);
    return HexFormat.of().toHexDigits(both);
  }

  private static long checksum(Checksum checksum, byte[] bytes) {
    checksum.update(bytes);
    return checksum.getValue();
  }

  /**
   * What tells a location from others. A project that says where its store is may carry it along,
   * so there the way from the project counts, wherever both are unpacked; what many projects share
   * knows where each of them is.
   */
  private static String way(Path folder, ScriptOptions options) {
    var from =
        options.cache().isPresent() ? Optional.of(options.project()) : CacheFolder.find(options);
    var related = from.filter(each -> Objects.equals(each.getRoot(), folder.getRoot()));
    Path way = related.map(each -> each.relativize(folder)).orElse(folder);
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
    String own = path.replace('/', File.separatorChar);
    return name.isEmpty() ? own : name + File.separatorChar + own;
  }

  /** Empty too when somebody else may have put it there, which is told. */
  Optional<ScriptStore> openStore(String fingerprint) {
    return storeFile()
        .filter(this::isTrusted)
        .flatMap(file -> ScriptStore.open(file, fingerprint, this::display));
  }

  /**
   * Replaces the store. The cache only saves time: where that cannot be, the run goes on with what
   * is in memory.
   *
   * @param worthTelling whether the next command loses time without it
   */
  Optional<ScriptStore> writeStore(
      StoreIndex content, ScriptStore.Bytes bytes, boolean worthTelling) {
    var file = storeFile();
    if (file.isEmpty() && worthTelling) notKept("there is no home folder");
    if (file.filter(each -> isTrusted(each.getParent())).isEmpty()) return Optional.empty();
    try {
      CacheFolder.create(file.get().getParent(), shared);
      return Optional.of(ScriptStore.write(file.get(), content, bytes));
    } catch (IOException | RuntimeException unwritable) {
      if (worthTelling) notKept(cache.orElseThrow() + " cannot be written to");
      return Optional.empty();
    }
  }

  /** Looks at the way to it from the cache on: who can write above that, can write to much else. */
  private boolean isTrusted(Path place) {
    var trust = new StoreTrust(folder);
    var objection = Optional.<String>empty();
    for (Path each = place; objection.isEmpty(); each = each.getParent()) {
      objection = trust.objection(each);
      if (each.equals(cache.orElseThrow())) break;
    }
    objection.ifPresent(why -> tell("store-not-trusted", "compiled scripts are not used: " + why));
    return objection.isEmpty();
  }

  private void notKept(String why) {
    tell("store-not-kept", "compiled scripts are not kept: " + why);
  }

  private void tell(String code, String message) {
    notices.accept(
        Problem.of(Category.FAILED, code, message)
            .help("name another folder with `cache` in the configuration, or MDB_CACHE"));
  }

  Optional<Path> storeFile() {
    return cache.map(each -> each.resolve(key).resolve("scripts.mdb"));
  }
}
