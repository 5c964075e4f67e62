package dev.mdb.error;

/**
 * A place in a file.
 *
 * @param file path as the user would write it
 * @param line from 1, or 0 when unknown
 * @param column from 1, or 0 when unknown
 */
public record Location(String file, int line, int column) {
  @Override
  public String toString() {
    if (line == 0) return file;
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
