package dev.mdb.cli.terminal;

import java.io.PrintStream;
import java.util.function.IntSupplier;

/**
 * What mdb says to the user beside its data: lines that stay, and on a terminal at most one at the
 * end that is drawn again and again in its place, and gone before anything else is said. Used by
 * several threads.
 */
public final class Talk {
  private static final String ELLIPSIS = "…";
  private static final int FIRST_WIDE = 0x1100;
  private static final int FIRST_SYMBOL = 0x2000;
  private static final int LAST_SYMBOL = 0x2BFF;

  private final PrintStream out;
  private final boolean quiet;
  private final boolean draws;
  private final IntSupplier columns;
  private int drawn;

  /**
   * @param quiet says nothing
   * @param draws is there a terminal on which a line can be drawn anew?
   * @param columns of that terminal; asked before the first line is drawn
   */
  public Talk(PrintStream out, boolean quiet, boolean draws, IntSupplier columns) {
    this.out = out;
    this.quiet = quiet;
    this.draws = draws && !quiet;
    this.columns = columns;
  }

  /** A line that stays. */
  public synchronized void say(String line) {
    if (quiet) return;
    erase();
    out.println(line);
  }

  public boolean draws() {
    return draws;
  }

  /** What fits into a drawn line, so that the cursor stays in it. */
  public int width() {
    return columns.getAsInt() - 1;
  }

  /**
   * In place of what was drawn before. No escape sequences: they would be text on some terminals.
   */
  public synchronized void draw(String line) {
    if (!draws) return;
    var text = cut(line.replaceAll("\\p{Cntrl}+", " "), width());
    int now = columns(text);
    out.print("\r" + text + " ".repeat(Math.max(0, drawn - now)));
    out.flush();
    drawn = now;
  }

  /** Leaves the line empty, with the cursor at its start. */
  public synchronized void erase() {
    if (drawn == 0) return;
    out.print("\r" + " ".repeat(drawn) + "\r");
    out.flush();
    drawn = 0;
  }

  /** The terminal has written something by itself: what comes begins on a line of its own. */
  public synchronized void breakLine() {
    if (!draws) return;
    erase();
    out.println();
  }

  /** The text, or as much of its beginning as fits with a mark that there was more. */
  public static String cut(String text, int width) {
    if (columns(text) <= width) return text;
    var kept = new StringBuilder();
    int used = 1;
    for (int at = 0; at < text.length(); ) {
      int letter = text.codePointAt(at);
      used += columns(letter);
      if (used > width) break;
      kept.appendCodePoint(letter);
      at += Character.charCount(letter);
    }
    return kept + ELLIPSIS;
  }

  private static int columns(String text) {
    return text.codePoints().map(Talk::columns).sum();
  }

  /** Two for all that may be wide, as Chinese is: too little is drawn then, and never too much. */
  private static int columns(int letter) {
    boolean symbol = letter >= FIRST_SYMBOL && letter <= LAST_SYMBOL;
    return letter >= FIRST_WIDE && !symbol ? 2 : 1;
  }
}
