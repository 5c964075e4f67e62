package dev.mdb.project;

import dev.mdb.error.Location;
import java.util.function.Supplier;

/** Finds columns. Stack frames know lines only, so the text has to tell. */
final class ScriptPlaces {
  private final String file;
  private final Supplier<String> text;

  ScriptPlaces(String file, Supplier<String> text) {
    this.file = file;
    this.text = text;
  }

  /** The line's first character that is no blank. */
  Location statement(int line) {
    String content = line(line);
    int column = 0;
    while (column < content.length() && Character.isWhitespace(content.charAt(column))) column++;
    return at(line, column < content.length() ? column : -1);
  }

  /**
   * The last place in the line where the word is called; else the line's first character that is no
   * blank.
   */
  Location keyword(int line, String word) {
    String content = line(line);
    for (int at = content.lastIndexOf(word); at >= 0; at = content.lastIndexOf(word, at - 1)) {
      if (isCall(content, at, at + word.length())) return at(line, at);
    }
    return statement(line);
  }

  private Location at(int line, int index) {
    return new Location(file, line, index + 1);
  }

  private static boolean isCall(String content, int from, int to) {
    if (from > 0 && Character.isJavaIdentifierPart(content.charAt(from - 1))) return false;
    String behind = content.substring(to).stripLeading();
    return behind.isEmpty() || "{(=".indexOf(behind.charAt(0)) >= 0;
  }

  private String line(int number) {
    return text.get().lines().skip(Math.max(0, number - 1L)).findFirst().orElse("");
  }
}
