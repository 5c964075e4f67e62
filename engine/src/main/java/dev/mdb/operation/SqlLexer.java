package dev.mdb.operation;

import static dev.mdb.operation.SqlToken.Kind.COMMENT;
import static dev.mdb.operation.SqlToken.Kind.END;
import static dev.mdb.operation.SqlToken.Kind.LINE_COMMENT;
import static dev.mdb.operation.SqlToken.Kind.QUOTED;
import static dev.mdb.operation.SqlToken.Kind.SIGN;
import static dev.mdb.operation.SqlToken.Kind.SPACE;
import static dev.mdb.operation.SqlToken.Kind.WORD;

import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts SQL into tokens, by the rules of each engine at its usual settings: backslashes escape in
 * the strings of MySQL and in {@code E'…'} of PostgreSQL only. What is never closed ends with the
 * text. Nothing is lost: the texts of all tokens, joined, are the text.
 */
public final class SqlLexer {
  private static final Pattern DOLLAR_TAG = Pattern.compile("\\$([\\p{L}_][\\p{L}\\p{N}_]*)?\\$");
  private static final Pattern EXECUTABLE = Pattern.compile("/\\*M?!\\d*");

  private final String text;
  private final Dialect dialect;
  private final boolean mysql;
  private String delimiter = ";";
  private boolean inExecutableComment;
  private int at;

  public SqlLexer(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
    this.mysql = dialect == Dialect.MYSQL || dialect == Dialect.MARIADB;
  }

  public static List<SqlToken> tokens(String text, Dialect dialect) {
    var lexer = new SqlLexer(text, dialect);
    var tokens = new ArrayList<SqlToken>();
    while (lexer.hasNext()) tokens.add(lexer.next());
    return tokens;
  }

  boolean hasNext() {
    return at < text.length();
  }

  int position() {
    return at;
  }

  /** What ends a statement from here on. */
  void delimiter(String sign) {
    delimiter = sign;
  }

  /** Goes on behind something that is no SQL. */
  void skipTo(int position) {
    at = position;
  }

  SqlToken next() {
    if (!inExecutableComment && startsWith(delimiter)) return token(END, delimiter.length());
    char c = text.charAt(at);
    if (isSpace(c)) return token(SPACE, spaces());
    if (isLineComment(c)) return token(LINE_COMMENT, until("\n", 0));
    if (startsWith("/*")) return comment();
    if (inExecutableComment && startsWith("*/")) return closeExecutable();
    if (isQuote(c)) return quoted(at, escapesWithBackslash(c));
    if (c == '$' && dialect == Dialect.POSTGRESQL) return dollar();
    if (Character.isJavaIdentifierStart(c)) return word();
    return token(SIGN, Character.charCount(text.codePointAt(at)));
  }

  private SqlToken token(SqlToken.Kind kind, int length) {
    int from = at;
    at = Math.min(from + length, text.length());
    return new SqlToken(kind, text.substring(from, at), from);
  }

  private boolean startsWith(String sign) {
    return text.startsWith(sign, at);
  }

  /** Length up to a sign, of which so many characters belong to it. */
  private int until(String sign, int more) {
    int found = text.indexOf(sign, at + more);
    return (found < 0 ? text.length() : found + more) - at;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || c == '\uFEFF';
  }

  /** Up to the next line at most, where a {@code DELIMITER} may stand. */
  private int spaces() {
    int end = at;
    while (end < text.length() && isSpace(text.charAt(end))) {
      if (text.charAt(end++) == '\n') break;
    }
    return end - at;
  }

  /** MySQL wants a space or a control character behind the two dashes. */
  private boolean isLineComment(char c) {
    if (c == '#') return mysql;
    if (!startsWith("--")) return false;
    return !mysql || at + 2 == text.length() || text.charAt(at + 2) <= ' ';
  }

  private SqlToken comment() {
    if (mysql) {
      var opening = EXECUTABLE.matcher(text).region(at, text.length());
      if (opening.lookingAt()) {
        inExecutableComment = true;
        return token(SIGN, opening.end() - at);
      }
    }
    if (dialect == Dialect.POSTGRESQL) return token(COMMENT, nested());
    return token(COMMENT, until("*/", 2));
  }

  private SqlToken closeExecutable() {
    inExecutableComment = false;
    return token(SIGN, 2);
  }

  private int nested() {
    int depth = 0;
    for (int i = at; i < text.length() - 1; i++) {
      if (text.startsWith("/*", i)) {
        depth++;
        i++;
      } else if (text.startsWith("*/", i)) {
        i++;
        if (--depth == 0) return i + 1 - at;
      }
    }
    return text.length() - at;
  }

  private boolean isQuote(char c) {
    return switch (c) {
      case '\'', '"' -> true;
      case '`' -> dialect != Dialect.POSTGRESQL;
      case '[' -> dialect == Dialect.SQLITE;
      default -> false;
    };
  }

  private boolean escapesWithBackslash(char quote) {
    return mysql && quote != '`';
  }

  /**
   * @param open where the quote is; letters that belong to it may stand before
   */
  private SqlToken quoted(int open, boolean backslash) {
    char close = text.charAt(open) == '[' ? ']' : text.charAt(open);
    int i = open + 1;
    while (i < text.length()) {
      if (backslash && text.charAt(i) == '\\') {
        i += 2;
      } else if (text.charAt(i) != close) {
        i++;
      } else if (close != ']' && text.startsWith(String.valueOf(close), i + 1)) {
        i += 2;
      } else {
        return token(QUOTED, i + 1 - at);
      }
    }
    return token(QUOTED, text.length() - at);
  }

  private SqlToken dollar() {
    var tag = DOLLAR_TAG.matcher(text).region(at, text.length());
    if (!tag.lookingAt()) return token(SIGN, 1);
    int close = text.indexOf(tag.group(), tag.end());
    return token(QUOTED, (close < 0 ? text.length() : close + tag.group().length()) - at);
  }

  private SqlToken word() {
    int end = at;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      if (end > at && !inExecutableComment && text.startsWith(delimiter, end)) break;
      end++;
    }
    boolean escapes =
        dialect == Dialect.POSTGRESQL && end == at + 1 && "eE".indexOf(text.charAt(at)) >= 0;
    if (escapes && text.startsWith("'", end)) return quoted(end, true);
    return token(WORD, end - at);
  }
}
