package dev.mdb.cli;

import dev.mdb.project.ScriptCompiler;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What the command line takes from its surroundings.
 *
 * @param version of mdb
 * @param out data
 * @param error talk: progress, warnings, problems
 * @param terminal is {@code out} a terminal?
 * @param workingFolder absolute
 * @param editor opens a file for the user
 * @param compiler for scripts that are not compiled yet
 */
public record Host(
    String version,
    PrintStream out,
    PrintStream error,
    boolean terminal,
    Map<String, String> environment,
    Path workingFolder,
    Clock clock,
    IdSource ids,
    Editor editor,
    ScriptCompiler compiler) {

  /** Ids of new revisions. */
  @FunctionalInterface
  public interface IdSource {
    /** Twelve hexadecimal digits. */
    String next();
  }

  /** Opens a file for the user. */
  @FunctionalInterface
  public interface Editor {
    /** Returns when the editor is closed. */
    void open(Path file);
  }

  boolean colour() {
    var dumb = "dumb".equals(environment.get("TERM"));
    var unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal && !dumb && !unwanted;
  }
}
