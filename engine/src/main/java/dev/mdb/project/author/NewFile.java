package dev.mdb.project.author;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files that were not there before: nobody sees half of one, and none is overwritten. */
final class NewFile {
  private NewFile() {}

  static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  static void write(Path file, byte[] content) {
    try {
      Files.createDirectories(file.getParent());
      var temporary = file.resolveSibling("." + file.getFileName() + "." + System.nanoTime());
      try {
        Files.write(temporary, content, StandardOpenOption.CREATE_NEW);
        publish(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (FileAlreadyExistsException e) {
      throw new MdbException(exists(file), e);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  static MdbException cannotWrite(Path file, IOException failure) {
    var message = "cannot write " + file + ": " + reason(failure);
    return new MdbException(Problem.of(Category.FAILED, "cannot-write", message), failure);
  }

  /**
   * A second name, then the first one goes: the one way that neither overwrites nor shows a file
   * that is not complete.
   */
  private static void publish(Path temporary, Path file) throws IOException {
    try {
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | IOException noHardLinksHere) {
      if (Files.exists(file)) throw new FileAlreadyExistsException(file.toString());
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  static Problem exists(Path file) {
    return Problem.of(Category.USAGE, "file-exists", file + " exists already");
  }

  private static String reason(IOException failure) {
    return failure instanceof AccessDeniedException
        ? "no permission"
        : failure.getClass().getSimpleName() + " " + failure.getMessage();
  }
}
