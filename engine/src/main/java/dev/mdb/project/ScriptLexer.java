package dev.mdb.project;

import dev.mdb.project.ScriptLayout.Range;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a script into tokens, as far as its header needs them. Throws {@link Unreadable} where it is
 * not sure: text that it cannot follow is left to the compiler.
 */
final class ScriptLexer {
  enum Kind {
    END,
    WORD,
    /** A literal whose value is known. */
    STRING,
    /** A literal with a template in it, or with an escape that is none. */
    DYNAMIC,
    SIGN
  }

  /** The text is not what this lexer knows. */
  static final class Unreadable extends RuntimeException {
    Unreadable() {
      super(null, null, false, false);
    }
  }

  private static final String ESCAPES = "tbnr'\"\\$";
  private static final String ESCAPED = "\t\b\n\r'\"\\$";

  private final String source;
  private int position;
  private int start;
  private Kind kind = Kind.END;
  private String text = "";
  private boolean afterLineBreak;
  private int previousEnd;
  private final List<Range> rawStrings = new ArrayList<>();

  ScriptLexer(String source) {
    this.source = source;
    if (source.startsWith("#!")) skipLine();
  }

  Kind kind() {
    return kind;
  }

  /** The word, the sign, or the value of a {@link Kind#STRING}. */
  String text() {
    return text;
  }

  /** Offset of the token. */
  int start() {
    return start;
  }

  /** Offset behind the token. */
  int end() {
    return position;
  }

  /** Offset behind the token before. */
  int previousEnd() {
    return previousEnd;
  }

  /** The raw strings that were passed, also inside blocks. */
  List<Range> rawStrings() {
    return rawStrings;
  }

  /** Whether a line ended between the token before and this one. */
  boolean afterLineBreak() {
    return afterLineBreak;
  }

  boolean isSign(char sign) {
    return kind == Kind.SIGN && text.charAt(0) == sign;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  void next() {
    afterLineBreak = false;
    previousEnd = position;
    skipBlanks();
    start = position;
    if (position == source.length()) {
      kind = Kind.END;
    } else if (isLetter(source.charAt(position))) {
      word();
    } else if (source.charAt(position) == '"') {
      string(1);
    } else {
      kind = Kind.SIGN;
      text = String.valueOf(source.charAt(position++));
    }
  }

  private void word() {
    while (position < source.length() && isWordPart(source.charAt(position))) position++;
    kind = Kind.WORD;
    text = source.substring(start, position);
  }

  private static boolean isLetter(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isWordPart(char c) {
    return isLetter(c) || Character.isDigit(c);
  }

  /**
   * The rest of the line that the current token begins, without a comment; the next token is on a
   * later line.
   */
  String restOfLine() {
    int from = position;
    skipLine();
    String rest = source.substring(from, position);
    int comment = rest.indexOf("//");
    return comment < 0 ? rest : rest.substring(0, comment);
  }

  /** The current token is an opening brace: goes behind the brace that closes it. */
  void skipBlock() {
    for (int depth = 1; depth > 0; ) {
      skipBlanks();
      switch (at(position)) {
        case '{' -> {
          depth++;
          position++;
        }
        case '}' -> {
          depth--;
          position++;
        }
        case '"' -> string(1);
        case '$' -> dollars();
        case '\'' -> character();
        case '`' -> quotedName();
        default -> position++;
      }
    }
  }

  /** White space and comments; block comments nest. */
  private void skipBlanks() {
    while (position < source.length()) {
      char c = source.charAt(position);
      if (c == '\n') {
        afterLineBreak = true;
        position++;
      } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
        position++;
      } else if (c == '/' && source.startsWith("//", position)) {
        skipLine();
      } else if (c == '/' && source.startsWith("/*", position)) {
        blockComment();
      } else {
        return;
      }
    }
  }

  private void skipLine() {
    int end = source.indexOf('\n', position);
    position = end < 0 ? source.length() : end;
  }

  private void blockComment() {
    int depth = 0;
    do {
      if (source.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (source.startsWith("*/", position)) {
        depth--;
        position += 2;
      } else if (at(position++) == '\n') {
        afterLineBreak = true;
      }
    } while (depth > 0);
  }

  private void character() {
    position++;
    while (at(position) != '\'') {
      if (at(position) == '\n') throw new Unreadable();
      position += at(position) == '\\' ? 2 : 1;
    }
    position++;
  }

  private void quotedName() {
    int end = source.indexOf('`', position + 1);
    if (end < 0 || source.substring(position, end).indexOf('\n') >= 0) throw new Unreadable();
    position = end + 1;
  }

  /** Dollar signs before a quote say how many of them open a template in the string. */
  private void dollars() {
    int from = position;
    while (at(position) == '$') position++;
    if (at(position) == '"') string(position - from);
  }

  private void string(int templateDollars) {
    if (source.startsWith("\"\"\"", position)) {
      rawString(templateDollars);
    } else {
      lineString(templateDollars);
    }
  }

  /** Ends at three quotes; more than three belong to the text, but for the last three. */
  private void rawString(int templateDollars) {
    kind = Kind.STRING;
    int literal = position;
    position += 3;
    int from = position;
    while (!source.startsWith("\"\"\"", position)) {
      if (at(position) != '$' || !template(templateDollars)) position++;
    }
    while (position + 3 < source.length() && source.charAt(position + 3) == '"') position++;
    text = source.substring(from, position);
    position += 3;
    rawStrings.add(new Range(literal, position));
  }

  private void lineString(int templateDollars) {
    kind = Kind.STRING;
    position++;
    var value = new StringBuilder();
    while (at(position) != '"') {
      char c = at(position);
      if (c == '\n') throw new Unreadable();
      if (c == '\\') {
        escape(value);
      } else if (c != '$' || !template(templateDollars)) {
        value.append(c);
        position++;
      }
    }
    position++;
    text = value.toString();
  }

  private void escape(StringBuilder value) {
    char c = at(position + 1);
    int known = ESCAPES.indexOf(c);
    if (known >= 0) {
      value.append(ESCAPED.charAt(known));
      position += 2;
    } else if (c == 'u' && isHexadecimal(position + 2)) {
      value.append((char) Integer.parseInt(source, position + 2, position + 6, 16));
      position += 6;
    } else {
      throw new Unreadable();
    }
  }

  private boolean isHexadecimal(int from) {
    for (int i = from; i < from + 4; i++) if (Character.digit(at(i), 16) < 0) return false;
    return true;
  }

  /**
   * At a dollar sign in a string: goes behind the template that it opens, or answers that it is a
   * mere dollar.
   */
  private boolean template(int dollars) {
    int run = 0;
    while (at(position + run) == '$') run++;
    if (run < dollars) return false;
    char c = at(position + run);
    if (c == '`' || Character.isSurrogate(c)) throw new Unreadable();
    if (c != '{' && !isLetter(c)) return false;
    position += run + 1;
    if (c == '{') skipBlock();
    kind = Kind.DYNAMIC;
    return true;
  }

  private char at(int index) {
    if (index >= source.length()) throw new Unreadable();
    return source.charAt(index);
  }
}
