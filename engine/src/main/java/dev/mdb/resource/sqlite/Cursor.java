package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Goes through tokens; what lies between two places can be had back as it was written. */
final class Cursor {
  private static final Token END = new Token(Token.Kind.SIGN, "");

  private final List<Token> tokens;
  private int at;

  Cursor(String text) {
    this.tokens = Tokens.of(text);
  }

  /** The place in front of the spaces and comments that come next. */
  int place() {
    return at;
  }

  void back(int place) {
    at = place;
  }

  /** All that was written from that place on to here. */
  String since(int place) {
    return Tokens.join(tokens.subList(place, at));
  }

  /** All that is to come. */
  String rest() {
    return Tokens.join(tokens.subList(at, tokens.size()));
  }

  /** Spaces and comments. */
  String gap() {
    int from = at;
    while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.GAP) at++;
    return since(from);
  }

  /** The next token that is no gap; nothing is passed. */
  Token peek() {
    for (int i = at; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Token.Kind.GAP) return tokens.get(i);
    }
    return END;
  }

  boolean isAtEnd() {
    return peek() == END;
  }

  /**
   * @throws Unreadable at the end
   */
  Token next() {
    gap();
    if (at == tokens.size()) throw new Unreadable("it ends too early");
    return tokens.get(at++);
  }

  boolean isAt(String... words) {
    for (var word : words) if (peek().is(word)) return true;
    return false;
  }

  /** Passes these when they come next, else nothing. */
  boolean skip(String... words) {
    int from = at;
    for (var word : words) {
      if (!peek().is(word)) {
        at = from;
        return false;
      }
      next();
    }
    return true;
  }

  void expect(String word) {
    var token = next();
    if (!token.is(word)) throw new Unreadable("'" + word + "' is wanted at '" + token.text() + "'");
  }

  Token name() {
    var token = next();
    if (!token.isName()) throw new Unreadable("a name is wanted at '" + token.text() + "'");
    return token;
  }

  /** Passes brackets with all that is in them. */
  String brackets() {
    expect("(");
    int from = at;
    for (int depth = 1; depth > 0; ) {
      var token = next();
      if (token.is("(")) depth++;
      if (token.is(")")) depth--;
    }
    return Tokens.join(tokens.subList(from, at - 1));
  }

  /** The comments of the line that goes on here, when nothing else is in it. */
  String restOfLine() {
    int from = at;
    boolean comment = false;
    for (; at < tokens.size() && tokens.get(at).kind() == Token.Kind.GAP; at++) {
      var token = tokens.get(at);
      if (token.text().contains("\n") && !token.text().startsWith("--")) break;
      comment |= token.isComment();
      if (token.text().startsWith("--")) {
        at++;
        return since(from);
      }
    }
    boolean ended = at < tokens.size() && tokens.get(at).text().contains("\n");
    if (!comment || !ended) at = from;
    return since(from);
  }

  /** The parts between the commas that are in no brackets. */
  static List<String> list(String text) {
    var parts = new ArrayList<String>();
    var cursor = new Cursor(text);
    int from = 0;
    while (!cursor.isAtEnd()) {
      if (cursor.isAt("(")) cursor.brackets();
      else if (cursor.isAt(",")) {
        parts.add(cursor.since(from));
        cursor.next();
        from = cursor.place();
      } else cursor.next();
    }
    parts.add(cursor.since(from));
    return parts;
  }

  /** The text is not what SQLite writes there. */
  static final class Unreadable extends RuntimeException {
    Unreadable(String why) {
      super(why);
    }
  }
}
