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
 * @param errorTerminal is {@code error} a terminal?
 * @param workingFolder absolute
 * @param editor opens a file for the user
 * @param signals ask for the end of a run
 * @param compiler for scripts that are not compiled yet
 */
public record Host(
    String version,
    PrintStream out,
    PrintStream error,
    boolean terminal,
    boolean errorTerminal,
    Map<String, String> environment,
    Path workingFolder,
    Clock clock,
    IdSource ids,
    Editor editor,
    Signals signals,
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

  /** The user's wish that a run ends. */
  @FunctionalInterface
  public interface Signals {
    /**
     * @param stop called for the first signal, in a thread of its own
     * @param end called for the next one, before the process ends at once
     */
    Listening listen(Runnable stop, Runnable end);
  }

  /** Ears that are open. */
  @FunctionalInterface
  public interface Listening extends AutoCloseable {
    /** From now on a signal ends the process, as it does otherwise. */
    @Override
    void close();
  }

  /** Can a line on {@code error} be drawn anew? Where data is read by a program, nothing moves. */
  boolean draws(boolean json) {
    return errorTerminal && !isDumb() && (terminal || !json);
  }

  private boolean isDumb() {
    return "dumb".equals(environment.get("TERM"));
  }

  boolean colour() {
    var unwanted = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    return terminal && !isDumb() && !unwanted;
  }
}
