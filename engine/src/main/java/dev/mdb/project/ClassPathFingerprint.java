package dev.mdb.project;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * Changes with the classes of a class path, and not with where they lie or when they were copied
 * there.
 *
 * <p>A jar is told by its table of contents, which holds a checksum of every file in it (ZIP,
 * appendix to the PKWARE specification, sections 4.3.12 and 4.3.16); a folder by the sizes and
 * times of its files.
 */
public final class ClassPathFingerprint {
  private static final int END_RECORD = 22;
  private static final int END_SIGNATURE = 0x06054b50;

  private ClassPathFingerprint() {}

  /**
   * Of the toolkit itself. Libraries carry their version in their name; builds of mdb may not.
   *
   * @param classPath entries as in {@code java.class.path}
   */
  public static String ofToolkit(String classPath) {
    var parts = new ArrayList<String>();
    for (String entry : classPath.split(File.pathSeparator)) {
      if (!entry.isEmpty()) parts.add(part(Path.of(entry), name -> name.startsWith("mdb-")));
    }
    return String.join("\n", parts);
  }

  /** Of the user's own jars and class folders. */
  public static String of(List<Path> entries) {
    var parts = new ArrayList<String>();
    for (Path entry : entries) parts.add(part(entry, name -> true));
    return String.join("\n", parts);
  }

  private static String part(Path entry, Predicate<String> changing) {
    String name = String.valueOf(entry.getFileName());
    try {
      if (Files.isDirectory(entry)) return name + "/ " + folder(entry);
      if (!changing.test(name)) return name + " " + Files.size(entry);
      return name + " " + jar(entry).orElseGet(() -> stamp(entry));
    } catch (IOException e) {
      return name + " absent";
    }
  }

  private static String folder(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      var all = new StringBuilder();
      files
          .filter(Files::isRegularFile)
          .sorted()
          .forEach(file -> all.append(folder.relativize(file)).append(' ').append(stamp(file)));
      return SourceText.sha256(all.toString());
    }
  }

  private static String stamp(Path file) {
    try {
      return Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return "absent";
    }
  }

  /** Empty for what is no plain jar. */
  private static Optional<String> jar(Path jar) throws IOException {
    try (var file = new RandomAccessFile(jar.toFile(), "r")) {
      if (file.length() < END_RECORD) return Optional.empty();
      var end = ByteBuffer.wrap(read(file, file.length() - END_RECORD, END_RECORD));
      end.order(ByteOrder.LITTLE_ENDIAN);
      if (end.getInt(0) != END_SIGNATURE) return Optional.empty();
      var checksum = new CRC32C();
      long start = Integer.toUnsignedLong(end.getInt(16));
      checksum.update(read(file, start, end.getInt(12)));
      return Optional.of(file.length() + " " + Long.toHexString(checksum.getValue()));
    } catch (RuntimeException large) {
      return Optional.empty();
    }
  }

  private static byte[] read(RandomAccessFile file, long from, int length) throws IOException {
    byte[] bytes = new byte[length];
    file.seek(from);
    file.readFully(bytes);
    return bytes;
  }
}
