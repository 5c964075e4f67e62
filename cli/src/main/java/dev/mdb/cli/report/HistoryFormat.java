package dev.mdb.cli.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a history is written. */
public enum HistoryFormat {
  /** One line for each revision, or the long form under {@code -v}. */
  TEXT,
  /** With the lines of the graph. */
  GRAPH,
  MERMAID,
  DOT,
  JSON;

  public static Optional<HistoryFormat> of(String name) {
    return Arrays.stream(values()).filter(each -> each.text().equals(name)).findFirst();
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(HistoryFormat::text).toList();
  }

  private String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
