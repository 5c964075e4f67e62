package dev.mdb.project.author;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One change on the disk: it happens, or it does not. */
sealed interface FileChange {
  void apply();

  /** A file that is complete when it appears. */
  record Create(Path file, String text) implements FileChange {
    @Override
    public void apply() {
      NewFile.write(file, text);
    }
  }

  /** The same; none when the copy is there already. */
  record Copy(Path from, Path to) implements FileChange {
    @Override
    public void apply() {
      try {
        if (!isDone()) NewFile.write(to, Files.readAllBytes(from));
      } catch (IOException e) {
        throw NewFile.cannotWrite(to, e);
      }
    }

    boolean isDone() throws IOException {
      return Files.exists(to) && Files.mismatch(from, to) < 0;
    }

    /** Is there another file of that name? */
    boolean clashes() {
      try {
        return Files.exists(to) && !isDone();
      } catch (IOException e) {
        return true;
      }
    }
  }

  record Remove(Path file) implements FileChange {
    @Override
    public void apply() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw NewFile.cannotWrite(file, e);
      }
    }
  }

  record Rewrite(ExactScript script, String text) implements FileChange {
    @Override
    public void apply() {
      script.write(text);
    }
  }
}
