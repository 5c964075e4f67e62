package dev.mdb.graph;

import java.util.Optional;

/**
 * Reads targets and ranges. The whole text must match:
 *
 * <pre>
 * target := [branch "@"] symbol [("+" | "-") number]  |  [branch "@"] ("+" | "-") number
 * range  := [target] ":" [target]
 * </pre>
 */
public final class TargetParser {
  private static final int MAX_DIGITS = 9;

  private final String text;
  private int at;

  private TargetParser(String text) {
    this.text = text;
  }

  /**
   * @throws GraphException with {@link TargetFault.Syntax}
   */
  public static Target target(String text) {
    return new TargetParser(text).wholeTarget();
  }

  /**
   * @throws GraphException with {@link TargetFault.Syntax}
   */
  public static TargetRange range(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) throw fault(text, text.length(), "':' between two targets");
    if (text.indexOf(':', colon + 1) >= 0) {
      throw fault(text, text.indexOf(':', colon + 1), "no second ':'");
    }
    return new TargetRange(side(text.substring(0, colon)), side(text.substring(colon + 1)));
  }

  private static Optional<Target> side(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(target(text));
  }

  private Target wholeTarget() {
    var first = word();
    Optional<String> branch = Optional.empty();
    if (!first.isEmpty() && next('@')) {
      if (Names.RESERVED.contains(first)) throw fault(text, 0, "an id or a label before '@'");
      branch = Optional.of(first);
      first = word();
    }
    var walk = walk();
    if (first.isEmpty() && walk.isEmpty())
      throw fault(text, at, "a revision, 'head', 'base', or +N");
    if (at < text.length()) throw fault(text, at, "nothing more");
    return new Target(branch, first.isEmpty() ? new Symbol.Omitted() : Symbol.of(first), walk);
  }

  private String word() {
    int start = at;
    while (at < text.length() && Names.isNameCharacter(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    return text.substring(start, at);
  }

  private Optional<Walk> walk() {
    boolean up = next('+');
    if (!up && !next('-')) return Optional.empty();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
    if (at == start) throw fault(text, at, "a number of steps");
    if (at - start > MAX_DIGITS) throw fault(text, start, "a smaller number");
    int steps = Integer.parseInt(text.substring(start, at));
    return Optional.of(new Walk(up ? Direction.UPGRADE : Direction.DOWNGRADE, steps));
  }

  private boolean next(char wanted) {
    if (at == text.length() || text.charAt(at) != wanted) return false;
    at++;
    return true;
  }

  private static GraphException fault(String text, int at, String expected) {
    return new GraphException(new TargetFault.Syntax(text, at, expected));
  }
}
