package dev.mdb.schema.diff;

import dev.mdb.error.Category;
import dev.mdb.error.MdbException;
import dev.mdb.error.Problem;

/**
 * What a person says was renamed.
 *
 * @param path of what is there: {@code table}, {@code table.column}, either with {@code schema.} in
 *     front
 * @param to the new name alone, or a whole path in the same place
 */
public record Rename(String path, String to) {
  /**
   * @param text {@code table.old:new} or {@code old:new}
   * @throws MdbException of category USAGE when it is neither
   */
  public static Rename parse(String text) {
    var parts = text.split(":", -1);
    if (parts.length == 2 && isPath(parts[0]) && isPath(parts[1])) {
      return new Rename(parts[0], parts[1]);
    }
    throw new MdbException(
        Problem.of(Category.USAGE, "bad-rename", "--rename '" + text + "' is not understood")
            .help("write --rename table.old:new for a column, --rename old:new for a table"));
  }

  private static boolean isPath(String text) {
    return !text.isBlank() && !text.startsWith(".") && !text.endsWith(".") && !text.contains("..");
  }

  /** Where it is: {@code item} of {@code item.note}; empty for a plain name. */
  String place() {
    int dot = path.lastIndexOf('.');
    return dot < 0 ? "" : path.substring(0, dot);
  }

  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The new path, when this one names a table. */
  String newPath() {
    return to.contains(".") || place().isEmpty() ? to : place() + "." + to;
  }

  @Override
  public String toString() {
    return path + ":" + to;
  }
}
