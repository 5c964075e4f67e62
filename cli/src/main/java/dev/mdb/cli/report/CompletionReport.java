package dev.mdb.cli.report;

import java.util.Map;

/**
 * {@code mdb completion}: {@code {"shell", "script"}}.
 *
 * @param script with its own line ends
 */
public record CompletionReport(String shell, String script) implements Report {
  @Override
  public void print(TextOutput output) {
    output.raw(script);
  }

  @Override
  public Map<String, Object> json() {
    return Map.of("shell", shell, "script", script);
  }
}
