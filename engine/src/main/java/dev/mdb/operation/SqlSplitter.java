package dev.mdb.operation;

import dev.mdb.schema.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a file of SQL into statements: at semicolons outside strings, quoted names and comments, and
 * not inside the body of a {@code CREATE TRIGGER … BEGIN … END}. Comments stay with the statement
 * that follows.
 */
public final class SqlSplitter {
  private final String text;
  private final Dialect dialect;
  private final List<String> statements = new ArrayList<>();

  /**
   * Upper-case words and signs of the statement so far: they tell it from a lone comment, and a
   * trigger's body from its end.
   */
  private final List<String> tokens = new ArrayList<>();

  private int at;
  private int start;

  private SqlSplitter(String text, Dialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /**
   * The statements in order, without their semicolons; those that hold only comments are left out.
   */
  public static List<String> split(String text, Dialect dialect) {
    return new SqlSplitter(text, dialect).run();
  }

  private List<String> run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ';') semicolon();
      else if (isQuote(c)) quoted(c);
      else if (text.startsWith("--", at)) comment("\n", 0);
      else if (text.startsWith("/*", at)) comment("*/", 2);
      else if (Character.isJavaIdentifierStart(c)) word();
      else sign(c);
    }
    finish();
    return statements;
  }

  private void semicolon() {
    if (inTriggerBody()) {
      sign(';');
    } else {
      finish();
      start = ++at;
    }
  }

  private void finish() {
    if (!tokens.isEmpty()) statements.add(text.substring(start, at).strip());
    tokens.clear();
  }

  /** SQLite's own rule: a trigger ends with {@code ; END ;}. */
  private boolean inTriggerBody() {
    int last = tokens.size() - 1;
    return isTrigger() && !(tokens.get(last).equals("END") && tokens.get(last - 1).equals(";"));
  }

  private boolean isTrigger() {
    if (tokens.size() < 3 || !tokens.get(0).equals("CREATE")) return false;
    boolean temporary = tokens.get(1).equals("TEMP") || tokens.get(1).equals("TEMPORARY");
    return tokens.get(temporary ? 2 : 1).equals("TRIGGER");
  }

  private boolean isQuote(char c) {
    return c == '\'' || c == '"' || c == '`' || c == '[' && dialect == Dialect.SQLITE;
  }

  /** A doubled quote ends one string and begins the next, which comes to the same. */
  private void quoted(char open) {
    tokens.add("quoted");
    int end = text.indexOf(open == '[' ? ']' : open, at + 1);
    at = end < 0 ? text.length() : end + 1;
  }

  private void comment(String close, int length) {
    int end = text.indexOf(close, at + length);
    at = end < 0 ? text.length() : end + length;
  }

  private void word() {
    int from = at;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) at++;
    tokens.add(text.substring(from, at).toUpperCase(Locale.ROOT));
  }

  private void sign(char c) {
    if (!Character.isWhitespace(c) && c != '\uFEFF') tokens.add(String.valueOf(c));
    at++;
  }
}
