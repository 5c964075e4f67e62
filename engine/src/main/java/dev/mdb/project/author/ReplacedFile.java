package dev.mdb.project.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes files that were there before: whoever reads one meanwhile sees the old or the new. */
final class ReplacedFile {
  private ReplacedFile() {}

  static void write(Path named, String text) {
    try {
      var file = named.toRealPath();
      var temporary = file.resolveSibling("." + file.getFileName() + "." + System.nanoTime());
      try {
        Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
        copyPermissions(file, temporary);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw NewFile.cannotWrite(named, e);
    }
  }

  private static void copyPermissions(Path from, Path to) throws IOException {
    var before = Files.getFileAttributeView(from, PosixFileAttributeView.class);
    var after = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (before != null) after.setPermissions(before.readAttributes().permissions());
  }
}
