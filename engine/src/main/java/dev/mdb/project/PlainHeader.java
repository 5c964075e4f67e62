package dev.mdb.project;

import dev.mdb.graph.Revision;
import java.util.Optional;

/** Reads the header of a script that is not in any location yet. */
public final class PlainHeader {
  private PlainHeader() {}

  /**
   * @param text lines end in LF
   * @param file name for the header's source
   * @return empty = only the compiler can tell
   */
  public static Optional<Revision> read(String text, String file) {
    return HeaderScanner.scan(text, file);
  }
}
