package dev.mdb.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Names what makes classes of scripts, and what these run with: sources of the engine and of the
 * DSL, versions of Kotlin and Exposed. The build of the DSL writes it into its jar, so it is the
 * same wherever that lies, whatever else is on the class path, and with the compiler or without.
 */
public final class ToolkitId {
  private static final String FILE = "/dev/mdb/toolkit.id";

  private ToolkitId() {}

  /** Of this class path. Looks through its jars, so it is not for a start that must be fast. */
  public static String read() {
    try (var text = ToolkitId.class.getResourceAsStream(FILE)) {
      if (text == null) return "no DSL";
      return new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
