package dev.mdb.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where compiled scripts are kept: the {@code cache} setting, else MDB_CACHE, else the user's cache
 * folder.
 */
final class CacheFolder {
  private CacheFolder() {}

  static Path find(ScriptOptions options) {
    return options
        .cache()
        .map(options.base()::resolve)
        .orElseGet(() -> find(options.environment()::get, System::getProperty))
        .toAbsolutePath()
        .normalize();
  }

  /**
   * @param environment value of a variable, null without
   * @param properties value of a system property
   */
  static Path find(UnaryOperator<String> environment, UnaryOperator<String> properties) {
    return folder(environment, "MDB_CACHE")
        .orElseGet(() -> ofUser(environment, properties).resolve("mdb"));
  }

  private static Path ofUser(UnaryOperator<String> environment, UnaryOperator<String> properties) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(properties.apply("user.home"));
    if (system.startsWith("mac")) return home.resolve("Library").resolve("Caches");
    String variable = system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
    return folder(environment, variable).filter(Path::isAbsolute).orElse(home.resolve(".cache"));
  }

  private static Optional<Path> folder(UnaryOperator<String> environment, String variable) {
    return Optional.ofNullable(environment.apply(variable))
        .filter(value -> !value.isBlank())
        .map(Path::of);
  }

  /**
   * Classes are run from here, so nobody else may put any.
   *
   * @param shared whether others may read: a store that is carried along is made by one user and
   *     used by another
   */
  static void create(Path folder, boolean shared) throws IOException {
    if (Files.isDirectory(folder)) return;
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var rights = PosixFilePermissions.fromString(shared ? "rwxr-xr-x" : "rwx------");
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(rights));
    } else {
      Files.createDirectories(folder);
    }
  }
}
