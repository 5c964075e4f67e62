package dev.mdb.cli.report;

import java.util.LinkedHashMap;
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
    var document = new LinkedHashMap<String, Object>();
    document.put("shell", shell);
    document.put("script", script);
    return document;
  }
}
