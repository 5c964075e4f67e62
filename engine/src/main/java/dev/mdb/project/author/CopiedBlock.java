package dev.mdb.project.author;

import dev.mdb.project.ScriptLayout;
import dev.mdb.project.ScriptLayout.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * The body of a block, for another place with another indentation. Lines that begin inside a raw
 * string are data and stay as they are.
 */
final class CopiedBlock {
  private record Line(String text, boolean data) {}

  private final List<Line> lines = new ArrayList<>();

  CopiedBlock(ScriptLayout layout, Range body) {
    int from = body.from();
    for (int at = from; at <= body.to(); at++) {
      if (at < body.to() && layout.text().charAt(at) != '\n') continue;
      add(layout, layout.text().substring(from, at), from);
      from = at + 1;
    }
    trim();
  }

  private void add(ScriptLayout layout, String text, int from) {
    boolean data =
        layout.rawStrings().stream().anyMatch(raw -> raw.from() < from && from < raw.to());
    boolean first = lines.isEmpty();
    lines.add(new Line(first ? text.stripLeading() : text, data));
  }

  /** Blank lines at both ends are the brackets' affair. */
  private void trim() {
    while (!lines.isEmpty() && lines.get(0).text.isBlank()) lines.remove(0);
    while (!lines.isEmpty() && isBlank(lines.size() - 1)) lines.remove(lines.size() - 1);
    if (lines.isEmpty()) return;
    int last = lines.size() - 1;
    lines.set(last, new Line(lines.get(last).text.stripTrailing(), lines.get(last).data));
  }

  private boolean isBlank(int index) {
    return lines.get(index).text.isBlank() && !lines.get(index).data;
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  boolean contains(String text) {
    return lines.stream().anyMatch(line -> line.text.contains(text));
  }

  /** The text with this in front of the outermost lines instead of what they have in common. */
  String indented(String indent) {
    int common = commonIndent();
    var result = new StringBuilder();
    for (var line : lines) {
      if (line.data || line.text.isBlank()) result.append(line.text);
      else result.append(indent).append(line.text.substring(Math.min(common, blanks(line.text))));
      result.append('\n');
    }
    return result.toString();
  }

  /** Of a first line that followed the brace nothing is left, so it does not count. */
  private int commonIndent() {
    return lines.stream()
        .filter(line -> !line.data && !line.text.isBlank())
        .mapToInt(line -> blanks(line.text))
        .filter(count -> count > 0)
        .min()
        .orElse(0);
  }

  private static int blanks(String text) {
    return text.length() - text.stripLeading().length();
  }
}
