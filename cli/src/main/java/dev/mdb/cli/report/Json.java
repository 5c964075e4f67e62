package dev.mdb.cli.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;

/** The only class that knows the JSON library; loaded for {@code --json} alone. */
public final class Json {
  private Json() {}

  public static void print(Object document, PrintStream out) {
    try {
      out.println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
