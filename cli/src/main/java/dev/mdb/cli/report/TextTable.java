package dev.mdb.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Columns of text, as wide as their widest cell. A row that ends early may overflow at its end. */
final class TextTable {
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... titles) {
    rows.add(List.of(titles));
  }

  void add(List<String> row) {
    rows.add(List.copyOf(row));
  }

  /** The titles first, then a line for each row. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (int i = 0; i < row.size(); i++) {
      var cell = row.get(i);
      line.append(cell);
      if (i < row.size() - 1) line.append(" ".repeat(width(i) - length(cell))).append(GAP);
    }
    return line.toString();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size() - 1 || column == rows.get(0).size() - 1)
        .filter(row -> column < row.size())
        .mapToInt(row -> length(row.get(column)))
        .max()
        .orElse(0);
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
