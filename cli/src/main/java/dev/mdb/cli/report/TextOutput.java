package dev.mdb.cli.report;

import java.io.PrintStream;

/** Lines of data for people, with colours where they are wanted. */
public final class TextOutput {
  private final PrintStream out;
  private final boolean colour;
  private final boolean verbose;
  private final String indent;

  public TextOutput(PrintStream out, boolean colour, boolean verbose) {
    this(out, colour, verbose, "");
  }

  private TextOutput(PrintStream out, boolean colour, boolean verbose, String indent) {
    this.out = out;
    this.colour = colour;
    this.verbose = verbose;
    this.indent = indent;
  }

  public void line(String text) {
    out.println(text.isEmpty() ? "" : indent + text);
  }

  /** A text that is no talk, with its own line ends. */
  void raw(String text) {
    out.print(text);
  }

  /** For lines that have to be seen before something happens. */
  public void flush() {
    out.flush();
  }

  /** The same, two columns to the right. */
  public TextOutput indented() {
    return new TextOutput(out, colour, verbose, indent + "  ");
  }

  public boolean verbose() {
    return verbose;
  }

  public String id(String text) {
    return styled("33", text);
  }

  /** {@code id, message}, or the id alone. */
  public String title(String id, String message) {
    return id(id) + (message.isBlank() ? "" : ", " + message);
  }

  public String strong(String text) {
    return styled("1", text);
  }

  public String label(String text) {
    return styled("36", text);
  }

  public String good(String text) {
    return styled("32", text);
  }

  private String styled(String code, String text) {
    return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
