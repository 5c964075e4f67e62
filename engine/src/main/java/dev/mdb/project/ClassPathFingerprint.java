package dev.mdb.project;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Changes with the classes of a class path, and not with where they lie or when they were copied
 * there.
 *
 * <p>A jar is told by its table of contents, which holds a checksum of every file in it (ZIP,
 * appendix to the PKWARE specification, sections 4.3.12 and 4.3.16); a folder by the checksums of
 * its files.
 */
final class ClassPathFingerprint {
  private static final int END_RECORD = 22;
  private static final int END_SIGNATURE = 0x06054b50;

  private ClassPathFingerprint() {}

  /** Of the user's own jars and class folders. */
  static String of(List<Path> entries) {
    var parts = new ArrayList<String>();
    for (Path entry : entries) parts.add(part(entry));
    return String.join("\n", parts);
  }

  private static String part(Path entry) {
    String name = String.valueOf(entry.getFileName());
    try {
      if (Files.isDirectory(entry)) return name + "/ " + folder(entry);
      return name + " " + Files.size(entry) + " " + contents(entry);
    } catch (IOException e) {
      return name + " absent";
    }
  }

  private static String folder(Path folder) throws IOException {
    var all = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(folder.relativize(file)).append(' ').append(checksum(Files.readAllBytes(file)));
      }
    }
    return SourceText.sha256(all.toString());
  }

  private static String checksum(byte[] bytes) {
    var checksum = new CRC32C();
    checksum.update(bytes);
    return Long.toHexString(checksum.getValue());
  }

  private static String contents(Path file) throws IOException {
    var table = tableOfContents(file);
    return checksum(table.isPresent() ? table.get() : Files.readAllBytes(file));
  }

  /** Empty for what is no plain jar. */
  private static Optional<byte[]> tableOfContents(Path jar) throws IOException {
    try (var file = new RandomAccessFile(jar.toFile(), "r")) {
      if (file.length() < END_RECORD) return Optional.empty();
      var end = ByteBuffer.wrap(read(file, file.length() - END_RECORD, END_RECORD));
      end.order(ByteOrder.LITTLE_ENDIAN);
      if (end.getInt(0) != END_SIGNATURE) return Optional.empty();
      return Optional.of(read(file, Integer.toUnsignedLong(end.getInt(16)), end.getInt(12)));
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
