package dev.mdb.cli.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** The only class that knows the JSON library; loaded for {@code --json} alone. */
public final class Json {
  private Json() {}

  public static void print(Object document, PrintStream out) {
    out.println(text(document));
  }

  static String text(Object document) {
    try {
      return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
