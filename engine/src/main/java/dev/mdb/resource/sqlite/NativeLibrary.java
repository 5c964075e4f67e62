package dev.mdb.resource.sqlite;

import dev.mdb.error.Category;
import dev.mdb.error.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * The native part of the driver. By itself the driver unpacks it at every start, about a third of a
 * short command. Whoever starts mdb may name a folder of this build for it, by the system property
 * {@code mdb.native}; in a host that does not, nothing is touched.
 */
final class NativeLibrary {
  private static final String FOLDER = "mdb.native";
  private static final String PATH = "org.sqlite.lib.path";
  private static final String NAME = "org.sqlite.lib.name";

  private NativeLibrary() {}

  /** Tells the driver where it is, before the first connection. */
  static void offer(Properties system) {
    var folder = system.getProperty(FOLDER);
    if (folder == null || system.getProperty(PATH) != null) return;
    try {
      var file = Path.of(folder, LibraryLoaderUtil.getNativeLibName());
      if (!Files.exists(file)) unpack(file);
      system.setProperty(PATH, folder);
      system.setProperty(NAME, file.getFileName().toString());
    } catch (IOException | RuntimeException unusable) {
      // The driver unpacks it by itself, as it always did.
    }
  }

  /** Empty when it failed for another reason; the driver itself only says that it did not open. */
  static Optional<Problem> missing(SQLException failure) {
    if (!(failure.getCause() instanceof NativeLibraryNotFoundException)) return Optional.empty();
    var folder = System.getProperty("java.io.tmpdir");
    var message =
        "SQLite's native library cannot be unpacked to " + folder + ", or not be loaded there";
    return Optional.of(
        Problem.of(Category.FAILED, "no-native-library", message)
            .help("another folder: MDB_JAVA_OPTS=-Djava.io.tmpdir=FOLDER"));
  }

  private static void unpack(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + file.getFileName();
    var fresh = Files.createTempFile(file.getParent(), "native", ".tmp");
    try (var content = LibraryLoaderUtil.class.getResourceAsStream(resource)) {
      if (content == null) throw new FileNotFoundException(resource);
      Files.copy(content, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }
}
