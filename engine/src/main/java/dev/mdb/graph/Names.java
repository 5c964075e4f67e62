package dev.mdb.graph;

import java.util.Optional;
import java.util.Set;

/** What revisions, labels and messages may be called. */
public final class Names {
  /** Characters of an id or a label. */
  public static final int MAX_LENGTH = 255;

  /** Shortest beginning of a name that stands for the whole. */
  public static final int MIN_PREFIX = 4;

  /** Words of the target grammar. */
  public static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

  private Names() {}

  /**
   * Checks an id or a label: letters, digits, {@code _} and {@code .}, at most {@value #MAX_LENGTH}
   * characters, no word of the target grammar.
   *
   * @return what is wrong with it, as the end of a sentence that starts with the name; empty =
   *     nothing
   */
  public static Optional<String> wrongWithName(String name) {
    if (name.isEmpty()) return Optional.of("is empty");
    if (RESERVED.contains(name)) return Optional.of("is a word of the target grammar");
    int length = name.codePointCount(0, name.length());
    if (length > MAX_LENGTH) {
      return Optional.of("has " + length + " characters, " + MAX_LENGTH + " are allowed");
    }
    for (int at = 0; at < name.length(); at += Character.charCount(name.codePointAt(at))) {
      int character = name.codePointAt(at);
      if (!isNameCharacter(character)) {
        return Optional.of(
            "holds " + show(character) + "; letters, digits, '_' and '.' are allowed");
      }
    }
    return Optional.empty();
  }

  /**
   * Checks a message: not blank, one line.
   *
   * @return what is wrong with it, as the end of a sentence; empty = nothing
   */
  public static Optional<String> wrongWithMessage(String message) {
    if (message.isBlank()) return Optional.of("is empty");
    return message
        .codePoints()
        .filter(Character::isISOControl)
        .mapToObj(character -> "holds " + show(character) + "; it has to be one line of text")
        .findFirst();
  }

  static boolean isNameCharacter(int character) {
    return Character.isLetterOrDigit(character) || character == '_' || character == '.';
  }

  private static String show(int character) {
    if (character == ' ') return "a space";
    if (Character.isISOControl(character) || Character.isWhitespace(character)) {
      return String.format("the character U+%04X", character);
    }
    return "'" + Character.toString(character) + "'";
  }
}
