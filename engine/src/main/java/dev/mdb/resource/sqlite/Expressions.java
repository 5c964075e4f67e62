package dev.mdb.resource.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Expressions over the columns of one table: those of checks, indexes, generated columns. */
final class Expressions {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_$]*");

  private Expressions() {}

  /** Is there a name in the text that may be this column (or table)? */
  static boolean mentions(String text, String name) {
    return Tokens.of(text).stream().anyMatch(token -> token.isNamed(name));
  }

  /** The same text with another name for a column. */
  static String rename(String text, String from, String to) {
    var tokens = new ArrayList<>(Tokens.of(text));
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).isNamed(from) && !isCalled(tokens, i)) {
        tokens.set(i, new Token(Token.Kind.QUOTED, Names.quote(to)));
      }
    }
    return Tokens.join(tokens);
  }

  private static boolean isCalled(List<Token> tokens, int at) {
    for (int i = at + 1; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != Token.Kind.GAP) return tokens.get(i).is("(");
    }
    return false;
  }

  /**
   * The same for texts that differ only in spaces, comments, the case of keywords and of columns,
   * quotes that are not needed, or brackets around the whole.
   */
  static String canonical(String text, Collection<String> columns) {
    var tokens = withoutBrackets(Tokens.significant(text));
    var written = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (i > 0 && hasSpace(tokens, i)) written.append(' ');
      written.append(canonical(tokens.get(i), columns));
    }
    return written.toString();
  }

  private static List<Token> withoutBrackets(List<Token> tokens) {
    var inner = tokens;
    while (isBracketed(inner)) inner = inner.subList(1, inner.size() - 1);
    return inner;
  }

  private static boolean isBracketed(List<Token> tokens) {
    if (tokens.size() < 3 || !tokens.get(0).is("(")) return false;
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).is("(")) depth++;
      if (tokens.get(i).is(")") && --depth == 0) return i == tokens.size() - 1;
    }
    return false;
  }

  private static boolean hasSpace(List<Token> tokens, int at) {
    var before = tokens.get(at - 1);
    var token = tokens.get(at);
    if (token.is(",") || token.is(")") || token.is(".") || before.is("(") || before.is(".")) {
      return false;
    }
    if (isSign(before) && isUnary(tokens, at - 1)) return false;
    return !token.is("(") || !isCall(before);
  }

  /** A minus or plus of a number, with nothing before it to subtract from. */
  private static boolean isUnary(List<Token> tokens, int at) {
    if (at == 0) return true;
    var before = tokens.get(at - 1);
    return before.kind() == Token.Kind.SIGN && !before.is(")") || isKeyword(before);
  }

  private static boolean isSign(Token token) {
    return token.is("-") || token.is("+") || token.is("~");
  }

  private static boolean isCall(Token before) {
    return before.isName() && before.kind() != Token.Kind.STRING && !isKeyword(before);
  }

  private static boolean isKeyword(Token token) {
    return token.kind() == Token.Kind.WORD && Keywords.contains(token.text());
  }

  private static String canonical(Token token, Collection<String> columns) {
    if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.QUOTED) return token.text();
    if (isKeyword(token)) return token.upper();
    for (var column : columns) if (token.isNamed(column)) return name(column);
    return token.kind() == Token.Kind.WORD ? token.upper() : Names.quote(token.name());
  }

  /** In quotes only when it needs them. */
  static String name(String name) {
    boolean plain = PLAIN.matcher(name).matches() && !Keywords.contains(name);
    return plain ? name : Names.quote(name);
  }
}
