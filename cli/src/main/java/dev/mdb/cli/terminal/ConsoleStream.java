package dev.mdb.cli.terminal;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.function.UnaryOperator;

/**
 * Standard output and standard error. UTF-8 whatever the locale says, for scripts and ids are UTF-8
 * too; but a console of Windows shows what it gets in its code page.
 */
public final class ConsoleStream extends PrintStream {
  private static final String ELLIPSIS = "…";
  private static final int BUFFER = 1 << 13;
  private static final int FIRST_THAT_TELLS = 22;

  private final boolean plain;

  private ConsoleStream(OutputStream out, boolean flush, Charset charset) {
    super(out, flush, charset);
    plain = !charset.newEncoder().canEncode(ELLIPSIS);
  }

  /** Of this process. What goes to standard error is written line by line. */
  public static PrintStream of(FileDescriptor descriptor) {
    var out = new BufferedOutputStream(new FileOutputStream(descriptor), BUFFER);
    boolean error = descriptor == FileDescriptor.err;
    var system = System.getProperty("os.name");
    if (!isWindows(system) || !isConsole()) {
      return new PrintStream(out, error, StandardCharsets.UTF_8);
    }
    var charset = charset(error ? "stderr.encoding" : "stdout.encoding", System::getProperty);
    return new ConsoleStream(out, error, charset);
  }

  static PrintStream of(OutputStream out, Charset charset) {
    return new ConsoleStream(out, true, charset);
  }

  private static boolean isWindows(String system) {
    return system.startsWith("Windows");
  }

  /** Newer Javas give a console to a pipe as well, and let themselves be asked. */
  private static boolean isConsole() {
    var console = System.console();
    if (console == null || Runtime.version().feature() < FIRST_THAT_TELLS) return console != null;
    try {
      return (Boolean) console.getClass().getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }

  /**
   * The code page of a console, as Java names it from 19 on or did before.
   *
   * @param property of the name
   * @param properties gives the value of one, or null
   */
  static Charset charset(String property, UnaryOperator<String> properties) {
    var name = properties.apply(property);
    if (name == null) name = properties.apply("sun." + property);
    try {
      return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  /** The one sign in mdb's own texts that a code page may not have. */
  @Override
  public void print(String text) {
    super.print(plain && text != null ? text.replace(ELLIPSIS, "...") : text);
  }
}
