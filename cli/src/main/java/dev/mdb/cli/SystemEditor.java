package dev.mdb.cli;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** {@code VISUAL}, {@code EDITOR} or vi, in the terminal of the command. */
final class SystemEditor implements Host.Editor {
  private final Map<String, String> environment;

  SystemEditor(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public void open(Path file) {
    var editor = environment.getOrDefault("VISUAL", environment.getOrDefault("EDITOR", "vi"));
    try {
      // The variable may hold options: the shell takes it apart, the file stays one argument.
      var process =
          new ProcessBuilder("sh", "-c", editor + " \"$1\"", "mdb", file.toString())
              .inheritIO()
              .start();
      if (process.waitFor() != 0) throw failed(editor);
    } catch (IOException e) {
      throw failed(editor);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(editor);
    }
  }

  private static MdbException failed(String editor) {
    var problem =
        Problem.of(Category.FAILED, "editor-failed", "the editor '" + editor + "' failed");
    return new MdbException(problem.help("set VISUAL or EDITOR to another one"));
  }
}
