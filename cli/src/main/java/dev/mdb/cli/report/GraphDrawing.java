package dev.mdb.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A history with the lines of its graph beside it, as {@code git log --graph} draws them: every
 * column is a line that waits for its next revision downwards. Parent edges only; dependencies
 * stand in the text.
 */
final class GraphDrawing {
  private final TextOutput output;

  /** For each column, from the left, the id that comes next on its line. */
  private final List<String> columns = new ArrayList<>();

  private GraphDrawing(TextOutput output) {
    this.output = output;
  }

  /**
   * @param revisions newest first, each before its parents
   */
  static void print(List<RevisionView> revisions, TextOutput output) {
    var drawing = new GraphDrawing(output);
    revisions.forEach(drawing::add);
  }

  private void add(RevisionView revision) {
    int column = columns.indexOf(revision.id());
    if (column < 0) {
      column = columns.size();
      columns.add(revision.id());
    }
    output.line(row(column) + " " + text(revision));
    goOn(column, revision.parents());
    joinTwins();
  }

  private String text(RevisionView revision) {
    var needs =
        revision.dependencies().isEmpty()
            ? ""
            : " <- " + String.join(", ", revision.dependencies());
    return revision.treeText(output) + needs + ", " + revision.message();
  }

  private String row(int column) {
    var row = blank();
    for (int i = 0; i < columns.size(); i++) row[2 * i] = i == column ? '*' : '|';
    return new String(row, 0, 2 * columns.size() - 1);
  }

  private void goOn(int column, List<String> parents) {
    if (parents.isEmpty()) {
      columns.remove(column);
      if (column < columns.size()) printShift(column, '/', 1);
      return;
    }
    columns.set(column, parents.get(0));
    for (int i = 1; i < parents.size(); i++) {
      columns.add(column + i, parents.get(i));
      printFork(column + i);
    }
  }

  /** Two lines that wait for the same revision become one: the right one bends to the left one. */
  private void joinTwins() {
    for (int right = 1; right < columns.size(); right++) {
      int left = columns.indexOf(columns.get(right));
      if (left == right) continue;
      columns.remove(right);
      printJoin(left, right);
      right--;
    }
  }

  /** A line goes, and those right of it move over. */
  private void printShift(int from, char bend, int offset) {
    var row = blank();
    for (int i = 0; i < columns.size(); i++)
      row[i < from ? 2 * i : 2 * i + offset] = i < from ? '|' : bend;
    printRow(row);
  }

  private void printFork(int added) {
    var row = blank();
    for (int i = 0; i < columns.size(); i++) {
      row[i < added ? 2 * i : 2 * i - 1] = i < added ? '|' : '\\';
    }
    printRow(row);
  }

  private void printJoin(int left, int right) {
    var row = blank();
    for (int i = 0; i < columns.size(); i++)
      row[i < right ? 2 * i : 2 * i + 1] = i < right ? '|' : '/';
    for (int at = 2 * left + 1; at < 2 * right - 1; at += 2) row[at] = '_';
    row[2 * right - 1] = '/';
    printRow(row);
  }

  private char[] blank() {
    var row = new char[2 * columns.size() + 3];
    Arrays.fill(row, ' ');
    return row;
  }

  private void printRow(char[] row) {
    output.line(new String(row).stripTrailing());
  }
}
