package dev.mdb.project;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Where compiled scripts are kept: the {@code cache} setting, else MDB_CACHE, else the user's cache
 * folder.
 */
final class CacheFolder {
  private CacheFolder() {}

  /** Empty for a user who has no home folder, and says nothing else. */
  static Optional<Path> find(ScriptOptions options) {
    return options
        .cache()
        .map(options.base()::resolve)
        .or(() -> find(options.environment()::get, System::getProperty))
        .map(folder -> folder.toAbsolutePath().normalize());
  }

  /**
   * @param environment value of a variable, null without
   * @param properties value of a system property
   */
  static Optional<Path> find(UnaryOperator<String> environment, UnaryOperator<String> properties) {
    return folder(environment, "MDB_CACHE")
        .or(() -> ofUser(environment, properties).map(folder -> folder.resolve("mdb")));
  }

  private static Optional<Path> ofUser(
      UnaryOperator<String> environment, UnaryOperator<String> properties) {
    String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
    var home = home(environment, properties);
    if (system.startsWith("mac")) return home.map(each -> each.resolve("Library/Caches"));
    String variable = system.startsWith("windows") ? "LOCALAPPDATA" : "XDG_CACHE_HOME";
    return folder(environment, variable)
        .filter(Path::isAbsolute)
        .or(() -> home.map(each -> each.resolve(".cache")));
  }

  /**
   * As the shell and the launcher see it: HOME before what the system has noted for the user. A
   * user without a name, as in a container, has the home "?" there.
   */
  private static Optional<Path> home(
      UnaryOperator<String> environment, UnaryOperator<String> properties) {
    return folder(environment, "HOME")
        .filter(Path::isAbsolute)
        .or(() -> folder(properties, "user.home").filter(Path::isAbsolute));
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
    if (hasModes(folder))
      Files.createDirectories(folder, modes(shared ? "rwxr-xr-x" : "rwx------"));
    else Files.createDirectories(folder);
  }

  /**
   * Others may read it, as in a packaged project, and nobody else may write, whatever the umask.
   */
  static OutputStream newFile(Path file) throws IOException {
    if (!hasModes(file)) return Files.newOutputStream(file);
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return Channels.newOutputStream(Files.newByteChannel(file, options, modes("rw-r--r--")));
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?> modes(String text) {
    return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
  }
}
