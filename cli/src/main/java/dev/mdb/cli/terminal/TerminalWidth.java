package dev.mdb.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** How many columns the terminal has: {@code COLUMNS}, else what the system says, else 80. */
public final class TerminalWidth implements IntSupplier {
  private static final int USUAL = 80;
  private static final int LEAST = 20;
  private static final File TERMINAL = new File("/dev/tty");
  private static final long PATIENCE_SECONDS = 1;

  private final Map<String, String> environment;
  private int columns;

  public TerminalWidth(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Asks when it is first called, which may take some milliseconds. */
  @Override
  public synchronized int getAsInt() {
    if (columns == 0) {
      columns =
          number(environment.getOrDefault("COLUMNS", ""))
              .or(TerminalWidth::ofSystem)
              .filter(found -> found >= LEAST)
              .orElse(USUAL);
    }
    return columns;
  }

  private static Optional<Integer> number(String text) {
    boolean plain = text.matches("\\d{1,4}");
    return plain ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  /** A shell keeps {@code COLUMNS} to itself; {@code stty size} says rows and columns. */
  private static Optional<Integer> ofSystem() {
    if (!TERMINAL.exists()) return Optional.empty();
    try {
      var process = new ProcessBuilder("stty", "size").redirectInput(TERMINAL).start();
      process.getErrorStream().close();
      var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return number(answer.strip().replaceFirst("^\\d+ ", ""));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
