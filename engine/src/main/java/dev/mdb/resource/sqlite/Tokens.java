package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Cuts SQL into tokens as SQLite's own tokenizer does; joined they are the text again. Source: the
 * rules of {@code tokenize.c}.
 */
final class Tokens {
  private static final String OPERATORS = "|| << >> <= >= == != <> ->> ->";

  private final String text;
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  static List<Token> of(String text) {
    var lexer = new Tokens(text);
    var tokens = new ArrayList<Token>();
    while (lexer.at < text.length()) tokens.add(lexer.next());
    return tokens;
  }

  /** Without spaces and comments. */
  static List<Token> significant(String text) {
    return of(text).stream().filter(token -> token.kind() != Token.Kind.GAP).toList();
  }

  static String join(List<Token> tokens) {
    return tokens.stream().map(Token::text).collect(Collectors.joining());
  }

  private Token next() {
    int from = at;
    var kind = skip(text.charAt(at));
    return new Token(kind, text.substring(from, at));
  }

  private Token.Kind skip(char c) {
    if (Character.isWhitespace(c)) return spaces();
    if (text.startsWith("--", at)) return to(text.indexOf('\n', at), 1, Token.Kind.GAP);
    if (text.startsWith("/*", at)) return to(text.indexOf("*/", at + 2), 2, Token.Kind.GAP);
    if (c == '\'') return quoted('\'', Token.Kind.STRING);
    if (c == '"' || c == '`') return quoted(c, Token.Kind.QUOTED);
    if (c == '[') return to(text.indexOf(']', at), 1, Token.Kind.QUOTED);
    if ((c == 'x' || c == 'X') && at + 1 < text.length() && text.charAt(at + 1) == '\'') {
      at++;
      return quoted('\'', Token.Kind.STRING);
    }
    if (isWordPart(c) && !isDigit(c)) return word();
    return isDigit(c) || c == '.' && isDigit(peek(1)) ? number() : sign();
  }

  private Token.Kind spaces() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    return Token.Kind.GAP;
  }

  private Token.Kind to(int end, int length, Token.Kind kind) {
    at = end < 0 ? text.length() : end + length;
    return kind;
  }

  private Token.Kind quoted(char close, Token.Kind kind) {
    for (at++; at < text.length(); at++) {
      if (text.charAt(at) != close) continue;
      if (peek(1) != close) return to(at, 1, kind);
      at++;
    }
    return kind;
  }

  private Token.Kind word() {
    while (at < text.length() && isWordPart(text.charAt(at))) at++;
    return Token.Kind.WORD;
  }

  private Token.Kind number() {
    while (at < text.length() && (isWordPart(text.charAt(at)) || isNumberSign())) at++;
    return Token.Kind.NUMBER;
  }

  /** The point, and the sign of an exponent; {@code 0xe+1} is a sum. */
  private boolean isNumberSign() {
    char c = text.charAt(at);
    if (c == '.') return true;
    boolean sign = c == '+' || c == '-';
    return sign && "eE".indexOf(text.charAt(at - 1)) >= 0 && !isHex();
  }

  private boolean isHex() {
    int from = at;
    while (from > 0 && isWordPart(text.charAt(from - 1))) from--;
    return text.startsWith("0x", from) || text.startsWith("0X", from);
  }

  private Token.Kind sign() {
    for (var operator : OPERATORS.split(" ")) {
      if (text.startsWith(operator, at)) return to(at, operator.length(), Token.Kind.SIGN);
    }
    at++;
    return Token.Kind.SIGN;
  }

  private char peek(int ahead) {
    return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordPart(char c) {
    return c == '_' || c == '$' || c >= 0x80 || Character.isLetterOrDigit(c);
  }
}
