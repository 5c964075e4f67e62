package dev.mdb.operation;

/**
 * A piece of SQL as the engine's client reads it.
 *
 * @param at where it begins in the text
 */
public record SqlToken(Kind kind, String text, int at) {
  /** What it is. */
  public enum Kind {
    SPACE,
    /** {@code / * … * /}. */
    COMMENT,
    /** To the end of its line. */
    LINE_COMMENT,
    /** A keyword, a name without quotes. */
    WORD,
    /** A string or a quoted name, with its quotes. */
    QUOTED,
    /** Any other character, or what opens and closes an executable comment of MySQL. */
    SIGN,
    /** What ends a statement: a semicolon, or what {@code DELIMITER} said. */
    END
  }

  public boolean is(Kind wanted) {
    return kind == wanted;
  }

  public boolean isSign(String wanted) {
    return kind == Kind.SIGN && text.equals(wanted);
  }

  /** A space or a comment. */
  public boolean isSilent() {
    return kind == Kind.SPACE || kind == Kind.COMMENT || kind == Kind.LINE_COMMENT;
  }

  /** Where the next one begins. */
  public int end() {
    return at + text.length();
  }
}
